import { contract } from './contract.js';
import { InstantText, TicketId } from './field-rules.js';

export class TicketPetitionerToldV1 {
  @TicketId() ticketId!: string;
  @InstantText() toldAt!: string;
}

export const ticketPetitionerToldV1 = contract('ticket.petitioner-told.v1', TicketPetitionerToldV1, {
  producer: 'intake',
  promise: 'The petitioner of a linked ticket was told how the matter ended (Art. 17(2)).',
  subject: '{ticketId}',
  example: { ticketId: '0165fb8e-1a80-7000-8000-000000000018', toldAt: '2018-10-17T08:00:00.000Z' },
});
