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
});
