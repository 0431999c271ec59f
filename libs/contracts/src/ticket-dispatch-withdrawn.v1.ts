import { WITHDRAWAL_REASONS, type WithdrawalReason } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { Count, InstantText, OptionalOneOf, TicketId } from './field-rules.js';

export class TicketDispatchWithdrawnV1 {
  @TicketId() ticketId!: string;
  @Count() dispatchNo!: number;
  @InstantText() withdrawnAt!: string;
  /** Missing from events older than recalls and late declines: the county had answered. */
  @OptionalOneOf(WITHDRAWAL_REASONS) reason?: WithdrawalReason | null;
}

export const ticketDispatchWithdrawnV1 = contract('ticket.dispatch-withdrawn.v1', TicketDispatchWithdrawnV1, {
  producer: 'routing',
  promise: "A dispatch is void without anybody's blame, since the county had answered (Art. 18) or declined (Art. 12) the ticket itself, or recalls it to dispatch anew; the clocks of its units do not count.",
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', dispatchNo: 1, withdrawnAt: '2018-09-21T05:00:00.000Z', reason: 'recalled' },
});
