import { REPORT_CAUSES, type ReportCause, REPORT_KINDS, type ReportKind } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { Code, InstantText, OneOf, TicketId, TicketIds } from './field-rules.js';

export class ReportDueV1 {
  @TicketId() reportId!: string;
  @OneOf(REPORT_KINDS) report!: ReportKind;
  /** A unit code, or `county`. */
  @Code() unit!: string;
  @OneOf(REPORT_CAUSES) cause!: ReportCause;
  @TicketIds() ticketIds!: string[];
  /** Local date in Asia/Shanghai. */
  @Code() dueOn!: string;
  @InstantText() dutyAt!: string;
}

export const reportDueV1 = contract('report.due.v1', ReportDueV1, {
  producer: 'appraisal',
  promise: 'A research report of a unit or a special report of the county became due (Art. 21).',
});
