import { contract } from './contract.js';
import { InstantText, TicketId } from './field-rules.js';

export class TicketPrimaryDeclinedV1 {
  @TicketId() ticketId!: string;
  @TicketId() primaryTicketId!: string;
  /** Since when the county has to tell the petitioner: the decline, or the tie to a ticket that was declined before. */
  @InstantText() awaitsSince!: string;
}

export const ticketPrimaryDeclinedV1 = contract('ticket.primary-declined.v1', TicketPrimaryDeclinedV1, {
  producer: 'intake',
  promise: 'The primary ticket with which a ticket was to be handled is declined: its petitioner is still to be told (Art. 12, 17(2)).',
  subject: '{ticketId}',
  example: { ticketId: '0165fb8e-1a80-7000-8000-000000000018', primaryTicketId: '0165fa1c-2d40-7000-8000-000000000017', awaitsSince: '2018-09-25T01:20:00.000Z' },
});
