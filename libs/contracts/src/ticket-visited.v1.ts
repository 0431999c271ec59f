import { SATISFACTION, type Satisfaction } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { Code, Count, Flag, InstantText, OptionalCount, OptionalOneOf, TicketId } from './field-rules.js';

export class TicketVisitedV1 {
  @TicketId() ticketId!: string;
  @Code() visitId!: string;
  @Count() dispatchNo!: number;
  @Count() round!: number;
  /** The lead unit; `county`, with dispatch number 0, where the county had answered itself. */
  @Code() unit!: string;
  @Code() basis!: string;
  @Flag() reached!: boolean;
  @Flag() solved!: boolean;
  @OptionalOneOf(SATISFACTION) satisfaction!: Satisfaction | null;
  /** Of the call, also in a correction. */
  @InstantText() visitedAt!: string;
  /** How often the outcome was put right so far; the highest of a visit counts. Missing means never. */
  @OptionalCount() correction?: number | null;
}

export const ticketVisitedV1 = contract('ticket.visited.v1', TicketVisitedV1, {
  producer: 'supervision',
  promise: 'A return visit was completed, or its outcome put right (Art. 19).',
  subject: '{ticketId}',
  example: {
    ticketId: '0165fa1c-2d40-7000-8000-000000000017', visitId: '0165fa1c-2d40-7000-8000-000000000017:1', dispatchNo: 1, round: 1, unit: 'YM-SWJ', basis: 'sampled', reached: true,
    solved: true, satisfaction: 'satisfied', visitedAt: '2018-10-23T02:00:00.000Z', correction: null,
  },
});
