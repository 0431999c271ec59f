import { DECLINE_GROUNDS, type DeclineGround } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { InstantText, OneOf, OptionalFlag, TicketId } from './field-rules.js';

export class TicketDeclinedV1 {
  @TicketId() ticketId!: string;
  @OneOf(DECLINE_GROUNDS) ground!: DeclineGround;
  @InstantText() declinedAt!: string;
  /** True when it had been accepted before, so that routing has a case to end; missing means it had not. */
  @OptionalFlag() afterAcceptance?: boolean | null;
}

export const ticketDeclinedV1 = contract('ticket.declined.v1', TicketDeclinedV1, {
  producer: 'intake',
  promise: 'The county declined the ticket on a ground of Art. 12; it is ended.',
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', ground: 'civil-dispute-or-legal-procedure', declinedAt: '2018-09-21T01:20:00.000Z', afterAcceptance: false },
});
