import { ACCOUNTABILITY_GROUNDS, type AccountabilityGround, ACCOUNTABILITY_MEASURES, type AccountabilityMeasure } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { Code, InstantText, OneOf, TicketId, TicketIds } from './field-rules.js';

export class AccountabilityDecidedV1 {
  @TicketId() caseId!: string;
  @Code() unit!: string;
  @OneOf(ACCOUNTABILITY_GROUNDS) ground!: AccountabilityGround;
  @OneOf(ACCOUNTABILITY_MEASURES) measure!: AccountabilityMeasure;
  @TicketIds() ticketIds!: string[];
  @InstantText() decidedAt!: string;
}

export const accountabilityDecidedV1 = contract('accountability.decided.v1', AccountabilityDecidedV1, {
  producer: 'supervision',
  promise: 'A case of accountability was decided by people (Art. 23).',
  subject: '{caseId}',
  example: {
    caseId: '0165fa1c-2d40-7000-8000-000000000901', unit: 'YM-SWJ', ground: 'late-without-reason', measure: 'summons-talk', ticketIds: ['0165fa1c-2d40-7000-8000-000000000017'],
    decidedAt: '2018-11-12T02:00:00.000Z',
  },
});
