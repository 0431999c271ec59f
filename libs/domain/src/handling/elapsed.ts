import type { Instant } from '../shared/index.js';
import { type Case, dispatchesOf } from './handling.state.js';

/** When the ticket came to its end; null while it is in hand, also again in a later round. */
export function endedAtOf(state: Case): Instant | null {
  switch (state.status) {
    case 'closed':
      return state.dispatch?.closedAt ?? null;
    case 'answered':
      return state.answeredAt ?? state.waitingSince; // older cases do not say when
    case 'declined':
      return state.declinedAt ?? state.waitingSince;
    case 'returned-upstream':
      return state.upstreamReturns.at(-1)?.decision?.at ?? state.waitingSince;
    case 'awaiting-dispatch':
    case 'dispatched':
    case 'result-entered':
    case 'feedback-given':
    case 'upstream-return-asked':
      return null;
  }
}

/** Milliseconds from the first receipt of the ticket to its end, or to `now`: neither a return nor a rework ever resets it (Art. 17(return)). */
export function elapsedOf(state: Case, now: Instant): number {
  return Math.max(0, (endedAtOf(state) ?? now) - state.receivedAt);
}

/** One accepted return: who sent the ticket away, whom it named, and who got it next. */
export interface ReturnOnTheWay {
  readonly dispatchNo: number;
  readonly round: number;
  readonly unit: string;
  readonly role: 'lead' | 'assisting';
  readonly suggestedUnit: string;
  readonly askedAt: Instant;
  readonly acceptedAt: Instant;
  /** Lead of the dispatch that followed a lead's return; null for an assisting unit's, and while there is none. */
  readonly next: string | null;
}

/** Every accepted return over the ticket's life, in order. */
export function returnsOnTheWay(state: Case): readonly ReturnOnTheWay[] {
  const dispatches = dispatchesOf(state);
  const accepted = dispatches.flatMap(({ dispatchNo, round, parts }) =>
    parts.flatMap(({ unit, role, return: asked }): ReturnOnTheWay[] => {
      if (!asked?.decision?.accepted) return [];
      const next = role === 'lead' ? (dispatches.find((each) => each.dispatchNo === dispatchNo + 1)?.lead ?? null) : null;
      return [{ dispatchNo, round, unit, role, suggestedUnit: asked.suggestedUnit, askedAt: asked.askedAt, acceptedAt: asked.decision.at, next }];
    }),
  );
  return accepted.toSorted((a, b) => a.acceptedAt - b.acceptedAt);
}
