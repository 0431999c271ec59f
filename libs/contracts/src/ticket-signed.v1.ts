import { contract } from './contract.js';
import { Code, Count, InstantText, TicketId } from './field-rules.js';

export class TicketSignedV1 {
  @TicketId() ticketId!: string;
  @Count() dispatchNo!: number;
  @Code() unit!: string;
  @InstantText() signedAt!: string;
}

export const ticketSignedV1 = contract('ticket.signed.v1', TicketSignedV1, {
  producer: 'routing',
  promise: 'A unit took receipt (Art. 14, 17).',
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', dispatchNo: 1, unit: 'YM-SWJ', signedAt: '2018-09-21T06:00:00.000Z' },
});
