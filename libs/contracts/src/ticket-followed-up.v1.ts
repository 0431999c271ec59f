import { FOLLOW_UP_FINDINGS, type FollowUpFinding, FOLLOW_UP_WAYS, type FollowUpWay } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { Code, Count, InstantText, OneOf, TicketId } from './field-rules.js';

export class TicketFollowedUpV1 {
  @TicketId() ticketId!: string;
  @TicketId() followUpId!: string;
  @OneOf(FOLLOW_UP_WAYS) way!: FollowUpWay;
  @Count() dispatchNo!: number;
  @Code() unit!: string;
  @OneOf(FOLLOW_UP_FINDINGS) finding!: FollowUpFinding;
  @InstantText() foundAt!: string;
}

export const ticketFollowedUpV1 = contract('ticket.followed-up.v1', TicketFollowedUpV1, {
  producer: 'supervision',
  promise: 'A field visit, an inspection or an undercover visit came to a finding about the handling of a ticket (Art. 19).',
  subject: '{ticketId}',
  example: {
    ticketId: '0165fa1c-2d40-7000-8000-000000000017', followUpId: '0165fa1c-2d40-7000-8000-000000000401', way: 'on-site-inspection', dispatchNo: 1, unit: 'YM-SWJ',
    finding: 'as-reported', foundAt: '2018-10-25T02:00:00.000Z',
  },
});
