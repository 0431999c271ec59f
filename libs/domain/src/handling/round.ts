import type { Instant } from '../shared/index.js';
import type { Case, CaseStatus } from './handling.state.js';

/** Whether something that the county said is about the round that runs now: what was said before the round began is about an earlier one. */
export function saidInThisRound({ round, past }: Case, at: Instant): boolean {
  const before = past.findLast((dispatch) => dispatch.round < round);
  return at >= (before?.closedAt ?? before?.at ?? -Infinity);
}

/** Where a ticket is that no unit has any more: it waits, unless what came too late to withdraw the dispatch ends it now. */
export function withoutUnits(state: Case): CaseStatus {
  if (state.answeredAt !== undefined && state.answeredRound === undefined && saidInThisRound(state, state.answeredAt)) return 'answered';
  return state.declinedAt !== undefined && saidInThisRound(state, state.declinedAt) ? 'declined' : 'awaiting-dispatch';
}
