import { dateOf, dayOf, localDateOf, shanghaiDay, startOfShanghaiDay, type ClockKind, type Instant, type LocalDate } from '../shared/index.js';
import type { PolicyRef } from '../policy/index.js';
import type { ClockLimit, ClockReading, ClockRules, Warning } from './clock.js';
import { bindingCount } from './due.js';
import { earliest } from './fact-index.js';
import { lastWorkingDayBefore, prefectureComesFirst } from './prefecture-date.js';

const HOUR_MS = 3_600_000;

/** What deciding on warnings and on being overdue looks at; a `Clock` fits. */
export type Waking = Pick<ClockReading, 'limit' | 'dueOn' | 'dueAt' | 'prefectureDueOn' | 'provisional' | 'verdictWaits' | 'stoppedAt' | 'verdict' | 'overdueAt' | 'warned'> & {
  readonly kind: ClockKind;
  readonly policy: PolicyRef;
};

/** When the clock has something to say next; null when nothing is left. A moment in the past means at once. */
export function nextWake(clock: Waking, now: Instant, rules: ClockRules): Instant | null {
  return earliest(expectsDeadline(clock) ? clock.dueAt : null, nextWarning(clock, now, rules)?.at);
}

/** Its deadline still has something to bring about: neither stopped, waiting, provisional nor already established as overdue. */
export function expectsDeadline(clock: Waking): boolean {
  return isRunning(clock) && !clock.verdictWaits && !clock.provisional && clock.overdueAt === null;
}

/** The next warning and when it goes out: only before the deadline and only on a working day; a missed one is made up for on the next. */
export function nextWarning(clock: Waking, now: Instant, rules: ClockRules): { which: Warning; at: Instant } | null {
  if (!isRunning(clock) || now >= clock.dueAt || clock.kind === 'return-window') return null;
  const { hour } = rules.policyOf(clock.policy).warnings;
  for (const { which, at, staleAt } of plannedWarnings(clock, rules)) {
    if (clock.warned.includes(which) || now >= staleAt) continue;
    if (now < at || rules.calendar.isWorkingDay(localDateOf(now))) return { which, at };
    const next = atHour(rules.calendar.deadline(now, 1).dueOn, hour);
    if (next < staleAt) return { which, at: next };
  }
  return null;
}

/** After a move the last-day warning is due again when its new moment is still ahead; half-time is said once. */
export function keptWarnings(clock: Waking, now: Instant, rules: ClockRules): readonly Warning[] {
  const lastDay = atHour(clock.dueOn, rules.policyOf(clock.policy).warnings.hour);
  return lastDay > now ? clock.warned.filter((which) => which !== 'last-day') : clock.warned;
}

function plannedWarnings(clock: Waking, rules: ClockRules): { which: Warning; at: Instant; staleAt: Instant }[] {
  if (clock.limit.unit === 'minutes' || clock.limit.unit === 'hours') return [];
  const { atHalf, onLastDay, hour } = rules.policyOf(clock.policy).warnings;
  const lastDay = atHour(clock.dueOn, hour);
  const half = halfOf(clock.limit, rules);
  const planned = [
    ...(atHalf && half !== null && half < clock.dueOn ? [{ which: 'half', at: atHour(half, hour), staleAt: lastDay } as const] : []),
    ...(onLastDay ? prefectureWarnings(clock, hour, rules) : []),
    ...(onLastDay ? [{ which: 'last-day', at: lastDay, staleAt: clock.dueAt } as const] : []),
  ];
  return planned.sort((one, other) => one.at - other.at);
}

/** Where the prefecture wants it earlier than the clock is due, its own last day is warned of as well; told at once where that is over, until its date is. */
function prefectureWarnings(clock: Waking, hour: number, rules: ClockRules): { which: Warning; at: Instant; staleAt: Instant }[] {
  if (clock.prefectureDueOn === null || !prefectureComesFirst(clock)) return [];
  return [{ which: 'prefecture-date', at: atHour(lastWorkingDayBefore(clock.prefectureDueOn, rules.calendar), hour), staleAt: atHour(clock.prefectureDueOn, 24) }];
}

/** The day on which half of the time is gone; null when there is no whole day before it. */
function halfOf(limit: Extract<ClockLimit, { unit: 'working-days' | 'calendar-days' }>, rules: ClockRules): LocalDate | null {
  if (limit.unit === 'calendar-days') return limit.days < 2 ? null : rules.calendar.shift(dateOf(shanghaiDay(limit.from) + Math.floor(limit.days / 2) + 1), 0).dueOn;
  const { from, workingDays } = bindingCount(limit, rules.calendar);
  return workingDays < 2 ? null : rules.calendar.deadline(from, Math.floor(workingDays / 2) + 1).dueOn;
}

function isRunning(clock: Waking): boolean {
  return clock.verdict === 'running' && clock.stoppedAt === null;
}

function atHour(date: LocalDate, hour: number): Instant {
  return startOfShanghaiDay(dayOf(date)) + hour * HOUR_MS;
}
