import { contract } from './contract.js';
import { InstantText, TicketId } from './field-rules.js';

export class TicketSupplementedV1 {
  @TicketId() ticketId!: string;
  @TicketId() supplementId!: string;
  @InstantText() receivedAt!: string;
}

export const ticketSupplementedV1 = contract('ticket.supplemented.v1', TicketSupplementedV1, {
  producer: 'intake',
  promise: 'The petitioner said more of the matter; the words are read at intake (Art. 2).',
});
