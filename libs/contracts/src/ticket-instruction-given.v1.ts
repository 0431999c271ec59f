import { contract } from './contract.js';
import { Code, Count, InstantText, TicketId } from './field-rules.js';

export class TicketInstructionGivenV1 {
  @TicketId() ticketId!: string;
  @Count() dispatchNo!: number;
  @Code() unit!: string;
  @InstantText() instructedAt!: string;
}

export const ticketInstructionGivenV1 = contract('ticket.instruction-given.v1', TicketInstructionGivenV1, {
  producer: 'routing',
  promise: 'The principal leader of the lead unit gave a written instruction (Art. 6).',
});
