import type { Category, Instant } from '../shared/index.js';
import type { LimitPart } from './clock.js';
import type { DispatchRecord } from './dispatch-record.js';
import { earliest } from './fact-index.js';

/** What the time of the lead unit is counted by, before anybody's decisions add to it. */
export interface ResolveBase {
  readonly category: Category;
  /** One part: the policy's time of the category, or a limit of law in its place. */
  readonly parts: readonly LimitPart[];
}

/** Categories whose time a law may replace (Art. 17(3)). */
const STATUTORY_CATEGORIES: readonly Category[] = ['complaint', 'report'];

/**
 * The category of a dispatch as a clock that stopped at a moment saw it (Art. 13): the newest change before that, since a verdict
 * that was given never changes, and none after the dispatch had ended.
 */
export function categoryOf(record: DispatchRecord, stoppedAt: Instant | null): Category {
  return changeBefore(record, stoppedAt)?.category ?? record.dispatch.category;
}

/** Base of the resolve limit of a clock that stopped at a moment (Art. 17(1)–(3)); always counted from the dispatch. */
export function resolveBase(record: DispatchRecord, stoppedAt: Instant | null): ResolveBase {
  const { dispatch, policy } = record;
  const category = categoryOf(record, stoppedAt);
  const law = STATUTORY_CATEGORIES.includes(category) ? record.statutoryAt(lastMoment(record, stoppedAt)) : null;
  if (law) {
    const { limitId: ref, legalBasis, amount, unit, approver } = law;
    return { category, parts: [{ source: 'statutory', workingDays: unit === 'working-days' ? amount : 0, ref, statutory: { legalBasis, amount, unit, approver } }] };
  }
  const change = changeBefore(record, stoppedAt);
  const recategorised = change && category !== dispatch.category ? { from: dispatch.category, at: change.at } : undefined;
  return { category, parts: [{ source: 'policy', workingDays: policy.categories[category].resolve, ...(recategorised && { recategorised }) }] };
}

function changeBefore(record: DispatchRecord, stoppedAt: Instant | null): DispatchRecord['categoryChanges'][number] | undefined {
  const last = lastMoment(record, stoppedAt);
  return record.categoryChanges.findLast((change) => change.at < last);
}

/** Facts from this moment on come too late for the clock. */
function lastMoment({ endedAt, followedAt }: DispatchRecord, stoppedAt: Instant | null): Instant {
  return earliest(stoppedAt, endedAt, followedAt) ?? Number.POSITIVE_INFINITY;
}
