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
});
