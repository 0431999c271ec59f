import { contract } from './contract.js';
import { Code, InstantText, TicketId } from './field-rules.js';

export class TicketEscalationAcknowledgedV1 {
  @TicketId() ticketId!: string;
  @Code() escalationId!: string;
  @InstantText() acknowledgedAt!: string;
}

export const ticketEscalationAcknowledgedV1 = contract('ticket.escalation-acknowledged.v1', TicketEscalationAcknowledgedV1, {
  producer: 'intake',
  promise: 'The emergency office acknowledged an escalation (Art. 4).',
});
