import { accept, isBlank, isoOf, refuse, untimely, type Decision, type Instant } from '../shared/index.js';
import {
  TEXT_LIMIT,
  TITLE_LIMIT,
  type AcknowledgeEscalation,
  type AnswerDirectly,
  type DeclineTicket,
  type EscalateTicket,
  type RegisterTicket,
  type Ticket,
  type TicketCommand,
  type TicketEvent,
  type TicketRefusal,
  type TicketRules,
  type TicketState,
} from './ticket.js';

type TicketDecision = Decision<TicketEvent, TicketRefusal>;

/** Decides what intake may do with a ticket (Art. 2, 4, 11, 12, 18). No working time and no time of day is ever a reason to refuse. */
export function decide(state: TicketState, command: TicketCommand, rules: TicketRules): TicketDecision {
  if (command.type === 'RegisterTicket') return state.status === 'unregistered' ? register(command, rules) : refuse('already-registered');
  if (state.status === 'unregistered') return refuse('not-registered');
  switch (command.type) {
    case 'AcceptTicket':
      return whileOpen(state, command.at, rules) ?? accept({ type: 'TicketAccepted', scopeCode: command.scopeCode, at: command.at });
    case 'DeclineTicket':
      return whileOpen(state, command.at, rules) ?? decline(state, command);
    case 'AnswerDirectly':
      return answer(state, command, rules);
    case 'EscalateTicket':
      return escalate(state, command, rules);
    case 'AcknowledgeEscalation':
      return acknowledge(state, command, rules);
    case 'NoteDispatched':
      return state.dispatchedAt === null ? accept({ type: 'DispatchNoted', at: command.at }) : refuse('already-dispatched');
  }
}

function register(command: RegisterTicket, rules: TicketRules): TicketDecision {
  const { prefectureNumber, source, externalId, subject, townCode } = command;
  const prefectureTransfer = command.channel === 'prefecture';
  const late = untimely(command.receivedAt, command.receivedAt, rules.now, 'receivedAt') ?? untimely(command.at, command.at, rules.now);
  if (late) return late;
  if (command.receivedAt > command.at) return refuse('received-after-registration', { field: 'receivedAt', values: { registeredAt: isoOf(command.at) } });
  const words = unfitWords(command);
  if (words) return words;
  if (prefectureTransfer && isBlank(prefectureNumber)) return refuse('prefecture-number-missing', { field: 'prefectureNumber' });
  if (!prefectureTransfer && !isBlank(prefectureNumber)) return refuse('prefecture-number-without-transfer', { field: 'prefectureNumber' });
  if (!isBlank(externalId) && isBlank(source)) return refuse('external-id-without-source', { field: 'source' });
  return accept({
    type: 'TicketRegistered',
    ticketId: command.ticketId,
    number: command.number,
    channel: command.channel,
    petitionerKind: command.petitionerKind,
    category: command.category,
    subject: subject ?? null,
    townCode: townCode ?? null,
    receivedAt: command.receivedAt,
    source: source ?? null,
    externalId: externalId ?? null,
    prefectureNumber: prefectureNumber ?? null,
    prefectureTransfer,
    at: command.at,
  });
}

function unfitWords({ title, text }: RegisterTicket): TicketDecision | undefined {
  if (isBlank(title)) return refuse('title-missing', { field: 'title' });
  if (title.length > TITLE_LIMIT) return refuse('title-too-long', { field: 'title', values: { limit: TITLE_LIMIT, length: title.length } });
  if (isBlank(text)) return refuse('text-missing', { field: 'text' });
  if (text.length > TEXT_LIMIT) return refuse('text-too-long', { field: 'text', values: { limit: TEXT_LIMIT, length: text.length } });
  return undefined;
}

/** Acceptance and decline follow registration directly; a ticket that went any further is past both. */
function whileOpen(state: Ticket, at: Instant, rules: TicketRules): TicketDecision | undefined {
  switch (state.status) {
    case 'accepted':
      return refuse('already-accepted');
    case 'declined':
      return refuse('already-declined');
    case 'answered':
      return refuse('already-answered');
    case 'registered':
      return untimely(at, state.receivedAt, rules.now);
  }
}

function decline(state: Ticket, command: DeclineTicket): TicketDecision {
  if (state.prefectureTransfer) return refuse('prefecture-transfer-cannot-be-declined');
  if (isBlank(command.turnTo)) return refuse('turn-to-missing', { field: 'turnTo' });
  const { ground, turnTo, explanation, at } = command;
  return accept({ type: 'TicketDeclined', ground, turnTo, explanation: explanation ?? null, at });
}

function answer(state: Ticket, command: AnswerDirectly, rules: TicketRules): TicketDecision {
  if (state.status === 'answered') return refuse('already-answered');
  if (state.status === 'declined') return refuse('already-declined');
  if (state.dispatchedAt !== null) return refuse('already-dispatched', { values: { dispatchedAt: isoOf(state.dispatchedAt) } });
  if (isBlank(command.answer)) return refuse('answer-missing', { field: 'answer' });
  return (
    untimely(command.at, state.acceptedAt ?? state.receivedAt, rules.now) ??
    accept({ type: 'TicketAnswered', answer: command.answer, knowledgeEntry: command.knowledgeEntry ?? null, at: command.at })
  );
}

function escalate(state: Ticket, command: EscalateTicket, rules: TicketRules): TicketDecision {
  const { escalationId, kind, recipients, at } = command;
  const waiting = state.escalations.some((earlier) => earlier.escalationId === escalationId || (earlier.acknowledgedAt === null && sameReport(earlier, command)));
  if (waiting) return refuse('already-escalated');
  if (recipients.length === 0 || recipients.some(isBlank)) return refuse('recipients-missing', { field: 'recipients' });
  return untimely(at, state.receivedAt, rules.now) ?? accept({ type: 'TicketEscalated', escalationId, kind, recipients, at });
}

/** A second click reports nothing new; once the first is acknowledged, the matter may be reported again. */
function sameReport(earlier: Pick<EscalateTicket, 'kind' | 'recipients'>, later: EscalateTicket): boolean {
  return earlier.kind === later.kind && later.recipients.every((recipient) => earlier.recipients.includes(recipient));
}

function acknowledge(state: Ticket, command: AcknowledgeEscalation, rules: TicketRules): TicketDecision {
  const escalation = state.escalations.find(({ escalationId }) => escalationId === command.escalationId);
  if (!escalation) return refuse('no-such-escalation', { field: 'escalationId' });
  if (escalation.acknowledgedAt !== null) return refuse('already-acknowledged', { values: { acknowledgedAt: isoOf(escalation.acknowledgedAt) } });
  return untimely(command.at, escalation.at, rules.now) ?? accept({ type: 'EscalationAcknowledged', escalationId: command.escalationId, at: command.at });
}
