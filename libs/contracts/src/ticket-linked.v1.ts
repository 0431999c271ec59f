import { TICKET_LINKS, type TicketLink } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { InstantText, OneOf, OptionalFlag, TicketId } from './field-rules.js';

export class TicketLinkedV1 {
  @TicketId() ticketId!: string;
  @TicketId() primaryTicketId!: string;
  @OneOf(TICKET_LINKS) link!: TicketLink;
  @InstantText() linkedAt!: string;
  /** True when the tie was undone: from now on the ticket stands alone. */
  @OptionalFlag() undone?: boolean | null;
}

export const ticketLinkedV1 = contract('ticket.linked.v1', TicketLinkedV1, {
  producer: 'intake',
  promise: 'A ticket was found to be a duplicate, a repeat or a part of another, the primary one; both stay (Art. 17(2)).',
  subject: '{ticketId}',
  example: { ticketId: '0165fb8e-1a80-7000-8000-000000000018', primaryTicketId: '0165fa1c-2d40-7000-8000-000000000017', link: 'duplicate', linkedAt: '2018-09-21T08:00:00.000Z', undone: false },
});
