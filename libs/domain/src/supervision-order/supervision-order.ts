import type { Instant, LocalDate, PetitionerKind, SupervisionGround } from '../shared/index.js';

export interface NoOrder {
  readonly status: 'none';
}

/** Who issues an order: the body in whose name, and the person; null when it came with the dispatch, which names no person. */
export interface Issuer {
  readonly person: string | null;
  readonly body: string;
}

/** That the unit handled a ticket poorly: what, found by whom and when (Art. 15(3)). */
export interface Finding {
  readonly text: string;
  readonly by: string | null;
  readonly at: Instant;
}

export interface Reminder {
  readonly note: string | null;
  /** Who reminded; null when the record did by itself. */
  readonly by: string | null;
  /** The due date that an automatic reminder was about: it is given once for each. */
  readonly dueOn: LocalDate | null;
  readonly at: Instant;
}

export interface Report {
  readonly text: string;
  readonly at: Instant;
  /** What the county said to it; null while it has not. */
  readonly judged: { readonly accepted: boolean; readonly note: string | null; readonly by: string; readonly at: Instant } | null;
}

/** A numbered order that puts a lead unit under supervision, Art. 15(3). */
export interface SupervisionOrder {
  readonly status: 'issued' | 'reported' | 'accepted' | 'lifted';
  /** e.g. `督办〔2018〕12号` */
  readonly orderNo: string;
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly ground: SupervisionGround;
  /** What the unit did poorly; only with the ground `second-dissatisfaction`. */
  readonly finding: Finding | null;
  readonly issuer: Issuer;
  readonly requirement: string | null;
  /** Working days the order gives; null means the time of the resolve clock. */
  readonly workingDays: number | null;
  readonly issuedAt: Instant;
  readonly reminders: readonly Reminder[];
  readonly reports: readonly Report[];
  readonly lifted: { readonly reason: string; readonly at: Instant } | null;
}

export type OrderState = NoOrder | SupervisionOrder;

export const initial: OrderState = { status: 'none' };

export interface IssueOrder {
  readonly type: 'IssueOrder';
  /** Counts 1, 2, 3 … within the year of `at` in Asia/Shanghai. */
  readonly sequence: number;
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly round: number;
  readonly unit: string;
  readonly ground: SupervisionGround;
  /** Of whom the ticket is; null when the ground was held against that at the dispatch already. */
  readonly petitionerKind: PetitionerKind | null;
  readonly issuer: Issuer;
  /** Recorded before; needed with the ground `second-dissatisfaction`. */
  readonly finding?: Finding | null;
  readonly requirement?: string | null;
  readonly workingDays?: number | null;
  readonly at: Instant;
}

/** Pressure on the record (催办). */
export interface Remind {
  readonly type: 'Remind';
  readonly note?: string | null;
  /** Null when the record reminds by itself, of an order that is due on `dueOn`. */
  readonly by: string | null;
  readonly dueOn?: LocalDate | null;
  readonly at: Instant;
}

/** The unit says how far it is. */
export interface ReportBack {
  readonly type: 'ReportBack';
  readonly unit: string;
  readonly text: string;
  readonly at: Instant;
}

/** The county accepts the newest report, or sends it back with a reason. */
export interface JudgeReport {
  readonly type: 'JudgeReport';
  readonly accepted: boolean;
  readonly note?: string | null;
  readonly by: string;
  readonly at: Instant;
}

export interface LiftOrder {
  readonly type: 'LiftOrder';
  readonly reason: string;
  readonly at: Instant;
}

export type OrderCommand = IssueOrder | Remind | ReportBack | JudgeReport | LiftOrder;

export interface OrderIssued {
  readonly type: 'OrderIssued';
  readonly orderNo: string;
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly ground: SupervisionGround;
  readonly finding: Finding | null;
  readonly issuer: Issuer;
  readonly requirement: string | null;
  readonly workingDays: number | null;
  readonly at: Instant;
}

export interface ReminderSent extends Reminder {
  readonly type: 'ReminderSent';
}

export interface ReportedBack {
  readonly type: 'ReportedBack';
  readonly text: string;
  readonly at: Instant;
}

export interface ReportJudged {
  readonly type: 'ReportJudged';
  readonly accepted: boolean;
  readonly note: string | null;
  readonly by: string;
  readonly at: Instant;
}

export interface OrderLifted {
  readonly type: 'OrderLifted';
  readonly reason: string;
  readonly at: Instant;
}

export type OrderEvent = OrderIssued | ReminderSent | ReportedBack | ReportJudged | OrderLifted;

export const SUPERVISION_ORDER_REFUSALS = [
  'already-issued',
  'no-such-order',
  'already-lifted',
  'not-this-units-ticket',
  'sequence-not-positive',
  'working-days-not-positive',
  'second-dissatisfaction-needs-a-second-round',
  'finding-missing',
  'ground-does-not-fit-petitioner',
  'issuer-missing',
  'reminded-already',
  'report-accepted-already',
  'no-report-to-judge',
  'text-missing',
  'note-missing',
  'reason-missing',
  'before-previous-step',
  'in-the-future',
] as const;
export type OrderRefusal = (typeof SUPERVISION_ORDER_REFUSALS)[number];

export interface OrderRules {
  /** The moment of the decision. */
  readonly now: Instant;
}
