import { contract } from './contract.js';
import { Count, InstantText, TicketId } from './field-rules.js';

export class TicketReworkAwaitsDispatchV1 {
  @TicketId() ticketId!: string;
  @Count() round!: number;
  @InstantText() awaitsSince!: string;
}

export const ticketReworkAwaitsDispatchV1 = contract('ticket.rework-awaits-dispatch.v1', TicketReworkAwaitsDispatchV1, {
  producer: 'routing',
  promise: 'A further round was ordered, but its lead unit can take no ticket any more: the county must dispatch anew (Art. 14, reading §3).',
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', round: 2, awaitsSince: '2018-10-24T02:00:00.000Z' },
});
