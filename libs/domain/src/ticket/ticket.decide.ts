import { accept, isBlank, isoOf, localDateOf, refuse, untimely, type Decision, type Instant } from '../shared/index.js';
import { foreignParticular } from './channel-particulars.js';
import {
  TEXT_LIMIT,
  TITLE_LIMIT,
  type AcknowledgeEscalation,
  type AnswerDirectly,
  type ChangeCategory,
  type DeclineTicket,
  type EscalateTicket,
  type Escalation,
  type RegisterTicket,
  type Ticket,
  type TicketCommand,
  type TicketEvent,
  type TicketRefusal,
  type TicketRegistered,
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
      return decline(state, command, rules);
    case 'AnswerDirectly':
      return answer(state, command, rules);
    case 'EscalateTicket':
      return escalate(state, command, rules);
    case 'AcknowledgeEscalation':
      return acknowledge(state, command, rules);
    case 'ChangeCategory':
      return changeCategory(state, command, rules);
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
  const registered: TicketRegistered = {
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
    ...(command.prefectureDueOn && { prefectureDueOn: command.prefectureDueOn }),
    at: command.at,
  };
  return unfitParticulars(command) ?? withEmergency(registered, command, rules);
}

/** What only one channel brings must come over that channel, and the prefecture cannot want a matter done before it sent it. */
function unfitParticulars({ channel, particulars = [], prefectureDueOn, receivedAt }: RegisterTicket): TicketDecision | undefined {
  const foreign = foreignParticular(channel, particulars);
  if (foreign) return refuse('particular-of-another-channel', { field: `particulars.${foreign}` });
  if (prefectureDueOn && channel !== 'prefecture') return refuse('particular-of-another-channel', { field: 'prefectureDueOn' });
  if (prefectureDueOn && prefectureDueOn < localDateOf(receivedAt)) return refuse('due-before-receipt', { field: 'prefectureDueOn' });
  return undefined;
}

/** An emergency is registered and reported in one step: nothing lies between the call and the emergency office (Art. 4). */
function withEmergency(registered: TicketRegistered, { emergency }: RegisterTicket, rules: TicketRules): TicketDecision {
  if (!emergency) return accept(registered);
  const { escalationId, kind } = emergency;
  if (kind === null) return refuse('emergency-kind-missing', { field: 'emergencyKind' });
  const { recipients = [] } = rules;
  if (recipients.length === 0) return refuse('recipients-missing', { field: 'recipients' });
  return accept<TicketEvent>(registered, { type: 'TicketEscalated', escalationId, kind, recipients, at: registered.at });
}

function unfitWords({ title, text }: RegisterTicket): TicketDecision | undefined {
  if (isBlank(title)) return refuse('title-missing', { field: 'title' });
  if (title.length > TITLE_LIMIT) return refuse('title-too-long', { field: 'title', values: { limit: TITLE_LIMIT, length: title.length } });
  if (isBlank(text)) return refuse('text-missing', { field: 'text' });
  if (text.length > TEXT_LIMIT) return refuse('text-too-long', { field: 'text', values: { limit: TEXT_LIMIT, length: text.length } });
  return undefined;
}

/** Acceptance follows registration directly; a ticket that went any further is past it. */
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

/** Why the county cannot end the ticket itself any more, if so: it ended it before, or a unit has it or closed it. */
function endedOrWithUnit(state: Ticket): TicketDecision | undefined {
  if (state.status === 'answered') return refuse('already-answered');
  if (state.status === 'declined') return refuse('already-declined');
  if (state.settled) return refuse('already-settled');
  return state.withUnit ? refuse('already-dispatched', { values: state.dispatchedAt === null ? {} : { dispatchedAt: isoOf(state.dispatchedAt) } }) : undefined;
}

/** A local ticket that turns out to be none of the county's own may be declined after its acceptance too, while no unit has it and none has handled it (Art. 12). */
function decline(state: Ticket, command: DeclineTicket, rules: TicketRules): TicketDecision {
  const over = endedOrWithUnit(state);
  if (over) return over;
  if (state.prefectureTransfer) return refuse('prefecture-transfer-cannot-be-declined');
  if (state.handled) return refuse('handled-before');
  const { ground, explanation, at } = command;
  const turnTo = command.turnTo ?? rules.turnTo?.[ground] ?? '';
  if (isBlank(turnTo)) return refuse('turn-to-missing', { field: 'turnTo' });
  return untimely(at, state.acceptedAt ?? state.receivedAt, rules.now) ?? accept({ type: 'TicketDeclined', ground, turnTo, explanation: explanation ?? null, at });
}

/** Nothing is answered that was not accepted: whoever answers at once says under which scope, and both happen in one step (Art. 11, 18). */
function answer(state: Ticket, command: AnswerDirectly, rules: TicketRules): TicketDecision {
  const over = endedOrWithUnit(state);
  if (over) return over;
  const { scopeCode, at } = command;
  if (isBlank(command.answer)) return refuse('answer-missing', { field: 'answer' });
  const late = untimely(at, state.acceptedAt ?? state.receivedAt, rules.now);
  if (late) return late;
  const answered: TicketEvent = { type: 'TicketAnswered', answer: command.answer, knowledgeEntry: command.knowledgeEntry ?? null, at };
  if (state.status === 'accepted') return scopeCode === undefined || scopeCode === state.scopeCode ? accept(answered) : refuse('already-accepted', { field: 'scopeCode' });
  return scopeCode === undefined ? refuse('scope-code-missing', { field: 'scopeCode' }) : accept<TicketEvent>({ type: 'TicketAccepted', scopeCode, at }, answered);
}

function escalate(state: Ticket, command: EscalateTicket, rules: TicketRules): TicketDecision {
  const { escalationId, kind, recipients = rules.recipients ?? [], at } = command;
  const waiting = state.escalations.some((earlier) => earlier.escalationId === escalationId || (earlier.acknowledgedAt === null && sameReport(earlier, { kind, recipients })));
  if (waiting) return refuse('already-escalated');
  if (recipients.length === 0 || recipients.some(isBlank)) return refuse('recipients-missing', { field: 'recipients' });
  return untimely(at, state.receivedAt, rules.now) ?? accept({ type: 'TicketEscalated', escalationId, kind, recipients, at });
}

type Report = Pick<Escalation, 'kind' | 'recipients'>;

/** A second click reports nothing new; once the first is acknowledged, the matter may be reported again. */
function sameReport(earlier: Report, later: Report): boolean {
  return earlier.kind === later.kind && later.recipients.every((recipient) => earlier.recipients.includes(recipient));
}

function acknowledge(state: Ticket, command: AcknowledgeEscalation, rules: TicketRules): TicketDecision {
  const escalation = state.escalations.find(({ escalationId }) => escalationId === command.escalationId);
  if (!escalation) return refuse('no-such-escalation', { field: 'escalationId' });
  if (escalation.acknowledgedAt !== null) return refuse('already-acknowledged', { values: { acknowledgedAt: isoOf(escalation.acknowledgedAt) } });
  return untimely(command.at, escalation.at, rules.now) ?? accept({ type: 'EscalationAcknowledged', escalationId: command.escalationId, by: command.by, at: command.at });
}

/** Limits count anew from the original start, so a change is for matters in hand; what is answered, declined, closed or given back stays as it was judged. */
function changeCategory(state: Ticket, { category, reason, at }: ChangeCategory, rules: TicketRules): TicketDecision {
  if (state.status === 'declined') return refuse('already-declined');
  if (state.status === 'answered') return refuse('already-answered');
  if (state.settled) return refuse('already-settled');
  if (category === state.category) return refuse('same-category', { field: 'category' });
  if (isBlank(reason)) return refuse('change-reason-missing', { field: 'reason' });
  const previousStep = state.categoryChanges.at(-1)?.at ?? state.acceptedAt ?? state.receivedAt;
  return untimely(at, previousStep, rules.now) ?? accept({ type: 'CategoryChanged', previous: state.category, category, reason, at });
}
