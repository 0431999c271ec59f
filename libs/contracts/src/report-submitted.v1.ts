import { REPORT_KINDS, type ReportKind } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { Code, InstantText, OneOf, TicketId } from './field-rules.js';

export class ReportSubmittedV1 {
  @TicketId() reportId!: string;
  @OneOf(REPORT_KINDS) report!: ReportKind;
  /** A unit code, or `county`. */
  @Code() unit!: string;
  @InstantText() submittedAt!: string;
}

export const reportSubmittedV1 = contract('report.submitted.v1', ReportSubmittedV1, {
  producer: 'appraisal',
  promise: 'A research or special report was submitted (Art. 21).',
  subject: '{reportId}',
  example: { reportId: '0165fa1c-2d40-7000-8000-000000000501', report: 'research', unit: 'YM-SWJ', submittedAt: '2018-10-29T02:00:00.000Z' },
});
