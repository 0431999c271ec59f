import { contract } from './contract.js';
import { InstantText, TicketId } from './field-rules.js';

export class TicketAnsweredV1 {
  @TicketId() ticketId!: string;
  @InstantText() answeredAt!: string;
}

export const ticketAnsweredV1 = contract('ticket.answered.v1', TicketAnsweredV1, {
  producer: 'intake',
  promise: 'The county answered the ticket directly; it is closed (Art. 18).',
});
