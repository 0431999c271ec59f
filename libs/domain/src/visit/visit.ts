import type { Instant, LocalDate, Satisfaction } from '../shared/index.js';

/** Why a closed ticket is called back, Art. 19. */
export const VISIT_BASES = { sampled: '抽查', supervised: '督办件', requested: '指定回访', imported: '历史导入' } as const;
export type VisitBasis = keyof typeof VISIT_BASES;

export interface NoVisit {
  readonly status: 'none';
}

/** The return visit to the petitioner of one closed dispatch. */
export interface Visit {
  readonly status: 'planned' | 'recorded' | 'rework-ordered';
  readonly visitId: string;
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly round: number;
  /** The lead unit whose work is asked about. */
  readonly unit: string;
  readonly basis: VisitBasis;
  readonly plannedAt: Instant;
  /** Last day for the call; null where the policy names no time. */
  readonly dueOn: LocalDate | null;
  /** Subject of the member of staff who is to call; null while nobody is named. */
  readonly caller: string | null;
  readonly attempts: number;
  readonly lastAttemptAt: Instant | null;
  readonly outcome: VisitOutcome | null;
  readonly rework: { readonly round: number; readonly reason: string; readonly at: Instant } | null;
}

/** What the petitioner said; `solved` is false and `satisfaction` null when nobody was reached. */
export interface VisitOutcome {
  readonly reached: boolean;
  readonly solved: boolean;
  readonly satisfaction: Satisfaction | null;
  readonly note: string | null;
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

export interface OrderRework {
  readonly type: 'OrderRework';
  readonly reason: string;
  readonly at: Instant;
}

export type VisitCommand = PlanVisit | AssignVisit | RecordVisit | OrderRework;

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

export interface ReworkOrdered {
  readonly type: 'ReworkOrdered';
  /** The round that begins: 2, 3 … */
  readonly round: number;
  readonly reason: string;
  readonly at: Instant;
}

export type VisitEvent = VisitPlanned | VisitAssigned | VisitAttempted | VisitRecorded | ReworkOrdered;

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
}
