import { contract } from './contract.js';
import { Code, Count, Flag, InstantText, TicketId } from './field-rules.js';

export class TicketReturnDecidedV1 {
  @TicketId() ticketId!: string;
  @Count() dispatchNo!: number;
  @Code() unit!: string;
  @Flag() accepted!: boolean;
  @InstantText() decidedAt!: string;
}

export const ticketReturnDecidedV1 = contract('ticket.return-decided.v1', TicketReturnDecidedV1, {
  producer: 'routing',
  promise: 'The county accepted or refused a return (Art. 17(return)).',
});
