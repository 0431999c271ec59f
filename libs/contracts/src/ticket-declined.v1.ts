import { DECLINE_GROUNDS, type DeclineGround } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { InstantText, OneOf, TicketId } from './field-rules.js';

export class TicketDeclinedV1 {
  @TicketId() ticketId!: string;
  @OneOf(DECLINE_GROUNDS) ground!: DeclineGround;
  @InstantText() declinedAt!: string;
}

export const ticketDeclinedV1 = contract('ticket.declined.v1', TicketDeclinedV1, {
  producer: 'intake',
  promise: 'The county declined the ticket on a ground of Art. 12; it is ended.',
});
