import { contract } from './contract.js';
import { InstantText, OptionalCode, TicketId } from './field-rules.js';

export class TicketCorrectedV1 {
  @TicketId() ticketId!: string;
  /** As it stands now, whether it was this that was corrected or not. */
  @OptionalCode() subject?: string | null;
  @OptionalCode() townCode?: string | null;
  @InstantText() correctedAt!: string;
}

export const ticketCorrectedV1 = contract('ticket.corrected.v1', TicketCorrectedV1, {
  producer: 'intake',
  promise: 'Subject, township, place or title of a ticket were put right; it carries the codes that hold now (Art. 13, 21).',
});
