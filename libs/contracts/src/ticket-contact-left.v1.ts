import { contract } from './contract.js';
import { InstantText, TicketId } from './field-rules.js';

export class TicketContactLeftV1 {
  @TicketId() ticketId!: string;
  /** Since when the petitioner can be contacted. */
  @InstantText() leftAt!: string;
}

export const ticketContactLeftV1 = contract('ticket.contact-left.v1', TicketContactLeftV1, {
  producer: 'intake',
  promise: 'A petitioner whom nobody could contact left a way to; of who it is and which way it carries nothing (Art. 10, 17).',
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', leftAt: '2018-09-22T01:00:00.000Z' },
});
