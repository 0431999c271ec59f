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
  subject: '{caseId}',
  example: {
    caseId: '0165fa1c-2d40-7000-8000-000000000901', unit: 'YM-SWJ', ground: 'late-without-reason', ticketIds: ['0165fa1c-2d40-7000-8000-000000000017'],
    openedAt: '2018-10-29T02:00:00.000Z',
  },
});
