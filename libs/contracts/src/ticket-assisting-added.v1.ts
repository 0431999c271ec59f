import { contract } from './contract.js';
import { Code, Count, InstantText, TicketId } from './field-rules.js';

export class TicketAssistingAddedV1 {
  @TicketId() ticketId!: string;
  @Count() dispatchNo!: number;
  @Count() round!: number;
  @Code() unit!: string;
  @InstantText() addedAt!: string;
}

export const ticketAssistingAddedV1 = contract('ticket.assisting-added.v1', TicketAssistingAddedV1, {
  producer: 'routing',
  promise: 'A further assisting unit was brought into a running joint dispatch; its clocks start with this (Art. 15(2)).',
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', dispatchNo: 1, round: 1, unit: 'YM-ZJJ', addedAt: '2018-09-25T02:00:00.000Z' },
});
