import { TICKET_MARKS, type TicketMark } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { InstantText, SomeOf, TicketId } from './field-rules.js';

export class TicketMarkedV1 {
  @TicketId() ticketId!: string;
  @SomeOf(TICKET_MARKS) marks!: TicketMark[];
  @InstantText() markedAt!: string;
}

export const ticketMarkedV1 = contract('ticket.marked.v1', TicketMarkedV1, {
  producer: 'routing',
  promise: "The county marked the ticket as key, difficult or hot, or took marks away; while marked, feedback needs the principal leader's written instruction (Art. 6).",
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', marks: ['key', 'hot'], markedAt: '2018-09-21T08:10:00.000Z' },
});
