import { extensionAskedV1, extensionForwardedV1, extensionGrantedV1, extensionRefusedV1 } from '@hotline/contracts';
import type { extension as extensions } from '@hotline/domain';
import { isoOf } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import type { StoredExtension } from './extension.store.js';

/** Tells the other services of a step of an extension; reasons stay here. */
export function announceExtension(tx: Transaction, event: extensions.ExtensionEvent, { id, ticketId, state, version }: StoredExtension): void {
  const about = { subject: id, version };
  const common = { extensionId: id, ticketId, dispatchNo: state.dispatchNo, round: state.round, unit: state.unit, workingDays: state.workingDays };
  switch (event.type) {
    case 'ExtensionAsked':
      return tx.emit(extensionAskedV1, { ...about, at: event.askedAt }, { ...common, askedAt: isoOf(event.askedAt) });
    case 'ExtensionForwarded':
      return tx.emit(extensionForwardedV1, { ...about, at: event.forwardedAt }, { ...common, forwardedAt: isoOf(event.forwardedAt) });
    case 'ExtensionGranted':
      return tx.emit(extensionGrantedV1, { ...about, at: event.decidedAt }, { ...common, decidedBy: event.by, decidedAt: isoOf(event.decidedAt) });
    case 'ExtensionRefused':
      return tx.emit(extensionRefusedV1, { ...about, at: event.decidedAt }, { ...common, decidedBy: event.by, decidedAt: isoOf(event.decidedAt) });
  }
}
