import { contract } from './contract.js';
import { Count, InstantText, OptionalInstantText, TicketId } from './field-rules.js';

export class TicketReworkOrderedV1 {
  @TicketId() ticketId!: string;
  @Count() round!: number;
  @InstantText() orderedAt!: string;
  /** When the county gave the direct answer that the petitioner is dissatisfied with; missing where a unit's work is done anew. */
  @OptionalInstantText() answeredAt?: string | null;
}

export const ticketReworkOrderedV1 = contract('ticket.rework-ordered.v1', TicketReworkOrderedV1, {
  producer: 'supervision',
  promise: 'The county ordered a further round after dissatisfaction (reading §3).',
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', round: 2, orderedAt: '2018-10-24T02:00:00.000Z', answeredAt: null },
});
