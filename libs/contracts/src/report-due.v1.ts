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
  subject: '{reportId}',
  example: {
    reportId: '0165fa1c-2d40-7000-8000-000000000501', report: 'research', unit: 'YM-SWJ', cause: 'concentrated',
    ticketIds: ['0165fa1c-2d40-7000-8000-000000000017', '0165fb8e-1a80-7000-8000-000000000018'], dueOn: '2018-10-31', dutyAt: '2018-10-10T02:00:00.000Z',
  },
});
