import { block } from '@hotline/domain';
import type { Instant, Outcome, Refusal } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import type { BlockReviewView, BlockView } from './block.dto.js';
import { emitBlockEvent } from './block.events.js';
import { blockStateOf, saveBlock } from './block.store.js';

/** Decides a step of a block that is locked, saves it and tells of it; answers the refusal, or undefined when it was done. */
export async function stepOfBlock(tx: Transaction, stored: BlockView, command: block.BlockCommand, rules: block.BlockRules, review?: BlockReviewView): Promise<Refusal | undefined> {
  const decision = block.decide(blockStateOf(stored), command, rules);
  if (!decision.accepted) return decision.refusal;
  const state = decision.events.reduce(block.evolve, blockStateOf(stored));
  if (state.status !== 'running' && state.status !== 'ended') throw new Error('a step leads a block on');
  const version = stored.version + decision.events.length;
  await saveBlock(tx, state, version, review);
  decision.events.forEach((event, index) => emitBlockEvent(tx, stored.id, event, stored.version + index + 1));
  return undefined;
}

/** The reason why no step is possible where there is no such block. */
export const NO_SUCH_BLOCK: Outcome<never> = { ok: false, refusal: { slug: 'no-such-block' } };

/** Rules for steps that do not depend on the policy any more. */
export function rulesAt(now: Instant, { maxDays, reviewDays }: { readonly maxDays: number; readonly reviewDays: number }): block.BlockRules {
  return { now, maxDays, reviewDays };
}
