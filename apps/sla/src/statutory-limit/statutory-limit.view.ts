import { isoOf } from '@hotline/domain/shared';
import type { StatutoryLimitView } from './statutory-limit.dto.js';
import type { StoredLimit } from './statutory-limit.store.js';

export function statutoryLimitView({ id, ticketId, state, version }: StoredLimit): StatutoryLimitView {
  const { dispatchNo, status, legalBasis, amount, unit, approver } = state;
  const revoked = state.status === 'revoked';
  return {
    id,
    ticketId,
    dispatchNo,
    status,
    legalBasis,
    amount,
    unit,
    approver,
    setAt: isoOf(state.setAt),
    revokedAt: revoked ? isoOf(state.revokedAt) : null,
    reason: revoked ? state.reason : null,
    version,
  };
}
