import { contract } from './contract.js';
import { Code, Count, InstantText, TicketId } from './field-rules.js';

export class TicketSupervisionReportedV1 {
  @TicketId() ticketId!: string;
  @Code() orderNo!: string;
  @Count() dispatchNo!: number;
  @Code() unit!: string;
  @InstantText() reportedAt!: string;
}

export const ticketSupervisionReportedV1 = contract('ticket.supervision-reported.v1', TicketSupervisionReportedV1, {
  producer: 'supervision',
  promise: 'A unit reported back on a supervision order (Art. 15(3)).',
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', orderNo: '督办〔2018〕12号', dispatchNo: 1, unit: 'YM-SWJ', reportedAt: '2018-10-15T08:00:00.000Z' },
});
