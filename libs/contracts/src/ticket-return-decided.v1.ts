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
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', dispatchNo: 1, unit: 'YM-SWJ', accepted: true, decidedAt: '2018-09-25T01:00:00.000Z' },
});
