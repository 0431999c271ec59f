import { contract } from './contract.js';
import { InstantText, TicketId } from './field-rules.js';

export class TicketUpstreamReturnAskedV1 {
  @TicketId() ticketId!: string;
  @InstantText() askedAt!: string;
}

export const ticketUpstreamReturnAskedV1 = contract('ticket.upstream-return-asked.v1', TicketUpstreamReturnAskedV1, {
  producer: 'routing',
  promise: 'The county asked the prefecture to take the ticket back (Art. 17(return)).',
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', askedAt: '2018-09-21T03:00:00.000Z' },
});
