import type { Instant } from '../shared/index.js';
import type { Clock, ClockEvent, ClockRules } from './clock.js';
import { dueOf, type DatedDeadline } from './due.js';
import { readingOf } from './reading.js';
import { targetOfClock } from './target-of-clock.js';

export interface CalendarChange {
  /** The person who applies it says expressly that deadlines which units were told may move earlier (reading §2.6). */
  readonly allowEarlier: boolean;
  /** Shown as the reason of the move, e.g. `calendar:national:2019v2`. */
  readonly cause: string;
}

/**
 * Moves a clock to the calendar in `rules`, or leaves it. A clock with a verdict is never touched; a deadline never moves
 * earlier without leave; a clock that stopped and waits for the year to be published gets its verdict.
 */
export function recalendar(clock: Clock, change: CalendarChange, now: Instant, rules: ClockRules): ClockEvent[] {
  if (clock.verdict !== 'running' || clock.limit.unit === 'minutes') return [];
  const computed = dueOf(clock.limit, rules.calendar);
  const due = computed.dueAt < clock.dueAt && !change.allowEarlier ? held(clock, computed) : computed;
  if (due.dueAt === clock.dueAt && due.provisional === clock.provisional) return [];
  const reading = readingOf(targetOfClock(clock), due, clock, now, rules);
  if (reading.verdict === 'void') return [{ type: 'ClockVoided', cause: reading.voidedBy ?? 'lapsed', reading }];
  if (reading.stoppedAt !== null) return [{ type: 'ClockStopped', reading }];
  return [{ type: 'ClockRescheduled', cause: change.cause, reading }];
}

/** The deadline the unit was told; it is as certain as the published years are. */
function held(clock: Clock, computed: DatedDeadline): DatedDeadline {
  return { dueOn: clock.dueOn, dueAt: clock.dueAt, provisional: computed.provisional, calendar: clock.calendar };
}
