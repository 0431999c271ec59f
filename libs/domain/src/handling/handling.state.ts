import type { PolicyRef } from '../policy/index.js';
import type { Category, DispatchMode, Instant, LocalDate, PetitionerKind, ResultCode, SupervisionGround, TicketMark } from '../shared/index.js';

/** A ticket that routing has not been told was accepted; an answer or a decline may be known before, since messages overtake each other. */
export interface NoCase {
  readonly status: 'none';
  readonly answeredAt: Instant | null;
  /** When the county declined the ticket; missing means it did not. */
  readonly declinedAt?: Instant;
  /** The newest change of category that overtook the acceptance. */
  readonly category?: CategoryChange;
  /** A further round after the answer, which overtook the acceptance. */
  readonly rework?: { readonly round: number; readonly at: Instant };
}

export interface CategoryChange {
  readonly category: Category;
  readonly previous: Category;
  readonly at: Instant;
}

export type CaseStatus =
  | 'awaiting-dispatch'
  | 'dispatched'
  | 'result-entered'
  | 'feedback-given'
  | 'closed'
  | 'upstream-return-asked'
  | 'returned-upstream'
  /** The county answered directly; nothing is left to dispatch. */
  | 'answered'
  /** The county declined it after its acceptance, since it turned out to be none of its own (Art. 12). */
  | 'declined';

/** The handling of one ticket over all its dispatches and rounds. Plain JSON: absent is null, never undefined; members that came later may be missing from older cases. */
export interface Case {
  readonly status: CaseStatus;
  readonly ticketId: string;
  readonly category: Category;
  readonly petitionerKind: PetitionerKind;
  readonly prefectureTransfer: boolean;
  readonly receivedAt: Instant;
  readonly acceptedAt: Instant;
  /** 1, then one more with each rework. */
  readonly round: number;
  /** Accepted returns of a lead unit over the ticket's life; enough of them allow a ruling. */
  readonly acceptedReturns: number;
  /** The newest dispatch; null before the first and after an accepted return until the next. */
  readonly dispatch: Dispatch | null;
  /** Ended dispatches, oldest first: returned, withdrawn and recalled ones and those of earlier rounds. */
  readonly past: readonly Dispatch[];
  readonly upstreamReturns: readonly UpstreamReturn[];
  /** The latest step of the ticket as a whole; the next dispatch or upstream application may not lie before it. */
  readonly waitingSince: Instant;
  /** Why the principal leader's written instruction is needed, Art. 6; missing means no mark. */
  readonly marks?: readonly TicketMark[];
  /** When the category was last changed; missing while it is the one of the acceptance. */
  readonly categoryChangedAt?: Instant;
  /** When the county answered directly; missing from cases that were answered before it was kept. */
  readonly answeredAt?: Instant;
  /** The round that this answer ended, once a further one was ordered; missing until then. */
  readonly answeredRound?: number;
  /** When the county declined it after its acceptance; missing means it did not. */
  readonly declinedAt?: Instant;
  /** When the file was disposed of; nothing happens to the case after it. */
  readonly disposedAt?: Instant;
}

export type CaseState = NoCase | Case;

/** One sending of the ticket to a unit, alone or as lead of several; (ticketId, dispatchNo) names it everywhere. */
export interface Dispatch {
  /** 1, 2, 3 … over the ticket. */
  readonly dispatchNo: number;
  readonly round: number;
  readonly mode: DispatchMode;
  readonly lead: string;
  /** Units as dispatched, the lead first; one that left by an accepted return stays listed with `leftAt`. */
  readonly parts: readonly UnitPart[];
  readonly supervised: SupervisionGround | null;
  /** The recorded finding that the unit handled it poorly; only with the ground `second-dissatisfaction`. */
  readonly finding: string | null;
  readonly ruling: boolean;
  readonly policy: PolicyRef;
  /** Exclusive end of the return window as told with the dispatch; absent when none was told. */
  readonly returnDueAt?: Instant;
  /** The publications of the calendar with which that was counted. */
  readonly calendarsKnown?: number;
  readonly at: Instant;
  readonly contact: { readonly attempts: number; readonly lastAt: Instant | null; readonly contactedAt: Instant | null };
  readonly result: Result | null;
  /** Results that the principal leader sent back, oldest first. */
  readonly sentBack: readonly { readonly result: Result; readonly reason: string; readonly at: Instant }[];
  readonly approval: Approval | null;
  readonly closedAt: Instant | null;
  /** When the lead's accepted return, its withdrawal or its recall ended it. */
  readonly endedAt: Instant | null;
  /** When it was withdrawn since the county had answered or declined itself, or recalled; missing otherwise. */
  readonly withdrawnAt?: Instant;
  /** Why the county recalled it, in its own words; missing unless it did. */
  readonly recallReason?: string;
  /** Written instructions of the principal leader, oldest first; missing means none. */
  readonly instructions?: readonly Instruction[];
  /** Reviews of conditions that were not ready, oldest first; missing means none. */
  readonly reviews?: readonly ConditionsReview[];
  /** Where the paper stands in the county's register; missing until then, and from imported files. */
  readonly paper?: PaperFile;
}

/** Art. 6. */
export interface Instruction {
  /** Account of the principal leader. */
  readonly leader: string;
  readonly text: string;
  readonly at: Instant;
}

export const REVIEW_OUTCOMES = { 'still-not-ready': '条件仍不具备', resolved: '现已解决' } as const;
export type ReviewOutcome = keyof typeof REVIEW_OUTCOMES;

/** Art. 9. */
export interface ConditionsReview {
  readonly outcome: ReviewOutcome;
  readonly text: string;
  readonly plan: string | null;
  readonly reviewDate: LocalDate | null;
  readonly at: Instant;
}

/** An entry of the county's register of paper files, Art. 18: numbers of a year are 1, 2, 3 … without a gap. */
export interface PaperFile {
  readonly year: number;
  readonly number: number;
  readonly pages: number | null;
  readonly remark: string | null;
}

/** What one unit did in one dispatch. */
export interface UnitPart {
  readonly unit: string;
  readonly role: 'lead' | 'assisting';
  readonly signedAt: Instant | null;
  readonly onSiteCheckAt: Instant | null;
  /** When the county brought the unit into the running dispatch; missing from those it was dispatched to. */
  readonly addedAt?: Instant;
  /** Exclusive end of the plain return window as told to a unit that was brought in. */
  readonly plainReturnDueAt?: Instant;
  readonly plainCalendarsKnown?: number;
  /** Exclusive end of the longer return window as told with the declaration; absent when none was told. */
  readonly returnDueAt?: Instant;
  readonly calendarsKnown?: number;
  readonly opinion: { readonly text: string; readonly at: Instant } | null;
  readonly return: UnitReturn | null;
  readonly leftAt: Instant | null;
}

export interface UnitReturn {
  readonly reason: string;
  readonly suggestedUnit: string;
  readonly askedAt: Instant;
  readonly decision: { readonly accepted: boolean; readonly reason: string | null; readonly at: Instant } | null;
}

export interface Result {
  readonly resultCode: ResultCode;
  readonly text: string;
  /** When conditions are looked at again; only with `conditions-not-ready`. */
  readonly reviewDate: LocalDate | null;
  readonly plan: string | null;
  /** How it was explained; only with `beyond-policy-explained`. */
  readonly explanationRecord: string | null;
  /** Assisting units that are named as having given no opinion, Art. 15(2). */
  readonly missingOpinions: readonly string[];
  readonly at: Instant;
}

export interface Approval {
  readonly approver: string;
  /** Recorded authorisation of a deputy; null when the principal leader approved in person. */
  readonly authorisation: string | null;
  /** The record in the register of authorisations; missing from older approvals. */
  readonly authorisationId?: string;
  readonly sealNumber: string;
  readonly at: Instant;
}

export interface UpstreamReturn {
  readonly reason: string;
  readonly askedAt: Instant;
  readonly decision: { readonly accepted: boolean; readonly at: Instant } | null;
}

export const initial: CaseState = { status: 'none', answeredAt: null };

/** How the ticket is handled now: alone again once every assisting unit has left (Art. 15). */
export function modeNow(dispatch: Dispatch): DispatchMode {
  return dispatch.mode === 'joint' && assistingOf(dispatch).length === 0 ? 'transfer' : dispatch.mode;
}

/** Assisting units that are still in the dispatch. */
export function assistingOf(dispatch: Dispatch): readonly string[] {
  return dispatch.parts.filter((part) => part.role === 'assisting' && part.leftAt === null).map((part) => part.unit);
}

/** The part of a unit that is still in the dispatch; undefined for strangers and for units that left. */
export function partOf(dispatch: Dispatch, unit: string): UnitPart | undefined {
  return dispatch.parts.find((part) => part.unit === unit && part.leftAt === null);
}

/** Every dispatch there ever was, oldest first. */
export function dispatchesOf(state: Case): readonly Dispatch[] {
  return state.dispatch ? [...state.past, state.dispatch] : state.past;
}

/** Every unit that ever had the ticket; those may still read what was theirs. */
export function unitsOf(state: CaseState): readonly string[] {
  if (state.status === 'none') return [];
  return [...new Set(dispatchesOf(state).flatMap((dispatch) => dispatch.parts.map((part) => part.unit)))];
}
