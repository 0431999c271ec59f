import type { Instant } from '../shared/index.js';
import { partOf, type Case } from './handling.state.js';

/** What the petitioner said later, as far as handling is concerned (Art. 2). */
export interface AddedSupplement {
  readonly addedAt: Instant;
  /** Units that said they have read it. */
  readonly seenBy: readonly string[];
}

/** When something was last added that a unit which holds the ticket has not read since it signed; null for none. Without a unit, that of the lead. */
export function unreadSupplementAt({ status, dispatch }: Case, supplements: readonly AddedSupplement[], reader?: string): Instant | null {
  const unit = reader ?? dispatch?.lead;
  const part = dispatch && unit !== undefined && status !== 'closed' && dispatch.endedAt === null ? partOf(dispatch, unit) : undefined;
  const signedAt = part?.signedAt ?? null;
  if (signedAt === null || unit === undefined) return null;
  const unread = supplements.filter(({ addedAt, seenBy }) => addedAt > signedAt && !seenBy.includes(unit)).map(({ addedAt }) => addedAt);
  return unread.length === 0 ? null : Math.max(...unread);
}
