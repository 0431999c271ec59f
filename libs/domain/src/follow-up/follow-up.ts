import type { FollowUpFinding, FollowUpWay, Instant, LocalDate } from '../shared/index.js';

/** A dispatch that a follow-up looks into. */
export interface Subject {
  readonly ticketId: string;
  readonly dispatchNo: number;
}

export interface Finding {
  readonly ticketId: string;
  readonly finding: FollowUpFinding;
  /** What was seen. */
  readonly text: string;
  readonly by: string;
  readonly at: Instant;
}

/** A field visit of the leading group, an on-site inspection or an undercover visit to one unit about tickets it handled (Art. 19). */
export interface FollowUp {
  readonly status: 'planned' | 'completed' | 'cancelled';
  readonly followUpId: string;
  readonly way: FollowUpWay;
  readonly unit: string;
  readonly subjects: readonly Subject[];
  /** Members of staff who go. */
  readonly team: readonly string[];
  readonly plannedOn: LocalDate;
  readonly plannedBy: string;
  readonly plannedAt: Instant;
  readonly findings: readonly Finding[];
  readonly cancelled: { readonly reason: string; readonly by: string; readonly at: Instant } | null;
}

export type FollowUpState = { readonly status: 'none' } | FollowUp;

export const initial: FollowUpState = { status: 'none' };

export interface PlanFollowUp {
  readonly type: 'PlanFollowUp';
  readonly followUpId: string;
  readonly way: FollowUpWay;
  readonly unit: string;
  readonly subjects: readonly Subject[];
  readonly team: readonly string[];
  readonly plannedOn: LocalDate;
  readonly by: string;
  readonly at: Instant;
}

export interface RecordFinding extends Finding {
  readonly type: 'RecordFinding';
}

export interface CancelFollowUp {
  readonly type: 'CancelFollowUp';
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

export type FollowUpCommand = PlanFollowUp | RecordFinding | CancelFollowUp;

export type FollowUpEvent =
  | (Omit<PlanFollowUp, 'type'> & { readonly type: 'FollowUpPlanned' })
  | (Finding & { readonly type: 'FindingRecorded' })
  | (Omit<CancelFollowUp, 'type'> & { readonly type: 'FollowUpCancelled' });

export const FOLLOW_UP_REFUSALS = [
  'already-planned',
  'no-such-follow-up',
  'subjects-missing',
  'team-missing',
  'planned-in-the-past',
  'before-the-planned-day',
  'ticket-not-in-plan',
  'found-already',
  'follow-up-over',
  'findings-on-record',
  'text-missing',
  'reason-missing',
  'before-previous-step',
  'in-the-future',
] as const;
export type FollowUpRefusal = (typeof FOLLOW_UP_REFUSALS)[number];
