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
});
