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
});
