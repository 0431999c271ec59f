import type { Instant } from '../shared/index.js';

/** What the county tells the prefecture (Art. 14, 16–18, 24). */
export const MESSAGE_KINDS = {
  progress: '派单进度',
  return: '退回申请',
  extension: '延期审核申请',
  block: '屏蔽申请',
  answer: '直接答复结果',
  feedback: '办理反馈',
  closing: '办结',
  withdrawal: '撤回申请',
} as const;
export type MessageKind = keyof typeof MESSAGE_KINDS;

/** The kinds on which the prefecture decides. */
export const APPLICATION_KINDS = { return: '退回申请', extension: '延期审核申请', block: '屏蔽申请' } as const;
export type ApplicationKind = keyof typeof APPLICATION_KINDS;

export const DELIVERY_STATUSES = {
  waiting: '待发送',
  sent: '发送中',
  acknowledged: '已回执',
  refused: '州级拒收',
  'given-up': '多次未送达',
  withdrawn: '已失效不再发送',
  closed: '人工了结',
} as const;
export type DeliveryStatus = keyof typeof DELIVERY_STATUSES;

/** One message on its way to the prefecture. */
export interface Delivery {
  readonly status: DeliveryStatus;
  /** Tries since it was put into the queue, or put back by a person. */
  readonly attempts: number;
  readonly firstTriedAt: Instant | null;
  /** When to try next; of a message that is `sent`, when its try counts as lost. */
  readonly nextAttemptAt: Instant;
  /** The prefecture's receipt. */
  readonly receipt: string | null;
  /** A code of what went wrong last; never words of the message. */
  readonly fault: string | null;
  readonly settledAt: Instant | null;
}

export interface DeliveryRules {
  /** Longer than a try can take. */
  readonly leaseMs: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** From the first try. */
  readonly giveUpAfterMs: number;
}

export type DeliveryCommand =
  | { readonly type: 'Try'; readonly at: Instant }
  /** Without an attempt where the prefecture shows in another way that it has the message. */
  | { readonly type: 'Acknowledge'; readonly receipt: string; readonly attempt?: number; readonly at: Instant }
  | { readonly type: 'Refuse'; readonly fault: string; readonly attempt: number; readonly at: Instant }
  /** `chance` in [0, 1) spreads the next tries of many messages; `afterMs` is what the peer asked for. */
  | { readonly type: 'Fail'; readonly fault: string; readonly attempt: number; readonly chance: number; readonly afterMs?: number; readonly at: Instant }
  | { readonly type: 'Withdraw'; readonly cause: string; readonly at: Instant }
  | { readonly type: 'Resend'; readonly at: Instant }
  | { readonly type: 'Close'; readonly at: Instant };

export type DeliveryEvent =
  | { readonly type: 'TryBegan'; readonly at: Instant; readonly leaseUntil: Instant }
  | { readonly type: 'Acknowledged'; readonly receipt: string; readonly at: Instant }
  | { readonly type: 'Refused'; readonly fault: string; readonly at: Instant }
  | { readonly type: 'RetryPlanned'; readonly fault: string; readonly nextAttemptAt: Instant }
  | { readonly type: 'GivenUp'; readonly fault: string; readonly at: Instant }
  | { readonly type: 'Withdrawn'; readonly cause: string; readonly at: Instant }
  | { readonly type: 'PutBack'; readonly at: Instant }
  | { readonly type: 'ClosedByHand'; readonly at: Instant };

export const DELIVERY_REFUSALS = ['message-not-due', 'stale-attempt', 'message-settled', 'message-not-stuck', 'message-under-way'] as const;
export type DeliveryRefusal = (typeof DELIVERY_REFUSALS)[number];

/** True while neither the prefecture nor a person nor the course of things has settled it; later messages of the same ticket wait for it. */
export function isOpen(status: DeliveryStatus): boolean {
  return status === 'waiting' || status === 'sent' || status === 'refused' || status === 'given-up';
}
