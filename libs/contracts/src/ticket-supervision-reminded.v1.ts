import { contract } from './contract.js';
import { Code, Count, InstantText, TicketId } from './field-rules.js';

export class TicketSupervisionRemindedV1 {
  @TicketId() ticketId!: string;
  @Code() orderNo!: string;
  @Count() dispatchNo!: number;
  @Code() unit!: string;
  @InstantText() remindedAt!: string;
}

export const ticketSupervisionRemindedV1 = contract('ticket.supervision-reminded.v1', TicketSupervisionRemindedV1, {
  producer: 'supervision',
  promise: 'The county reminded a unit of a supervision order (Art. 15(3)).',
});
