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
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', subject: '城乡建设/市政设施/供水', townCode: '532328101', correctedAt: '2018-09-21T02:10:00.000Z' },
});
