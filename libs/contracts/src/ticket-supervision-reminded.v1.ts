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
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', orderNo: '督办〔2018〕12号', dispatchNo: 1, unit: 'YM-SWJ', remindedAt: '2018-10-12T01:00:00.000Z' },
});
