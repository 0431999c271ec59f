import { accept, isBlank, refuse, untimely, type Decision, type Instant } from '../shared/index.js';
import type { AskBlock, AskedBlock, Block, BlockCommand, BlockEvent, BlockRefusal, BlockRules, ReviewBlock, RunningBlock } from './block.js';

type BlockDecision = Decision<BlockEvent, BlockRefusal>;

const DAY_MS = 86_400_000;

/** Decides on the block of a petitioner: the county asks, the prefecture decides, time or a review ends it (Art. 24). */
export function decide(state: Block, command: BlockCommand, rules: BlockRules): BlockDecision {
  if (command.type === 'AskBlock') return state.status === 'unasked' ? ask(command, rules) : refuse('block-already-asked');
  if (state.status === 'unasked') return refuse('block-not-asked');
  switch (command.type) {
    case 'DecideBlock':
      return state.status === 'asked' ? decided(state, command.approved, command.at, rules) : refuse('block-already-decided');
    case 'ReviewBlock':
      return state.status === 'running' ? review(state, command, rules) : refuse('block-not-running');
    case 'ExpireBlock':
      if (state.status !== 'running') return refuse('block-not-running');
      return command.at < state.until ? refuse('block-still-running') : accept({ type: 'BlockEnded', cause: 'expired', at: state.until });
  }
}

function ask({ blockId, ground, evidenceTicketIds, findings, days, at }: AskBlock, rules: BlockRules): BlockDecision {
  if (evidenceTicketIds.length === 0) return refuse('block-evidence-missing', { field: 'evidenceTicketIds' });
  if (isBlank(findings)) return refuse('block-findings-missing', { field: 'findings' });
  if (!Number.isInteger(days) || days < 1 || days > rules.maxDays) return refuse('block-days-out-of-range', { field: 'days', values: { max: rules.maxDays } });
  return untimely(at, at, rules.now) ?? accept({ type: 'BlockAsked', blockId, ground, evidenceTicketIds, days, askedAt: at });
}

/** Days are counted from the prefecture's own decision, so that no block lasts longer than was approved however late the word comes. */
function decided(state: AskedBlock, approved: boolean, at: Instant, rules: BlockRules): BlockDecision {
  const from = Math.max(at, state.askedAt);
  if (!approved) return accept({ type: 'BlockEnded', cause: 'refused', at: from });
  const until = from + state.days * DAY_MS;
  return accept({ type: 'BlockStarted', at: from, until, reviewDueAt: Math.min(until, from + rules.reviewDays * DAY_MS) });
}

function review(state: RunningBlock, { keep, reason, at }: ReviewBlock, rules: BlockRules): BlockDecision {
  if (isBlank(reason)) return refuse('block-reason-missing', { field: 'reason' });
  const late = untimely(at, state.startedAt, rules.now);
  if (late) return late;
  if (at >= state.until) return refuse('block-not-running');
  if (!keep) return accept({ type: 'BlockEnded', cause: 'lifted', at });
  return accept({ type: 'BlockKept', at, reviewDueAt: Math.min(state.until, at + rules.reviewDays * DAY_MS) });
}
