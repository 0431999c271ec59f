import { contract } from './contract.js';
import { InstantText, TicketId } from './field-rules.js';

export class TicketAnsweredV1 {
  @TicketId() ticketId!: string;
  @InstantText() answeredAt!: string;
}

export const ticketAnsweredV1 = contract('ticket.answered.v1', TicketAnsweredV1, {
  producer: 'intake',
  promise: 'The county answered the ticket directly; it is closed (Art. 18).',
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', answeredAt: '2018-09-21T01:40:00.000Z' },
});
