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
});
