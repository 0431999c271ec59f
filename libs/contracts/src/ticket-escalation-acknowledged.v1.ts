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
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', escalationId: '0165fa1c-2d40-7000-8000-000000000201', acknowledgedAt: '2018-09-21T01:25:00.000Z' },
});
