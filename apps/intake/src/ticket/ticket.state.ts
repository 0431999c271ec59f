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
    withUnit: row.status === 'dispatched',
    handled: row.closedNo > 0,
    settled: row.status === 'closed' || row.status === 'returned-upstream',
    ...completed(row.lifecycle),
  };
}

/** Puts what a command of intake can change back into the row. */
export function keepState(row: TicketRow, state: ticket.Ticket): void {
  row.decision = state.status;
  row.category = state.category;
  row.lifecycle = lifecycleOf(state);
}

export function lifecycleOf({ scopeCode, acceptedAt, decline, answer, escalations, categoryChanges }: ticket.Ticket): Lifecycle {
  return { scopeCode, acceptedAt, decline, answer, escalations, categoryChanges };
}

/** Rows written before categories could be changed and acknowledgements named a person lack both. */
export function completed(lifecycle: Omit<Lifecycle, 'categoryChanges'> & Partial<Pick<Lifecycle, 'categoryChanges'>>): Lifecycle {
  const { categoryChanges = [], escalations } = lifecycle;
  return { ...lifecycle, categoryChanges, escalations: escalations.map((each) => ({ ...each, acknowledgedBy: each.acknowledgedBy ?? null })) };
}
