import { contract } from './contract.js';
import { Code, InstantText, TicketId } from './field-rules.js';

export class TicketEscalatedV1 {
  @TicketId() ticketId!: string;
  @Code() escalationId!: string;
  @InstantText() escalatedAt!: string;
}

export const ticketEscalatedV1 = contract('ticket.escalated.v1', TicketEscalatedV1, {
  producer: 'intake',
  promise: 'A sudden, urgent or sensitive matter was reported to the emergency office (Art. 4).',
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', escalationId: '0165fa1c-2d40-7000-8000-000000000201', escalatedAt: '2018-09-21T01:15:00.000Z' },
});
