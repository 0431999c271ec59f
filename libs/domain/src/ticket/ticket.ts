import type { Category, Channel, DeclineGround, Instant, PetitionerKind, ScopeCode } from '../shared/index.js';

/** Why a matter is reported to the emergency office at once, Art. 4. */
export const ESCALATION_KINDS = { sudden: '突发类', urgent: '紧急类', sensitive: '敏感类' } as const;
export type EscalationKind = keyof typeof ESCALATION_KINDS;

/** Longest title and text in characters; longer ones are refused at registration. */
export const TITLE_LIMIT = 200;
export const TEXT_LIMIT = 20_000;

/** Before registration there is nothing to know. */
export interface UnregisteredTicket {
  readonly status: 'unregistered';
}

/**
 * One matter of one petitioner as intake knows it.
 * The petitioner's own words (title, text, place) and identity are no part of it: the shell keeps them in its vault and its own row.
 */
export interface Ticket {
  readonly status: 'registered' | 'accepted' | 'declined' | 'answered';
  readonly ticketId: string;
  readonly number: string;
  readonly channel: Channel;
  readonly petitionerKind: PetitionerKind;
  readonly category: Category;
  readonly subject: string | null;
  readonly townCode: string | null;
  readonly receivedAt: Instant;
  readonly source: string | null;
  readonly externalId: string | null;
  readonly prefectureNumber: string | null;
  /** True when the prefecture sent it down; then it cannot be declined and the county clock runs from receipt. */
  readonly prefectureTransfer: boolean;
  readonly scopeCode: ScopeCode | null;
  readonly acceptedAt: Instant | null;
  readonly decline: Decline | null;
  readonly answer: DirectAnswer | null;
  /** The first dispatch that routing told of. */
  readonly dispatchedAt: Instant | null;
  readonly escalations: readonly Escalation[];
}

export type TicketState = UnregisteredTicket | Ticket;

export interface Decline {
  readonly ground: DeclineGround;
  readonly turnTo: string;
  readonly explanation: string | null;
  readonly at: Instant;
}

export interface DirectAnswer {
  readonly answer: string;
  readonly knowledgeEntry: string | null;
  readonly at: Instant;
}

export interface Escalation {
  readonly escalationId: string;
  readonly kind: EscalationKind;
  readonly recipients: readonly string[];
  readonly at: Instant;
  readonly acknowledgedAt: Instant | null;
}

export const initial: TicketState = { status: 'unregistered' };

/** Registers a matter, round the clock (Art. 2). `at` is the moment of registration, `receivedAt` that of receipt. */
export interface RegisterTicket {
  readonly type: 'RegisterTicket';
  readonly ticketId: string;
  readonly number: string;
  readonly channel: Channel;
  readonly petitionerKind: PetitionerKind;
  readonly category: Category;
  readonly subject?: string | null;
  readonly townCode?: string | null;
  readonly place?: string | null;
  readonly title: string;
  readonly text: string;
  readonly receivedAt: Instant;
  readonly source?: string | null;
  readonly externalId?: string | null;
  readonly prefectureNumber?: string | null;
  readonly at: Instant;
}

/** Accepts under a scope of Art. 11. */
export interface AcceptTicket {
  readonly type: 'AcceptTicket';
  readonly scopeCode: ScopeCode;
  readonly at: Instant;
}

/** Declines on a ground of Art. 12 and says where to turn instead. */
export interface DeclineTicket {
  readonly type: 'DeclineTicket';
  readonly ground: DeclineGround;
  readonly turnTo: string;
  readonly explanation?: string | null;
  readonly at: Instant;
}

/** Answers without any unit; that closes the ticket (Art. 18). */
export interface AnswerDirectly {
  readonly type: 'AnswerDirectly';
  readonly answer: string;
  readonly knowledgeEntry?: string | null;
  readonly at: Instant;
}

/** Reports a sudden, urgent or sensitive matter; possible in every state, handling goes on beside it (Art. 4). */
export interface EscalateTicket {
  readonly type: 'EscalateTicket';
  readonly escalationId: string;
  readonly kind: EscalationKind;
  readonly recipients: readonly string[];
  readonly at: Instant;
}

export interface AcknowledgeEscalation {
  readonly type: 'AcknowledgeEscalation';
  readonly escalationId: string;
  readonly at: Instant;
}

/** A fact from routing: a unit has the ticket now, so the county can no longer answer it directly. Never refused for its moment. */
export interface NoteDispatched {
  readonly type: 'NoteDispatched';
  readonly at: Instant;
}

export type TicketCommand = RegisterTicket | AcceptTicket | DeclineTicket | AnswerDirectly | EscalateTicket | AcknowledgeEscalation | NoteDispatched;

export interface TicketRegistered {
  readonly type: 'TicketRegistered';
  readonly ticketId: string;
  readonly number: string;
  readonly channel: Channel;
  readonly petitionerKind: PetitionerKind;
  readonly category: Category;
  readonly subject: string | null;
  readonly townCode: string | null;
  readonly receivedAt: Instant;
  readonly source: string | null;
  readonly externalId: string | null;
  readonly prefectureNumber: string | null;
  readonly prefectureTransfer: boolean;
  readonly at: Instant;
}

export interface TicketAccepted {
  readonly type: 'TicketAccepted';
  readonly scopeCode: ScopeCode;
  readonly at: Instant;
}

export interface TicketDeclined extends Decline {
  readonly type: 'TicketDeclined';
}

export interface TicketAnswered extends DirectAnswer {
  readonly type: 'TicketAnswered';
}

export interface TicketEscalated {
  readonly type: 'TicketEscalated';
  readonly escalationId: string;
  readonly kind: EscalationKind;
  readonly recipients: readonly string[];
  readonly at: Instant;
}

export interface EscalationAcknowledged {
  readonly type: 'EscalationAcknowledged';
  readonly escalationId: string;
  readonly at: Instant;
}

export interface DispatchNoted {
  readonly type: 'DispatchNoted';
  readonly at: Instant;
}

export type TicketEvent = TicketRegistered | TicketAccepted | TicketDeclined | TicketAnswered | TicketEscalated | EscalationAcknowledged | DispatchNoted;

export const TICKET_REFUSALS = [
  'already-registered',
  'not-registered',
  'received-after-registration',
  'title-missing',
  'title-too-long',
  'text-missing',
  'text-too-long',
  'prefecture-number-missing',
  'prefecture-number-without-transfer',
  'external-id-without-source',
  'already-accepted',
  'already-declined',
  'already-answered',
  'already-dispatched',
  'prefecture-transfer-cannot-be-declined',
  'turn-to-missing',
  'answer-missing',
  'recipients-missing',
  'already-escalated',
  'no-such-escalation',
  'already-acknowledged',
  'before-previous-step',
  'in-the-future',
] as const;
export type TicketRefusal = (typeof TICKET_REFUSALS)[number];

export interface TicketRules {
  /** The moment of the decision. */
  readonly now: Instant;
}
