import { REPORT_KINDS, type ReportKind } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { Code, InstantText, OneOf, TicketId } from './field-rules.js';

export class ReportWithdrawnV1 {
  @TicketId() reportId!: string;
  @OneOf(REPORT_KINDS) report!: ReportKind;
  /** A unit code, or `county`. */
  @Code() unit!: string;
  @InstantText() withdrawnAt!: string;
}

export const reportWithdrawnV1 = contract('report.withdrawn.v1', ReportWithdrawnV1, {
  producer: 'appraisal',
  promise: 'What obliged to a report is not on record any more, nobody owes it; a `report.due` of a higher version makes it owed again (Art. 21).',
  subject: '{reportId}',
  example: { reportId: '0165fa1c-2d40-7000-8000-000000000501', report: 'research', unit: 'YM-SWJ', withdrawnAt: '2018-10-20T02:00:00.000Z' },
});
