import { ACCOUNTABILITY_GROUNDS, type AccountabilityGround } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { Code, InstantText, OneOf, TicketId, TicketIds } from './field-rules.js';

export class AccountabilityOpenedV1 {
  @TicketId() caseId!: string;
  @Code() unit!: string;
  @OneOf(ACCOUNTABILITY_GROUNDS) ground!: AccountabilityGround;
  @TicketIds() ticketIds!: string[];
  @InstantText() openedAt!: string;
}

export const accountabilityOpenedV1 = contract('accountability.opened.v1', AccountabilityOpenedV1, {
  producer: 'supervision',
  promise: 'A case of accountability was opened by a person; it says nothing about its outcome (Art. 23).',
});
