import {
  ticketAcceptedV1,
  ticketAnsweredV1,
  ticketCategoryChangedV1,
  ticketDeclinedV1,
  ticketEscalatedV1,
  ticketEscalationAcknowledgedV1,
  ticketRegisteredV1,
  type TicketRegisteredV1,
} from '@hotline/contracts';
import type { ticket } from '@hotline/domain';
import { isoOf } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';

/** Tells the world what happened to a ticket. Neither identity nor the petitioner's words are in any of it (Art. 10). */
export function emitTicketEvent(tx: Transaction, state: ticket.Ticket, event: ticket.TicketEvent, version: number): void {
  const { ticketId } = state;
  const about = { subject: ticketId, version, at: event.at };
  switch (event.type) {
    case 'TicketRegistered':
      return tx.emit(ticketRegisteredV1, about, registeredWire(event));
    case 'TicketAccepted': {
      const { category, petitionerKind, prefectureTransfer } = state;
      const moments = { receivedAt: isoOf(state.receivedAt), acceptedAt: isoOf(event.at) };
      return tx.emit(ticketAcceptedV1, about, { ticketId, scopeCode: event.scopeCode, category, petitionerKind, prefectureTransfer, ...moments });
    }
    case 'TicketDeclined':
      return tx.emit(ticketDeclinedV1, about, { ticketId, ground: event.ground, declinedAt: isoOf(event.at), afterAcceptance: state.acceptedAt !== null });
    case 'TicketAnswered':
      return tx.emit(ticketAnsweredV1, about, { ticketId, answeredAt: isoOf(event.at) });
    case 'TicketEscalated':
      return tx.emit(ticketEscalatedV1, about, { ticketId, escalationId: event.escalationId, escalatedAt: isoOf(event.at) });
    case 'EscalationAcknowledged':
      return tx.emit(ticketEscalationAcknowledgedV1, about, { ticketId, escalationId: event.escalationId, acknowledgedAt: isoOf(event.at) });
    case 'CategoryChanged':
      return tx.emit(ticketCategoryChangedV1, about, { ticketId, category: event.category, previous: event.previous, changedAt: isoOf(event.at) });
  }
}

/** The data of `ticket.registered.v1`; of who the petitioner is it tells no more than that nobody can be contacted. */
export function registeredWire(event: ticket.TicketRegistered, contactable = true): TicketRegisteredV1 {
  return {
    ticketId: event.ticketId,
    number: event.number,
    channel: event.channel,
    petitionerKind: event.petitionerKind,
    category: event.category,
    subject: event.subject,
    townCode: event.townCode,
    receivedAt: isoOf(event.receivedAt),
    origin: event.source,
    externalId: event.externalId,
    prefectureNumber: event.prefectureNumber,
    ...(!contactable && { contactable }),
    ...(event.prefectureDueOn !== undefined && { prefectureDueOn: event.prefectureDueOn }),
  };
}
