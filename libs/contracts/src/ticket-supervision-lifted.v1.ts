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
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', orderNo: '督办〔2018〕12号', dispatchNo: 1, unit: 'YM-SWJ', liftedAt: '2018-10-16T09:30:00.000Z' },
});
