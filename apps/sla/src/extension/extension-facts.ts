import type { clock as clocks, extension as extensions } from '@hotline/domain';
import type { StoredExtension } from './extension.store.js';

/** What a step of an extension means for the ticket's clocks. */
export function factOf(event: extensions.ExtensionEvent, { id, state }: StoredExtension): clocks.TicketFact {
  switch (event.type) {
    case 'ExtensionAsked':
      return { type: 'extension-asked', extensionId: id, dispatchNo: event.dispatchNo, unit: event.unit, workingDays: event.workingDays, at: event.askedAt };
    case 'ExtensionForwarded':
      return { type: 'extension-forwarded', extensionId: id, at: event.forwardedAt };
    case 'ExtensionGranted':
      return { type: 'extension-decided', extensionId: id, by: event.by, granted: true, workingDays: event.workingDays, at: event.decidedAt };
    case 'ExtensionRefused':
      return { type: 'extension-decided', extensionId: id, by: event.by, granted: false, workingDays: state.workingDays, at: event.decidedAt };
  }
}
