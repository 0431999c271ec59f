import { contract } from './contract.js';
import { Flag, InstantText, TicketId } from './field-rules.js';

export class TicketUpstreamReturnDecidedV1 {
  @TicketId() ticketId!: string;
  @Flag() accepted!: boolean;
  @InstantText() decidedAt!: string;
}

export const ticketUpstreamReturnDecidedV1 = contract('ticket.upstream-return-decided.v1', TicketUpstreamReturnDecidedV1, {
  producer: 'routing',
  promise: 'The prefecture accepted or refused to take the ticket back (Art. 17(return)).',
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', accepted: false, decidedAt: '2018-09-25T02:00:00.000Z' },
});
