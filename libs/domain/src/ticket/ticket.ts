import type { Category, Channel, DeclineGround, Instant, LocalDate, PetitionerKind, ScopeCode } from '../shared/index.js';
import type { ChannelParticular } from './channel-particulars.js';

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
  /** True while a unit has it, as far as routing told: its last dispatch was not returned, withdrawn or recalled. */
  readonly withUnit: boolean;
  /** True once a unit's file on it was closed; a further round may wait for dispatch. */
  readonly handled: boolean;
  readonly escalations: readonly Escalation[];
  readonly categoryChanges: readonly CategoryChange[];
  /** True once routing told that the file is closed or given back to the prefecture: nothing of the matter is in hand any more. */
  readonly settled: boolean;
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
  /** Who recorded the acknowledgement; null until then. */
  readonly acknowledgedBy: string | null;
}

/** One change of the category with its reason, Art. 13. */
export interface CategoryChange {
  readonly previous: Category;
  readonly category: Category;
  readonly reason: string;
  readonly at: Instant;
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
  /** Which particulars of a channel came with the matter; their values are the shell's, since most of them tell who it is. */
  readonly particulars?: readonly ChannelParticular[];
  /** Until when the prefecture wants the matter done, a local date; prefecture transfers only. */
  readonly prefectureDueOn?: LocalDate | null;
  /** What the person at the desk reports at once, with the registration (Art. 4); `kind` may be forgotten. */
  readonly emergency?: { readonly escalationId: string; readonly kind: EscalationKind | null } | null;
  readonly at: Instant;
}

/** Accepts under a scope of Art. 11. */
export interface AcceptTicket {
  readonly type: 'AcceptTicket';
  readonly scopeCode: ScopeCode;
  readonly at: Instant;
}

/** Declines on a ground of Art. 12, also after acceptance while no unit has it; without `turnTo` the petitioner is told what the county's policy says of the ground. */
export interface DeclineTicket {
  readonly type: 'DeclineTicket';
  readonly ground: DeclineGround;
  readonly turnTo?: string;
  readonly explanation?: string | null;
  readonly at: Instant;
}

/** Answers while no unit has it; that closes the ticket (Art. 18). One that was not accepted yet is accepted with it, under its scope (Art. 11). */
export interface AnswerDirectly {
  readonly type: 'AnswerDirectly';
  readonly answer: string;
  readonly scopeCode?: ScopeCode;
  readonly knowledgeEntry?: string | null;
  readonly at: Instant;
}

/** Reports a sudden, urgent or sensitive matter; possible in every state, handling goes on beside it (Art. 4). */
export interface EscalateTicket {
  readonly type: 'EscalateTicket';
  readonly escalationId: string;
  readonly kind: EscalationKind;
  /** Left out: whom the county's policy names. */
  readonly recipients?: readonly string[];
  readonly at: Instant;
}

export interface AcknowledgeEscalation {
  readonly type: 'AcknowledgeEscalation';
  readonly escalationId: string;
  /** Who acknowledged, as it was told at the desk. */
  readonly by: string;
  readonly at: Instant;
}

/** Puts a ticket into another category, before or after its dispatch, for a reason (Art. 13). */
export interface ChangeCategory {
  readonly type: 'ChangeCategory';
  readonly category: Category;
  readonly reason: string;
  readonly at: Instant;
}

export type TicketCommand = RegisterTicket | AcceptTicket | DeclineTicket | AnswerDirectly | EscalateTicket | AcknowledgeEscalation | ChangeCategory;

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
  /** Only where the prefecture set a date. */
  readonly prefectureDueOn?: LocalDate;
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
  readonly by: string;
  readonly at: Instant;
}

export interface CategoryChanged extends CategoryChange {
  readonly type: 'CategoryChanged';
}

export type TicketEvent =
  | TicketRegistered
  | TicketAccepted
  | TicketDeclined
  | TicketAnswered
  | TicketEscalated
  | EscalationAcknowledged
  | CategoryChanged;

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
  'particular-of-another-channel',
  'due-before-receipt',
  'emergency-kind-missing',
  'already-accepted',
  'already-declined',
  'already-answered',
  'already-dispatched',
  'handled-before',
  'prefecture-transfer-cannot-be-declined',
  'turn-to-missing',
  'answer-missing',
  'scope-code-missing',
  'recipients-missing',
  'already-escalated',
  'no-such-escalation',
  'already-acknowledged',
  'same-category',
  'change-reason-missing',
  'already-settled',
  'before-previous-step',
  'in-the-future',
] as const;
export type TicketRefusal = (typeof TICKET_REFUSALS)[number];

export interface TicketRules {
  /** The moment of the decision. */
  readonly now: Instant;
  /** What a declined petitioner is told when the person at the desk says nothing of their own, Art. 12. */
  readonly turnTo?: Readonly<Record<DeclineGround, string>>;
  /** Who is told of an emergency when nobody else is named, Art. 4. */
  readonly recipients?: readonly string[];
}
