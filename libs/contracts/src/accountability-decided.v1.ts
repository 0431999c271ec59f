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
});
