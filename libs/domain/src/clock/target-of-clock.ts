import type { Clock, ClockTarget } from './clock.js';

/** What a stored clock rests on, for reading it anew when only time or the calendar has changed; one that was forgone is void already. */
export function targetOfClock(clock: Clock): ClockTarget {
  return { ...clock, voided: clock.verdict === 'void', voidedBy: clock.voidedBy, forgoneAt: null };
}
