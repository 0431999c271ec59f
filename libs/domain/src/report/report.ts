import type { Instant, LocalDate, ReportCause, ReportKind } from '../shared/index.js';

/** Stands for the county in place of a unit code. */
export const COUNTY = 'county';

/** A report that Art. 21 obliges a unit (research) or the county (special) to. */
export interface Report {
  readonly status: 'due' | 'submitted' | 'accepted' | 'sent-back';
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

export interface NoReport {
  readonly status: 'none';
}

export type ReportState = NoReport | Report;

export const initial: ReportState = { status: 'none' };

export type Duty = Pick<Report, 'reportId' | 'kind' | 'unit' | 'cause' | 'ticketIds' | 'topicId' | 'dutyAt' | 'dispatchNo' | 'workingDays' | 'dueOn'>;

export type RaiseDuty = { readonly type: 'RaiseDuty' } & Duty;

/** A visit that was told later obliged to the same report earlier. */
export interface BringDutyForward {
  readonly type: 'BringDutyForward';
  readonly unit: string;
  readonly dutyAt: Instant;
  readonly dispatchNo: number;
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

export type ReportCommand = RaiseDuty | BringDutyForward | SubmitReport | AcceptReport | SendReportBack;

export type ReportEvent =
  | ({ readonly type: 'DutyArose' } & Duty)
  | { readonly type: 'DutyBroughtForward'; readonly unit: string; readonly dutyAt: Instant; readonly dispatchNo: number }
  | ({ readonly type: 'ReportSubmitted' } & Submission)
  | { readonly type: 'ReportAccepted'; readonly at: Instant }
  | { readonly type: 'ReportSentBack'; readonly reason: string; readonly at: Instant };

export const REPORT_REFUSALS = ['report-already-due', 'no-such-report', 'report-of-another', 'report-awaits-decision', 'report-already-accepted', 'report-not-submitted', 'report-without-text', 'report-without-number', 'send-back-without-reason'] as const;
export type ReportRefusal = (typeof REPORT_REFUSALS)[number];
