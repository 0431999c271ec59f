import { CATEGORIES, type Category } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { InstantText, OneOf, TicketId } from './field-rules.js';

export class TicketCategoryChangedV1 {
  @TicketId() ticketId!: string;
  @OneOf(CATEGORIES) category!: Category;
  @OneOf(CATEGORIES) previous!: Category;
  @InstantText() changedAt!: string;
}

export const ticketCategoryChangedV1 = contract('ticket.category-changed.v1', TicketCategoryChangedV1, {
  producer: 'intake',
  promise: 'The category of a ticket was changed; its limits count anew from the original start (Art. 13).',
  subject: '{ticketId}',
  example: { ticketId: '0165fa1c-2d40-7000-8000-000000000017', category: 'complaint', previous: 'help', changedAt: '2018-09-25T03:00:00.000Z' },
});
