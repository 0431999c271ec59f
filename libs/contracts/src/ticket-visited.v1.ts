import { SATISFACTION, type Satisfaction } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { Code, Count, Flag, InstantText, OptionalOneOf, TicketId } from './field-rules.js';

export class TicketVisitedV1 {
  @TicketId() ticketId!: string;
  @Code() visitId!: string;
  @Count() dispatchNo!: number;
  @Count() round!: number;
  @Code() unit!: string;
  @Code() basis!: string;
  @Flag() reached!: boolean;
  @Flag() solved!: boolean;
  @OptionalOneOf(SATISFACTION) satisfaction!: Satisfaction | null;
  @InstantText() visitedAt!: string;
}

export const ticketVisitedV1 = contract('ticket.visited.v1', TicketVisitedV1, {
  producer: 'supervision',
  promise: 'A return visit was completed (Art. 19).',
});
