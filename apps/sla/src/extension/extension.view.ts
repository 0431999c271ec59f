import { isoOf } from '@hotline/domain/shared';
import type { ExtensionView } from './extension.dto.js';
import type { StoredExtension } from './extension.store.js';

export function extensionView({ id, ticketId, state, version }: StoredExtension): ExtensionView {
  const { dispatchNo, round, unit, status, workingDays, reason, prefectureReviews } = state;
  const decided = state.status === 'granted' || state.status === 'refused';
  const forwardedAt = state.status === 'asked' ? null : state.forwardedAt;
  return {
    id,
    ticketId,
    dispatchNo,
    round,
    unit,
    status,
    workingDays,
    reason,
    prefectureReviews,
    askedAt: isoOf(state.askedAt),
    originalDueAt: isoOf(state.originalDueAt),
    forwardedAt: forwardedAt === null ? null : isoOf(forwardedAt),
    decidedBy: decided ? state.decidedBy : null,
    decidedAt: decided ? isoOf(state.decidedAt) : null,
    refusalReason: state.status === 'refused' ? state.refusalReason : null,
    version,
  };
}
