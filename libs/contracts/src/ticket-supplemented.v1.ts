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
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', supplementId: '0165fa1c-2d40-7000-8000-000000000251', receivedAt: '2018-09-22T01:00:00.000Z' },
});
