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
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', dispatchNo: 1, unit: 'YM-SWJ', declaredAt: '2018-09-21T07:00:00.000Z' },
});
