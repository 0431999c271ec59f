import type { Instant, LocalDate, ReportCause, ReportKind } from '../shared/index.js';

/** Stands for the county in place of a unit code. */
export const COUNTY = 'county';

/** A report that Art. 21 obliges a unit (research) or the county (special) to. */
export interface Report {
  readonly status: 'due' | 'submitted' | 'accepted' | 'sent-back' | 'withdrawn';
  readonly reportId: string;
  readonly kind: ReportKind;
  /** Unit code, or {@link COUNTY}. */
  readonly unit: string;
  readonly cause: ReportCause;
  readonly ticketIds: readonly string[];
  /** The hot topic it is about; null when it is about tickets alone. */
  readonly topicId: string | null;
  readonly dutyAt: Instant;
  /** Of the visit that obliged to it; null when no visit did. */
  readonly dispatchNo: number | null;
  readonly workingDays: number;
  /** Since when nothing on record obliges to it any more; null or missing while something does. */
  readonly baselessSince?: Instant | null;
  /** When a file it rests on was disposed of, and the words about it with that; null or missing until then (Art. 20). */
  readonly disposedAt?: Instant | null;
  /** As it was told; what the calendar says later never makes it earlier (reading §2.6). */
  readonly dueOn: LocalDate;
  readonly submissions: readonly Submission[];
  readonly sentBack: readonly { readonly reason: string; readonly at: Instant }[];
  readonly acceptedAt: Instant | null;
}

export interface Submission {
  readonly text: string;
  /** Number of the document at the unit (文号). */
  readonly documentNumber: string;
  readonly at: Instant;
}

/** Somebody has to write it, or to write it better. */
export function isOwed({ status }: Report): boolean {
  return status === 'due' || status === 'sent-back';
}

/** A file that it rests on is gone, and with it what was written. */
export function isErased({ disposedAt }: Report): boolean {
  return (disposedAt ?? null) !== null;
}

/** When nothing of it was left to do: accepted, or owed by nobody; null while something is. It is kept from then on (Art. 20). */
export function endedAtOf({ status, acceptedAt, baselessSince }: Report): Instant | null {
  return status === 'withdrawn' ? (baselessSince ?? null) : acceptedAt;
}

/** Nothing on record obliges to it any more. */
export function isBaseless({ baselessSince }: Report): boolean {
  return (baselessSince ?? null) !== null;
}

export interface NoReport {
  readonly status: 'none';
}

export type ReportState = NoReport | Report;

export const initial: ReportState = { status: 'none' };

export type Duty = Pick<Report, 'reportId' | 'kind' | 'unit' | 'cause' | 'ticketIds' | 'topicId' | 'dutyAt' | 'dispatchNo' | 'workingDays' | 'dueOn'>;

export type RaiseDuty = { readonly type: 'RaiseDuty' } & Duty;

/** What obliges to a report by all that is known now. */
export type Founding = Pick<Duty, 'unit' | 'dutyAt' | 'dispatchNo' | 'dueOn'>;

/** The facts became others; null when none of them obliges any more. */
export interface WeighDuty {
  readonly type: 'WeighDuty';
  readonly founding: Founding | null;
  readonly at: Instant;
}

/** A file that the report rests on was disposed of (Art. 20). */
export interface EraseWords {
  readonly type: 'EraseWords';
  readonly at: Instant;
}

export interface SubmitReport {
  readonly type: 'SubmitReport';
  readonly unit: string;
  readonly text: string;
  readonly documentNumber: string;
  readonly at: Instant;
}

export interface AcceptReport {
  readonly type: 'AcceptReport';
  readonly at: Instant;
}

export interface SendReportBack {
  readonly type: 'SendReportBack';
  readonly reason: string;
  readonly at: Instant;
}

export type ReportCommand = RaiseDuty | WeighDuty | EraseWords | SubmitReport | AcceptReport | SendReportBack;

export type ReportEvent =
  | ({ readonly type: 'DutyArose' } & Duty)
  | ({ readonly type: 'DutyRefounded' } & Founding)
  | { readonly type: 'DutyBasisGone'; readonly at: Instant }
  | { readonly type: 'DutyBasisBack' }
  | { readonly type: 'WordsErased'; readonly at: Instant }
  | ({ readonly type: 'ReportSubmitted' } & Submission)
  | { readonly type: 'ReportAccepted'; readonly at: Instant }
  | { readonly type: 'ReportSentBack'; readonly reason: string; readonly at: Instant };

export const REPORT_REFUSALS = ['report-already-due', 'no-such-report', 'report-of-another', 'report-awaits-decision', 'report-already-accepted', 'report-not-submitted', 'report-without-text', 'report-without-number', 'report-withdrawn', 'send-back-without-reason'] as const;
export type ReportRefusal = (typeof REPORT_REFUSALS)[number];
