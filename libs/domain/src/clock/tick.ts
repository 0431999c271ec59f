import type { Instant } from '../shared/index.js';
import type { Clock, ClockEvent, ClockReading, ClockRules } from './clock.js';
import { readingOf } from './reading.js';
import { targetOfClock } from './target-of-clock.js';
import { expectsDeadline, nextWake, nextWarning } from './wake.js';

/**
 * What the passing of time brings about: a warning, the deadline missed, a return window lapsed. Nothing before `wakeAt`,
 * and nothing twice; after the events `wakeAt` lies in the future or is null.
 */
export function tick(clock: Clock, now: Instant, rules: ClockRules): ClockEvent[] {
  if (clock.wakeAt === null || now < clock.wakeAt) return [];
  if (now >= clock.dueAt && expectsDeadline(clock)) {
    if (clock.kind !== 'return-window') return [{ type: 'ClockWentOverdue', overdueAt: clock.dueAt }];
    return [{ type: 'ClockVoided', cause: 'lapsed', reading: readingNow(clock, now, rules) }];
  }
  const warning = nextWarning(clock, now, rules);
  if (warning && now >= warning.at) {
    const warned = [...clock.warned, warning.which];
    return [{ type: 'ClockWarned', which: warning.which, at: now, wakeAt: nextWake({ ...clock, warned }, now, rules) }];
  }
  // Woken on a day that has become a day off, or for nothing that is left to say: look again later.
  return [{ type: 'ClockAdjusted', reading: readingNow(clock, now, rules) }];
}

/** The same deadline, read anew. */
function readingNow(clock: Clock, now: Instant, rules: ClockRules): ClockReading {
  return readingOf(targetOfClock(clock), clock, clock, now, rules);
}
