import { contract } from './contract.js';
import { Code, Count, InstantText, TicketId } from './field-rules.js';

export class TicketReturnAskedV1 {
  @TicketId() ticketId!: string;
  @Count() dispatchNo!: number;
  @Code() unit!: string;
  @Code() suggestedUnit!: string;
  @InstantText() askedAt!: string;
}

export const ticketReturnAskedV1 = contract('ticket.return-asked.v1', TicketReturnAskedV1, {
  producer: 'routing',
  promise: 'A unit says the ticket is not its own and names another (Art. 17(return)).',
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', dispatchNo: 1, unit: 'YM-SWJ', suggestedUnit: '532328101', askedAt: '2018-09-21T08:00:00.000Z' },
});
