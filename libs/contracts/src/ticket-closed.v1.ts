import { contract } from './contract.js';
import { Code, Count, Flag, InstantText, TicketId } from './field-rules.js';

export class TicketClosedV1 {
  @TicketId() ticketId!: string;
  @Count() dispatchNo!: number;
  @Count() round!: number;
  @Code() unit!: string;
  @Flag() supervised!: boolean;
  @InstantText() closedAt!: string;
}

export const ticketClosedV1 = contract('ticket.closed.v1', TicketClosedV1, {
  producer: 'routing',
  promise: 'The county registered the paper file; the round is complete (Art. 18).',
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', dispatchNo: 1, round: 1, unit: 'YM-SWJ', supervised: false, closedAt: '2018-10-17T07:00:00.000Z' },
});
