import { contract } from './contract.js';
import { Count, InstantText, TicketId } from './field-rules.js';

export class TicketDispatchWithdrawnV1 {
  @TicketId() ticketId!: string;
  @Count() dispatchNo!: number;
  @InstantText() withdrawnAt!: string;
}

export const ticketDispatchWithdrawnV1 = contract('ticket.dispatch-withdrawn.v1', TicketDispatchWithdrawnV1, {
  producer: 'routing',
  promise: "A dispatch was void from the start without anybody's blame, since the county had answered the ticket itself; its clocks do not count (Art. 18).",
});
