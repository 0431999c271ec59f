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
});
