import type { Instant, LocalDate, Satisfaction } from '../shared/index.js';

/** Why a closed ticket is called back, Art. 19. */
export const VISIT_BASES = { sampled: '抽查', supervised: '督办件', requested: '指定回访', 'followed-up': '督查发现', imported: '历史导入' } as const;
export type VisitBasis = keyof typeof VISIT_BASES;

/** Stands in place of a unit code where the county answered the ticket itself; the dispatch number of such a visit is 0. */
export const COUNTY = 'county';
export const NO_DISPATCH = 0;

export interface NoVisit {
  readonly status: 'none';
}

/** The return visit to the petitioner of one closed dispatch, or of the county's own answer. */
export interface Visit {
  readonly status: 'planned' | 'recorded' | 'rework-ordered';
  readonly visitId: string;
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly round: number;
  /** The lead unit whose work is asked about, or {@link COUNTY}. */
  readonly unit: string;
  readonly basis: VisitBasis;
  readonly plannedAt: Instant;
  /** Last day for the call; null where the policy names no time. */
  readonly dueOn: LocalDate | null;
  /** Subject of the member of staff who is to call; null while nobody is named. */
  readonly caller: string | null;
  readonly attempts: number;
  readonly lastAttemptAt: Instant | null;
  /** As it was put right last. */
  readonly outcome: VisitOutcome | null;
  /** Outcomes that were put right, oldest first; missing means none. */
  readonly corrections?: readonly Correction[];
  readonly rework: Rework | null;
}

export interface Rework {
  readonly round: number;
  readonly reason: string;
  readonly at: Instant;
  /** The follow-up whose finding it rests on; missing where it rests on what the petitioner said. */
  readonly followUpId?: string;
}

/** An outcome that did not stand, and why. */
export interface Correction {
  readonly outcome: VisitOutcome;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** What the petitioner said; `solved` is false and `satisfaction` null when nobody was reached. */
export interface VisitOutcome {
  readonly reached: boolean;
  readonly solved: boolean;
  readonly satisfaction: Satisfaction | null;
  readonly note: string | null;
  /** Of the call; a correction leaves it. */
  readonly at: Instant;
}

export type VisitState = NoVisit | Visit;

export const initial: VisitState = { status: 'none' };

export interface PlanVisit {
  readonly type: 'PlanVisit';
  readonly visitId: string;
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly round: number;
  readonly unit: string;
  readonly basis: VisitBasis;
  readonly dueOn?: LocalDate | null;
  /** Not before the closing that it follows. */
  readonly at: Instant;
}

/** Names who is to call, or somebody else instead. */
export interface AssignVisit {
  readonly type: 'AssignVisit';
  readonly caller: string;
  readonly at: Instant;
}

/** One call: what was said, or that nobody answered. */
export interface RecordVisit {
  readonly type: 'RecordVisit';
  readonly reached: boolean;
  readonly solved?: boolean | null;
  readonly satisfaction?: Satisfaction | null;
  readonly note?: string | null;
  readonly at: Instant;
}

/** Puts right what was entered wrongly; the outcome that stood before stays on record. */
export interface CorrectVisit {
  readonly type: 'CorrectVisit';
  readonly reached: boolean;
  readonly solved?: boolean | null;
  readonly satisfaction?: Satisfaction | null;
  readonly note?: string | null;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

export interface OrderRework {
  readonly type: 'OrderRework';
  readonly reason: string;
  /** A follow-up found that the matter is not as the unit reported it (Art. 19). */
  readonly followUpId?: string;
  readonly at: Instant;
}

export type VisitCommand = PlanVisit | AssignVisit | RecordVisit | CorrectVisit | OrderRework;

export interface VisitPlanned {
  readonly type: 'VisitPlanned';
  readonly visitId: string;
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly round: number;
  readonly unit: string;
  readonly basis: VisitBasis;
  readonly dueOn: LocalDate | null;
  readonly at: Instant;
}

export interface VisitAssigned {
  readonly type: 'VisitAssigned';
  readonly caller: string;
  readonly at: Instant;
}

/** Nobody answered, and the policy's attempts are not yet spent. */
export interface VisitAttempted {
  readonly type: 'VisitAttempted';
  readonly attempts: number;
  readonly note: string | null;
  readonly at: Instant;
}

/** The visit is complete. */
export interface VisitRecorded extends VisitOutcome {
  readonly type: 'VisitRecorded';
  readonly attempts: number;
}

export interface VisitCorrected {
  readonly type: 'VisitCorrected';
  /** 1, 2 … of this visit. */
  readonly correction: number;
  readonly reached: boolean;
  readonly solved: boolean;
  readonly satisfaction: Satisfaction | null;
  readonly note: string | null;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

export interface ReworkOrdered extends Rework {
  readonly type: 'ReworkOrdered';
}

export type VisitEvent = VisitPlanned | VisitAssigned | VisitAttempted | VisitRecorded | VisitCorrected | ReworkOrdered;

export const VISIT_REFUSALS = [
  'already-planned',
  'no-such-visit',
  'caller-missing',
  'already-recorded',
  'not-recorded',
  'solved-missing',
  'satisfaction-missing',
  'nobody-reached-nothing-said',
  'not-dissatisfied',
  'nothing-corrected',
  'outcome-appraised',
  'finding-rests-on-outcome',
  'already-ordered',
  'reason-missing',
  'before-previous-step',
  'in-the-future',
] as const;
export type VisitRefusal = (typeof VISIT_REFUSALS)[number];

export interface VisitRules {
  /** The moment of the decision. */
  readonly now: Instant;
  /** `returnVisit.attempts` of the policy: calls after which an unanswered visit is recorded as not reached. */
  readonly attempts: number;
  /** `returnVisit.unsolvedIsDissatisfied` of the policy that the dispatch is bound to. */
  readonly unsolvedIsDissatisfied: boolean;
  /** What was built on the outcome beside a rework, and would lose its ground with it; missing means nothing. */
  readonly restsOnOutcome?: 'appraised-period' | 'poor-handling';
}
