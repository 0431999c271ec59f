import { CATEGORIES, type Category, DISPATCH_MODES, type DispatchMode, SUPERVISION_GROUNDS, type SupervisionGround } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { Code, Codes, Count, Flag, InstantText, OneOf, OptionalFlag, OptionalOneOf, TicketId } from './field-rules.js';

export class TicketDispatchedV1 {
  @TicketId() ticketId!: string;
  @Count() dispatchNo!: number;
  @Count() round!: number;
  @OneOf(CATEGORIES) category!: Category;
  @OneOf(DISPATCH_MODES) mode!: DispatchMode;
  @Code() lead!: string;
  @Codes() assisting!: string[];
  @OptionalOneOf(SUPERVISION_GROUNDS) supervisedGround!: SupervisionGround | null;
  /** True when the ground is that of the dispatch before and nobody named it anew; absent when somebody did, and from older events. */
  @OptionalFlag() groundInherited?: boolean | null;
  @Flag() ruling!: boolean;
  @Flag() prefectureTransfer!: boolean;
  @Code() policy!: string;
  @InstantText() dispatchedAt!: string;
}

export const ticketDispatchedV1 = contract('ticket.dispatched.v1', TicketDispatchedV1, {
  producer: 'routing',
  promise: 'The county sent the ticket to a unit, alone or as lead of several; dispatchNo names this dispatch for ever (Art. 15).',
  subject: '{ticketId}',
  example: {
    ticketId: '0165fa1c-2d40-7000-8000-000000000017', dispatchNo: 1, round: 1, category: 'help', mode: 'joint', lead: 'YM-SWJ', assisting: ['YM-ZJJ'], supervisedGround: null,
    ruling: false, prefectureTransfer: false, policy: 'yuanmou-2018@1', dispatchedAt: '2018-09-21T01:30:00.000Z',
  },
});
