import type { ticket } from '@hotline/domain';
import type { Lifecycle, TicketRow } from './ticket.row.js';

/** The state that decisions are made on. */
export function stateOf(row: TicketRow): ticket.Ticket {
  return {
    status: row.decision,
    ticketId: row.id,
    number: row.number,
    channel: row.channel,
    petitionerKind: row.petitionerKind,
    category: row.category,
    subject: row.subject,
    townCode: row.townCode,
    receivedAt: row.receivedAt.getTime(),
    source: row.source,
    externalId: row.externalId,
    prefectureNumber: row.prefectureNumber,
    prefectureTransfer: row.channel === 'prefecture',
    dispatchedAt: row.firstDispatchedAt?.getTime() ?? null,
    ...row.lifecycle,
  };
}

/** Puts what a command of intake can change back into the row. */
export function keepState(row: TicketRow, state: ticket.Ticket): void {
  row.decision = state.status;
  row.lifecycle = lifecycleOf(state);
}

export function lifecycleOf({ scopeCode, acceptedAt, decline, answer, escalations }: ticket.Ticket): Lifecycle {
  return { scopeCode, acceptedAt, decline, answer, escalations };
}
