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
});
