import { ticketSupervisionLiftedV1, ticketSupervisionOrderedV1, ticketSupervisionRemindedV1, ticketSupervisionReportedV1 } from '@hotline/contracts';
import type { supervisionOrder } from '@hotline/domain';
import { isoOf } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import type { LockedTickets } from '../ticket/ticket.store.js';

/** Tells others what happened to an order, never what was written on it (Art. 15(3)); what the county says to a report concerns nobody else. */
export function tellOfOrder(tx: Transaction, tickets: LockedTickets, state: supervisionOrder.SupervisionOrder, event: supervisionOrder.OrderEvent): void {
  if (event.type === 'ReportJudged') return;
  const { ticketId, dispatchNo, unit, orderNo, ground, workingDays } = state;
  const about = { subject: ticketId, version: tickets.next(ticketId), at: event.at };
  const whose = { ticketId, orderNo, dispatchNo, unit };
  const at = isoOf(event.at);
  switch (event.type) {
    case 'OrderIssued':
      return tx.emit(ticketSupervisionOrderedV1, about, { ...whose, ground, workingDays, orderedAt: at });
    case 'ReminderSent':
      return tx.emit(ticketSupervisionRemindedV1, about, { ...whose, remindedAt: at });
    case 'ReportedBack':
      return tx.emit(ticketSupervisionReportedV1, about, { ...whose, reportedAt: at });
    case 'OrderLifted':
      return tx.emit(ticketSupervisionLiftedV1, about, { ...whose, liftedAt: at });
  }
}
