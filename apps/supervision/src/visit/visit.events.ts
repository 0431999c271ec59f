import { ticketReworkOrderedV1, ticketVisitedV1 } from '@hotline/contracts';
import type { visit } from '@hotline/domain';
import { isoOf, type Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import type { LockedTickets } from '../ticket/ticket.store.js';

/** Tells the others what a visit came to, each time it is put right too, and that a further round was ordered. */
export function tellOfVisit(tx: Transaction, tickets: LockedTickets, state: visit.Visit, event: visit.VisitEvent, answeredAt?: Instant): void {
  const { visitId, ticketId, dispatchNo, round, unit, basis } = state;
  if (event.type === 'VisitRecorded' || event.type === 'VisitCorrected') {
    const { reached, solved, satisfaction, at } = event;
    const about = { subject: ticketId, version: tickets.next(ticketId), at };
    const correction = event.type === 'VisitCorrected' ? { correction: event.correction } : {};
    tx.emit(ticketVisitedV1, about, { ticketId, visitId, dispatchNo, round, unit, basis, reached, solved, satisfaction, visitedAt: isoOf(state.outcome?.at ?? at), ...correction });
  }
  if (event.type === 'ReworkOrdered') {
    const about = { subject: ticketId, version: tickets.next(ticketId), at: event.at };
    tx.emit(ticketReworkOrderedV1, about, { ticketId, round: event.round, orderedAt: isoOf(event.at), ...(answeredAt !== undefined && { answeredAt: isoOf(answeredAt) }) });
  }
}
