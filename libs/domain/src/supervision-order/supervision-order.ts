import type { Instant, SupervisionGround } from '../shared/index.js';

export interface NoOrder {
  readonly status: 'none';
}

/** A numbered order that puts a lead unit under supervision, Art. 15(3). */
export interface SupervisionOrder {
  readonly status: 'issued' | 'reported' | 'lifted';
  /** e.g. `督办〔2018〕12号` */
  readonly orderNo: string;
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly ground: SupervisionGround;
  /** What the unit did poorly; only with the ground `second-dissatisfaction`. */
  readonly finding: string | null;
  readonly requirement: string | null;
  /** Working days the order gives; null means the time of the resolve clock. */
  readonly workingDays: number | null;
  readonly issuedAt: Instant;
  readonly reminders: readonly { readonly note: string | null; readonly at: Instant }[];
  readonly reports: readonly { readonly text: string; readonly at: Instant }[];
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
  /** Needed with the ground `second-dissatisfaction`. */
  readonly finding?: string | null;
  readonly requirement?: string | null;
  readonly workingDays?: number | null;
  readonly at: Instant;
}

/** Pressure on the record (催办). */
export interface Remind {
  readonly type: 'Remind';
  readonly note?: string | null;
  readonly at: Instant;
}

/** The unit says how far it is. */
export interface ReportBack {
  readonly type: 'ReportBack';
  readonly unit: string;
  readonly text: string;
  readonly at: Instant;
}

export interface LiftOrder {
  readonly type: 'LiftOrder';
  readonly reason: string;
  readonly at: Instant;
}

export type OrderCommand = IssueOrder | Remind | ReportBack | LiftOrder;

export interface OrderIssued {
  readonly type: 'OrderIssued';
  readonly orderNo: string;
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly ground: SupervisionGround;
  readonly finding: string | null;
  readonly requirement: string | null;
  readonly workingDays: number | null;
  readonly at: Instant;
}

export interface ReminderSent {
  readonly type: 'ReminderSent';
  readonly note: string | null;
  readonly at: Instant;
}

export interface ReportedBack {
  readonly type: 'ReportedBack';
  readonly text: string;
  readonly at: Instant;
}

export interface OrderLifted {
  readonly type: 'OrderLifted';
  readonly reason: string;
  readonly at: Instant;
}

export type OrderEvent = OrderIssued | ReminderSent | ReportedBack | OrderLifted;

export const SUPERVISION_ORDER_REFUSALS = [
  'already-issued',
  'no-such-order',
  'already-lifted',
  'not-this-units-ticket',
  'sequence-not-positive',
  'working-days-not-positive',
  'second-dissatisfaction-needs-a-second-round',
  'finding-missing',
  'text-missing',
  'reason-missing',
  'before-previous-step',
  'in-the-future',
] as const;
export type OrderRefusal = (typeof SUPERVISION_ORDER_REFUSALS)[number];

export interface OrderRules {
  /** The moment of the decision. */
  readonly now: Instant;
}
