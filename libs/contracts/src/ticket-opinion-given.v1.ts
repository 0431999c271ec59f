import { contract } from './contract.js';
import { Code, Count, InstantText, TicketId } from './field-rules.js';

export class TicketOpinionGivenV1 {
  @TicketId() ticketId!: string;
  @Count() dispatchNo!: number;
  @Code() unit!: string;
  @InstantText() givenAt!: string;
}

export const ticketOpinionGivenV1 = contract('ticket.opinion-given.v1', TicketOpinionGivenV1, {
  producer: 'routing',
  promise: 'An assisting unit gave its opinion to the lead unit (Art. 15(2)).',
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', dispatchNo: 1, unit: 'YM-ZJJ', givenAt: '2018-10-10T02:00:00.000Z' },
});
