import { dateOf, dayOf, localDateOf, type Instant, type LocalDate } from '../shared/index.js';

/**
 * What is known of a ticket's end, in a form that can be put together from any order and number of tellings: each field only
 * ever grows. `lastDispatch` and `lastClosed` count dispatches, 0 for none.
 */
export interface EndingsKnown {
  readonly lastDispatch: number;
  readonly lastClosed: number;
  /** It ended without a file of a unit: answered directly, declined, or taken back by the prefecture. */
  readonly endedOtherwise: boolean;
  /** The latest end that is known of; null for none. */
  readonly endedAt: Instant | null;
  /** When a further round was ordered last; null for never. */
  readonly reworkedAt: Instant | null;
}

export const NOTHING_ENDED: EndingsKnown = { lastDispatch: 0, lastClosed: 0, endedOtherwise: false, endedAt: null, reworkedAt: null };

/** Puts two tellings together, whichever came first. */
export function bothKnown(a: EndingsKnown, b: EndingsKnown): EndingsKnown {
  return {
    lastDispatch: Math.max(a.lastDispatch, b.lastDispatch),
    lastClosed: Math.max(a.lastClosed, b.lastClosed),
    endedOtherwise: a.endedOtherwise || b.endedOtherwise,
    endedAt: latest(a.endedAt, b.endedAt),
    reworkedAt: latest(a.reworkedAt, b.reworkedAt),
  };
}

function latest(a: Instant | null, b: Instant | null): Instant | null {
  return a === null ? b : b === null ? a : Math.max(a, b);
}

/** False while a dispatch, a rework's too, has not come to its closed file, and while a rework waits for its dispatch: nothing of a running matter is ever disposed of. */
export function hasEnded({ lastDispatch, lastClosed, endedOtherwise, endedAt, reworkedAt }: EndingsKnown): boolean {
  if (endedAt === null || (reworkedAt !== null && reworkedAt >= endedAt)) return false;
  return endedOtherwise || (lastClosed > 0 && lastClosed >= lastDispatch);
}

/**
 * The last local date of Asia/Shanghai on which the file is kept (Art. 20): so many years after the day of its end, never less.
 * What ended on a 29 February is kept until 1 March where the year has none.
 */
export function retainUntil(endedAt: Instant, years: number): LocalDate {
  const [year, month, day] = localDateOf(endedAt).split('-') as [string, string, string];
  const target = `${Number(year) + years}-${month}-${day}`;
  return isDate(target) ? target : dateOf(dayOf(`${target.slice(0, 4)}-03-01`));
}

function isDate(date: string): boolean {
  try {
    dayOf(date);
    return true;
  } catch {
    return false;
  }
}
