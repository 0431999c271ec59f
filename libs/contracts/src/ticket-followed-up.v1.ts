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
});
