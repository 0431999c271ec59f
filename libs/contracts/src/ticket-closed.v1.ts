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
});
