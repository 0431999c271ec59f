import type { PolicyRef } from '../policy/index.js';
import type { Category, ContactWay, DispatchMode, Instant, LocalDate, PetitionerKind, ResultCode, SupervisionGround, TicketMark } from '../shared/index.js';
import type { PaperFile, ReviewOutcome } from './handling.state.js';

export interface CaseOpened {
  readonly type: 'CaseOpened';
  readonly ticketId: string;
  readonly category: Category;
  readonly petitionerKind: PetitionerKind;
  readonly prefectureTransfer: boolean;
  readonly receivedAt: Instant;
  readonly acceptedAt: Instant;
}

export interface AnswerNoted {
  readonly type: 'AnswerNoted';
  /** A further round after the answer; only where both overtook the acceptance, with which the round begins. */
  readonly rework?: { readonly round: number; readonly at: Instant };
  readonly at: Instant;
}

/** The county's answer became known when the units had gone beyond signing: it is kept on the file and undoes nothing. */
export interface AnswerCameLate {
  readonly type: 'AnswerCameLate';
  readonly at: Instant;
}

/** The county had declined the accepted ticket; nothing is left to dispatch (Art. 12). */
export interface DeclineNoted {
  readonly type: 'DeclineNoted';
  readonly at: Instant;
}

/** The decline became known when the units had gone beyond signing: it is kept on the file and undoes nothing. */
export interface DeclineCameLate {
  readonly type: 'DeclineCameLate';
  readonly at: Instant;
}

/** The dispatch was void from the start: the county had answered (Art. 18) or declined (Art. 12) the ticket itself. Nobody is blamed. */
export interface DispatchWithdrawn {
  readonly type: 'DispatchWithdrawn';
  readonly dispatchNo: number;
  /** Missing: it had answered. */
  readonly cause?: 'declined';
  readonly at: Instant;
}

/** The county took the dispatch back to send the ticket elsewhere. The whole of it is void, nobody is blamed, and it is no return. */
export interface DispatchRecalled {
  readonly type: 'DispatchRecalled';
  readonly dispatchNo: number;
  readonly reason: string;
  readonly at: Instant;
}

export interface CategoryChanged {
  readonly type: 'CategoryChanged';
  readonly category: Category;
  readonly previous: Category;
  readonly at: Instant;
}

/** Every word that a person wrote was destroyed; codes and times stay (Art. 20). */
export interface CaseDisposed {
  readonly type: 'CaseDisposed';
  readonly certificateNo: string;
  readonly at: Instant;
}

export interface CaseMarked {
  readonly type: 'CaseMarked';
  readonly marks: readonly TicketMark[];
  readonly reason: string | null;
  readonly at: Instant;
}

export interface Dispatched {
  readonly type: 'Dispatched';
  readonly dispatchNo: number;
  readonly round: number;
  readonly mode: DispatchMode;
  readonly lead: string;
  readonly assisting: readonly string[];
  readonly supervised: SupervisionGround | null;
  /** The ground is that of the dispatch before; nobody named it anew. */
  readonly groundInherited?: true;
  readonly finding: string | null;
  readonly ruling: boolean;
  readonly policy: PolicyRef;
  /** Exclusive end of the return window that the units are told with it; absent from a ruling, and from dispatches made before it was kept. */
  readonly returnDueAt?: Instant;
  /** The publications of the calendar with which it was counted. */
  readonly calendarsKnown?: number;
  readonly at: Instant;
}

/** A rework was ordered but its lead unit can take no ticket any more, or none had it before: the county must choose. */
export interface ReworkAwaitsDispatch {
  readonly type: 'ReworkAwaitsDispatch';
  readonly round: number;
  readonly at: Instant;
}

/** What every event of a dispatch names. */
interface OfDispatch {
  readonly dispatchNo: number;
  readonly unit: string;
  readonly at: Instant;
}

export interface AssistingAdded extends OfDispatch {
  readonly type: 'AssistingAdded';
  readonly round: number;
  /** Exclusive end of the return window that the unit is told; absent in a ruling. */
  readonly returnDueAt?: Instant;
  readonly calendarsKnown?: number;
}

export interface Signed extends OfDispatch {
  readonly type: 'Signed';
  /** True when the unit never signed but acted on the ticket, which takes receipt all the same. */
  readonly implied: boolean;
}

export interface OnSiteCheckDeclared extends OfDispatch {
  readonly type: 'OnSiteCheckDeclared';
  /** Exclusive end of the longer return window that the unit is told; absent from declarations made before it was kept. */
  readonly returnDueAt?: Instant;
  readonly calendarsKnown?: number;
}

/** A try that does not count as first contact. */
export interface ContactAttempted extends OfDispatch {
  readonly type: 'ContactAttempted';
  readonly way: ContactWay;
  readonly attempts: number;
  readonly note: string | null;
}

/** First contact: the petitioner was reached, or the policy's number of attempts is spent. */
export interface PetitionerContacted extends OfDispatch {
  readonly type: 'PetitionerContacted';
  readonly way: ContactWay;
  readonly reached: boolean;
  readonly attempts: number;
  readonly note: string | null;
}

export interface OpinionGiven extends OfDispatch {
  readonly type: 'OpinionGiven';
  readonly text: string;
}

export interface ReturnAsked extends OfDispatch {
  readonly type: 'ReturnAsked';
  readonly reason: string;
  readonly suggestedUnit: string;
}

export interface ReturnDecided extends OfDispatch {
  readonly type: 'ReturnDecided';
  readonly role: 'lead' | 'assisting';
  readonly accepted: boolean;
  readonly reason: string | null;
}

export interface ResultEntered extends OfDispatch {
  readonly type: 'ResultEntered';
  readonly round: number;
  readonly resultCode: ResultCode;
  readonly text: string;
  readonly reviewDate: LocalDate | null;
  readonly plan: string | null;
  readonly explanationRecord: string | null;
  readonly missingOpinions: readonly string[];
}

export interface ResultSentBack extends OfDispatch {
  readonly type: 'ResultSentBack';
  readonly reason: string;
}

export interface InstructionGiven extends OfDispatch {
  readonly type: 'InstructionGiven';
  readonly leader: string;
  readonly text: string;
}

/** Conditions that were not ready were looked at again (Art. 9); `unit` is the lead, whoever looked. */
export interface ConditionsReviewed extends OfDispatch {
  readonly type: 'ConditionsReviewed';
  readonly outcome: ReviewOutcome;
  readonly text: string;
  readonly plan: string | null;
  readonly reviewDate: LocalDate | null;
}

/** The moment that decides on time or late (Art. 18). */
export interface FeedbackGiven extends OfDispatch {
  readonly type: 'FeedbackGiven';
  readonly round: number;
  readonly resultCode: ResultCode;
  readonly approver: string;
  /** Document number of a deputy's authorisation; free words in events older than the register of authorisations. */
  readonly authorisation: string | null;
  /** Names the record in the register; absent from older events and from approvals in person. */
  readonly authorisationId?: string;
  readonly sealNumber: string;
}

export interface CaseClosed extends OfDispatch {
  readonly type: 'CaseClosed';
  readonly round: number;
  readonly supervised: boolean;
  /** The entry in the county's register of paper files; absent from imported files and from closings made before the register. */
  readonly paper?: PaperFile;
}

export interface UpstreamReturnAsked {
  readonly type: 'UpstreamReturnAsked';
  readonly reason: string;
  readonly at: Instant;
}

export interface UpstreamReturnDecided {
  readonly type: 'UpstreamReturnDecided';
  readonly accepted: boolean;
  readonly at: Instant;
}

export type HandlingEvent =
  | CaseOpened
  | AnswerNoted
  | AnswerCameLate
  | DeclineNoted
  | DeclineCameLate
  | DispatchWithdrawn
  | DispatchRecalled
  | CategoryChanged
  | CaseDisposed
  | CaseMarked
  | Dispatched
  | ReworkAwaitsDispatch
  | AssistingAdded
  | Signed
  | OnSiteCheckDeclared
  | ContactAttempted
  | PetitionerContacted
  | OpinionGiven
  | ReturnAsked
  | ReturnDecided
  | ResultEntered
  | ResultSentBack
  | InstructionGiven
  | ConditionsReviewed
  | FeedbackGiven
  | CaseClosed
  | UpstreamReturnAsked
  | UpstreamReturnDecided;
