import type { Ticket, TicketEvent, TicketRegistered, TicketState } from './ticket.js';

/** The ticket after an event; throws when the event cannot follow, since `decide` never lets that happen. */
export function evolve(state: TicketState, event: TicketEvent): TicketState {
  if (event.type === 'TicketRegistered') return registered(event);
  if (state.status === 'unregistered') throw new Error(`${event.type} on a ticket that was never registered`);
  switch (event.type) {
    case 'TicketAccepted':
      return { ...state, status: 'accepted', scopeCode: event.scopeCode, acceptedAt: event.at };
    case 'TicketDeclined':
      return { ...state, status: 'declined', decline: { ground: event.ground, turnTo: event.turnTo, explanation: event.explanation, at: event.at } };
    case 'TicketAnswered':
      return { ...state, status: 'answered', answer: { answer: event.answer, knowledgeEntry: event.knowledgeEntry, at: event.at } };
    case 'TicketEscalated': {
      const { escalationId, kind, recipients, at } = event;
      return { ...state, escalations: [...state.escalations, { escalationId, kind, recipients, at, acknowledgedAt: null, acknowledgedBy: null }] };
    }
    case 'EscalationAcknowledged':
      return {
        ...state,
        escalations: state.escalations.map((escalation) =>
          escalation.escalationId === event.escalationId ? { ...escalation, acknowledgedAt: event.at, acknowledgedBy: event.by } : escalation,
        ),
      };
    case 'CategoryChanged': {
      const { previous, category, reason, at } = event;
      return { ...state, category, categoryChanges: [...state.categoryChanges, { previous, category, reason, at }] };
    }
  }
}

function registered(event: TicketRegistered): Ticket {
  return {
    status: 'registered',
    ticketId: event.ticketId,
    number: event.number,
    channel: event.channel,
    petitionerKind: event.petitionerKind,
    category: event.category,
    subject: event.subject,
    townCode: event.townCode,
    receivedAt: event.receivedAt,
    source: event.source,
    externalId: event.externalId,
    prefectureNumber: event.prefectureNumber,
    prefectureTransfer: event.prefectureTransfer,
    scopeCode: null,
    acceptedAt: null,
    decline: null,
    answer: null,
    dispatchedAt: null,
    withUnit: false,
    handled: false,
    escalations: [],
    categoryChanges: [],
    settled: false,
  };
}
