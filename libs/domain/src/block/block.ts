import type { BlockEnd, BlockGround, Instant } from '../shared/index.js';

/** Before the county asks there is nothing to decide on. */
export interface UnaskedBlock {
  readonly status: 'unasked';
}

/** What the county asked of the prefecture (Art. 24). */
export interface BlockRequest {
  readonly blockId: string;
  readonly ground: BlockGround;
  /** Tickets by which the petitioner is known and the harassment shown. */
  readonly evidenceTicketIds: readonly string[];
  /** How long, in calendar days from the moment it takes effect. */
  readonly days: number;
  readonly askedAt: Instant;
}

export interface AskedBlock extends BlockRequest {
  readonly status: 'asked';
}

export interface RunningBlock extends BlockRequest {
  readonly status: 'running';
  readonly startedAt: Instant;
  /** The first moment at which it no longer holds. */
  readonly until: Instant;
  /** From when on the county is to look at it again. */
  readonly reviewDueAt: Instant;
}

export interface EndedBlock extends BlockRequest {
  readonly status: 'ended';
  readonly startedAt: Instant | null;
  readonly cause: BlockEnd;
  readonly endedAt: Instant;
}

/** One petitioner kept from registering ordinary matters for a limited time (Art. 24); an emergency is never kept out. */
export type Block = UnaskedBlock | AskedBlock | RunningBlock | EndedBlock;

export const initial: Block = { status: 'unasked' };

/** Asks the prefecture, on the evidence of tickets and of findings that a person recorded. */
export interface AskBlock extends Omit<BlockRequest, 'askedAt'> {
  readonly type: 'AskBlock';
  readonly findings: string;
  readonly at: Instant;
}

/** The prefecture's word, by its own moment; it is a fact and never refused for its moment. */
export interface DecideBlock {
  readonly type: 'DecideBlock';
  readonly approved: boolean;
  readonly at: Instant;
}

/** The county looked at a running block again and keeps or lifts it, for a reason. */
export interface ReviewBlock {
  readonly type: 'ReviewBlock';
  readonly keep: boolean;
  readonly reason: string;
  readonly at: Instant;
}

/** Its time may be over; said by a timer, by any number of replicas. */
export interface ExpireBlock {
  readonly type: 'ExpireBlock';
  readonly at: Instant;
}

export type BlockCommand = AskBlock | DecideBlock | ReviewBlock | ExpireBlock;

export interface BlockAsked extends BlockRequest {
  readonly type: 'BlockAsked';
}

export interface BlockStarted {
  readonly type: 'BlockStarted';
  readonly at: Instant;
  readonly until: Instant;
  readonly reviewDueAt: Instant;
}

export interface BlockKept {
  readonly type: 'BlockKept';
  readonly at: Instant;
  readonly reviewDueAt: Instant;
}

export interface BlockEnded {
  readonly type: 'BlockEnded';
  readonly cause: BlockEnd;
  readonly at: Instant;
}

export type BlockEvent = BlockAsked | BlockStarted | BlockKept | BlockEnded;

export const BLOCK_REFUSALS = [
  'block-already-asked',
  'block-not-asked',
  'block-evidence-missing',
  'block-findings-missing',
  'block-days-out-of-range',
  'block-already-decided',
  'block-not-running',
  'block-still-running',
  'block-reason-missing',
  'before-previous-step',
  'in-the-future',
] as const;
export type BlockRefusal = (typeof BLOCK_REFUSALS)[number];

export interface BlockRules {
  readonly now: Instant;
  /** The longest block, in calendar days. */
  readonly maxDays: number;
  /** Calendar days after which a running block is looked at again. */
  readonly reviewDays: number;
}
