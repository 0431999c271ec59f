import type { Category, ContactWay, DispatchMode, Instant, LocalDate, PetitionerKind, ResultCode, SupervisionGround, TicketMark } from '../shared/index.js';
import type { PaperFile, ReviewOutcome } from './handling.state.js';

/** A fact from intake: the ticket was accepted and waits for dispatch. */
export interface OpenCase {
  readonly type: 'OpenCase';
  readonly ticketId: string;
  readonly category: Category;
  readonly petitionerKind: PetitionerKind;
  readonly prefectureTransfer: boolean;
  readonly receivedAt: Instant;
  readonly acceptedAt: Instant;
}

/** A fact from intake: the county answered directly. Order against `OpenCase` does not matter. */
export interface NoteAnswered {
  readonly type: 'NoteAnswered';
  readonly at: Instant;
}

/** A fact from intake: the county declined the ticket after its acceptance (Art. 12). Order against `OpenCase` does not matter. */
export interface NoteDeclined {
  readonly type: 'NoteDeclined';
  readonly at: Instant;
}

/** A fact from intake: the category was changed (Art. 13). The newest change counts, in whatever order they are told. */
export interface ChangeCategory {
  readonly type: 'ChangeCategory';
  readonly category: Category;
  readonly previous: Category;
  readonly at: Instant;
}

/** A fact from supervision: the file was disposed of after its retention; the words go, codes and times stay (Art. 20). */
export interface DisposeCase {
  readonly type: 'DisposeCase';
  readonly certificateNo: string;
  readonly at: Instant;
}

/** The county marks the ticket as key, difficult or hot, or takes marks away, which needs a reason (Art. 6). */
export interface MarkCase {
  readonly type: 'MarkCase';
  /** All marks from now on. */
  readonly marks: readonly TicketMark[];
  readonly reason?: string | null;
  readonly at: Instant;
}

/** The county brings a further assisting unit into the running dispatch, which is joint from then on (Art. 15(2)). */
export interface AddAssisting {
  readonly type: 'AddAssisting';
  readonly unit: string;
  readonly at: Instant;
}

/** The county sends the ticket to one unit (transfer) or to a lead and assisting units (joint), Art. 15. */
export interface DispatchCase {
  readonly type: 'Dispatch';
  readonly mode: DispatchMode;
  readonly lead: string;
  readonly assisting: readonly string[];
  /** Left out: what the dispatch before was supervised for, else what the petitioner's kind asks for. Never `second-dissatisfaction`. */
  readonly supervised?: SupervisionGround | null;
  /** Taken no more: what a unit did poorly is recorded in supervision, which issues the order (Art. 15(3)). */
  readonly finding?: string | null;
  /** Binding: cannot be returned, Art. 17(return). */
  readonly ruling?: boolean;
  readonly at: Instant;
}

/** The county takes the running dispatch back from its units, since it was sent to the wrong ones, and will dispatch anew (撤回改派). */
export interface RecallDispatch {
  readonly type: 'RecallDispatch';
  readonly reason: string;
  readonly at: Instant;
}

export interface Sign {
  readonly type: 'Sign';
  readonly unit: string;
  readonly at: Instant;
}

/** Lengthens the unit's return window, when declared within the plain one, Art. 17(return). */
export interface DeclareOnSiteCheck {
  readonly type: 'DeclareOnSiteCheck';
  readonly unit: string;
  readonly at: Instant;
}

/** One try of the lead unit to speak to the petitioner, Art. 17. */
export interface RecordContact {
  readonly type: 'RecordContact';
  readonly unit: string;
  readonly way: ContactWay;
  readonly reached: boolean;
  readonly note?: string | null;
  readonly at: Instant;
}

export interface GiveOpinion {
  readonly type: 'GiveOpinion';
  readonly unit: string;
  readonly text: string;
  readonly at: Instant;
}

export interface AskReturn {
  readonly type: 'AskReturn';
  readonly unit: string;
  readonly reason: string;
  readonly suggestedUnit: string;
  readonly at: Instant;
}

/** The county decides on the return of `unit`; a refusal needs a reason. */
export interface DecideReturn {
  readonly type: 'DecideReturn';
  readonly unit: string;
  readonly accepted: boolean;
  readonly reason?: string | null;
  readonly at: Instant;
}

export interface EnterResult {
  readonly type: 'EnterResult';
  readonly unit: string;
  readonly resultCode: ResultCode;
  readonly text: string;
  readonly reviewDate?: LocalDate | null;
  readonly plan?: string | null;
  readonly explanationRecord?: string | null;
  readonly missingOpinions?: readonly string[];
  readonly at: Instant;
}

/** The principal leader of the lead unit writes how the matter is to be handled (阅批, Art. 6). */
export interface GiveInstruction {
  readonly type: 'GiveInstruction';
  readonly unit: string;
  readonly leader: string;
  readonly text: string;
  readonly at: Instant;
}

/** What became of conditions that were not ready (Art. 9); `unit` is null when the county looked into it. */
export interface ReviewConditions {
  readonly type: 'ReviewConditions';
  readonly unit: string | null;
  readonly outcome: ReviewOutcome;
  readonly text: string;
  /** Needed while conditions are still not ready. */
  readonly plan?: string | null;
  readonly reviewDate?: LocalDate | null;
  readonly at: Instant;
}

/** The principal leader, or a deputy with a recorded authorisation, approves and has the seal recorded, Art. 18. */
export interface Approve {
  readonly type: 'Approve';
  readonly unit: string;
  readonly approver: string;
  /** The recorded authorisation that a deputy refers to; absent when the principal leader approves in person. */
  readonly deputy?: { readonly authorisationId: string } | null;
  readonly sealNumber: string;
  readonly at: Instant;
}

/** The leader rejects the result; the unit goes on handling. */
export interface SendBack {
  readonly type: 'SendBack';
  readonly unit: string;
  readonly reason: string;
  readonly at: Instant;
}

/** The county registers the paper file; that closes the round, Art. 18. */
export interface RegisterPaper {
  readonly type: 'RegisterPaper';
  /** Absent from an imported file, which the old register holds. */
  readonly paper?: PaperFile | null;
  readonly at: Instant;
}

/** A fact from supervision: a further round after dissatisfaction. */
export interface OrderRework {
  readonly type: 'OrderRework';
  /** The round that begins: 2, 3 … */
  readonly round: number;
  /** When the county gave the answer that does not stand; missing where a unit does its own work anew. */
  readonly answeredAt?: Instant;
  readonly at: Instant;
}

/** The county asks the prefecture to take the ticket back, Art. 17(return). */
export interface ApplyUpstreamReturn {
  readonly type: 'ApplyUpstreamReturn';
  readonly reason: string;
  readonly at: Instant;
}

export interface DecideUpstreamReturn {
  readonly type: 'DecideUpstreamReturn';
  readonly accepted: boolean;
  readonly at: Instant;
}

/** Steps of a unit; each names the unit that takes it. */
export type UnitCommand = Sign | DeclareOnSiteCheck | RecordContact | GiveOpinion | AskReturn | EnterResult | GiveInstruction | Approve | SendBack;
/** Steps of the county and the prefecture, and facts from other services. */
export type CountyCommand =
  | OpenCase
  | NoteAnswered
  | NoteDeclined
  | ChangeCategory
  | DisposeCase
  | MarkCase
  | DispatchCase
  | RecallDispatch
  | AddAssisting
  | DecideReturn
  | RegisterPaper
  | ReviewConditions
  | OrderRework
  | ApplyUpstreamReturn
  | DecideUpstreamReturn;
export type HandlingCommand = UnitCommand | CountyCommand;
