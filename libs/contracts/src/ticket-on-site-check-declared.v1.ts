import { contract } from './contract.js';
import { Code, Count, InstantText, TicketId } from './field-rules.js';

export class TicketOnSiteCheckDeclaredV1 {
  @TicketId() ticketId!: string;
  @Count() dispatchNo!: number;
  @Code() unit!: string;
  @InstantText() declaredAt!: string;
}

export const ticketOnSiteCheckDeclaredV1 = contract('ticket.on-site-check-declared.v1', TicketOnSiteCheckDeclaredV1, {
  producer: 'routing',
  promise: 'A unit needs an on-site check before it can say whether the ticket is its own (Art. 17(return)).',
});
