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
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', dispatchNo: 1, unit: 'YM-SWJ', instructedAt: '2018-09-25T02:00:00.000Z' },
});
