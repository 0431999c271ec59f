import { refuse, type Refusal } from './decision.js';
import { isoOf, type Instant } from './instants.js';

/** A step may be entered with the moment at which it happened, but not out of order and not ahead of time. */
export const MOMENT_REFUSALS = ['before-previous-step', 'in-the-future'] as const;
export type MomentRefusal = (typeof MOMENT_REFUSALS)[number];

/** How far a caller's clock may run ahead of the server's before a moment counts as future: 5 minutes. */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** The refusal of a step at `at` that follows a step at `previous`, or undefined when the moment is possible. `field` names the moment's own field. */
export function untimely(at: Instant, previous: Instant, now: Instant, field = 'at'): { readonly accepted: false; readonly refusal: Refusal<MomentRefusal> } | undefined {
  if (at < previous) return refuse('before-previous-step', { field, values: { previous: isoOf(previous) } });
  if (at > now + CLOCK_TOLERANCE_MS) return refuse('in-the-future', { field, values: { now: isoOf(now) } });
  return undefined;
}

/** True for text that says nothing: absent, empty or only white space. */
export function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === '';
}
