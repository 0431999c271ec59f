import { contract } from './contract.js';
import { Code, Count, InstantText, TicketId } from './field-rules.js';

export class TicketSupervisionLiftedV1 {
  @TicketId() ticketId!: string;
  @Code() orderNo!: string;
  @Count() dispatchNo!: number;
  @Code() unit!: string;
  @InstantText() liftedAt!: string;
}

export const ticketSupervisionLiftedV1 = contract('ticket.supervision-lifted.v1', TicketSupervisionLiftedV1, {
  producer: 'supervision',
  promise: 'A supervision order was lifted (Art. 15(3)).',
});
