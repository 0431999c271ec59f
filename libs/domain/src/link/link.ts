import type { Category, Instant, TicketLink } from '../shared/index.js';

/** One ticket tied to its primary; both stay tickets of their own petitioners (Art. 17(2)). */
export interface Link {
  readonly ticketId: string;
  readonly primaryId: string;
  readonly kind: TicketLink;
}

/** The links that matter to a decision: of the two tickets, and of whatever hangs on them. */
export type Links = readonly Link[];

export interface LinkTicket {
  readonly type: 'LinkTicket';
  readonly ticketId: string;
  /** The ticket it is tied to; when that one is tied itself, its primary is taken. */
  readonly primaryId: string;
  readonly kind: TicketLink;
  readonly at: Instant;
}

export interface UnlinkTicket {
  readonly type: 'UnlinkTicket';
  readonly ticketId: string;
  readonly reason: string;
  readonly at: Instant;
}

export type LinkCommand = LinkTicket | UnlinkTicket;

export interface TicketLinked extends Link {
  readonly type: 'TicketLinked';
  readonly at: Instant;
}

export interface TicketUnlinked extends Link {
  readonly type: 'TicketUnlinked';
  readonly reason: string;
  readonly at: Instant;
}

export type LinkEvent = TicketLinked | TicketUnlinked;

export const LINK_REFUSALS = ['linked-to-itself', 'already-linked', 'not-linked', 'unlink-reason-missing'] as const;
export type LinkRefusal = (typeof LINK_REFUSALS)[number];

/** Why the county gives one answer to all, Art. 17(2). */
export const UNIFIED_GROUNDS = { unreasonable: '不合理诉求', repeated: '重复诉求' } as const;
export type UnifiedGround = keyof typeof UNIFIED_GROUNDS;

/** A ticket of a group, as far as one answer to all is concerned. */
export interface GroupMember {
  readonly ticketId: string;
  readonly category: Category;
  readonly status: string;
  /** True while a unit has it. */
  readonly dispatched: boolean;
}

export const PASSED_OVER = { 'other-category': '不是建议或求助类', 'with-a-unit': '已经派单', ended: '已经答复、办结或不予受理' } as const;
export type PassedOver = keyof typeof PASSED_OVER;
