import { dateOf, localDateOf, shanghaiDay, startOfShanghaiDay, type Deadline, type Instant, type WorkingCalendar } from '../shared/index.js';
import type { ClockLimit, WorkingDayCount } from './clock.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A deadline and the version of the calendar that it was counted with; a `Clock` fits. */
export interface DatedDeadline extends Deadline {
  readonly calendar: string;
}

/**
 * The deadline of a limit under one calendar. Minutes and hours by the wall clock are never provisional. Calendar days that end on a
 * day off end with the next working day, as periods of law do (民法典 Art. 203).
 */
export function dueOf(limit: ClockLimit, calendar: WorkingCalendar): DatedDeadline {
  switch (limit.unit) {
    case 'minutes': {
      const dueAt = limit.from + limit.minutes * MINUTE_MS;
      return { dueOn: localDateOf(dueAt - 1), dueAt, provisional: false, calendar: calendar.version };
    }
    case 'hours':
      return { ...byHours(limit.from + limit.hours * HOUR_MS, limit.from, limit.plusWorkingDays, calendar), calendar: calendar.version };
    case 'calendar-days': {
      const last = dateOf(shanghaiDay(limit.from) + limit.days);
      const due = calendar.shift(calendar.shift(last, 0).dueOn, limit.plusWorkingDays);
      const plain = { ...calendar.shift(last, 0), calendar: calendar.version };
      return due.dueOn > localDateOf(limit.from) ? { ...due, calendar: calendar.version } : plain;
    }
    case 'working-days': {
      const count = bindingCount(limit, calendar);
      return { ...calendar.deadline(count.from, count.workingDays), calendar: calendar.version };
    }
  }
}

/** A moment by the wall clock; working days credited or reserved move it by whole days, never before its start. */
function byHours(dueAt: Instant, from: Instant, plusWorkingDays: number, calendar: WorkingCalendar): Deadline {
  const plain = { dueOn: localDateOf(dueAt - 1), dueAt, provisional: false };
  if (plusWorkingDays === 0) return plain;
  const { dueOn, dueAt: midnight, provisional } = calendar.shift(plain.dueOn, plusWorkingDays);
  const moved = midnight - (startOfShanghaiDay(shanghaiDay(dueAt - 1) + 1) - dueAt);
  return moved > from ? { dueOn, dueAt: moved, provisional } : plain;
}

/** The count that decides: the limit's own, or the one it must not outlast. */
export function bindingCount(limit: Extract<ClockLimit, { unit: 'working-days' }>, calendar: WorkingCalendar): WorkingDayCount {
  const { notAfter } = limit;
  if (!notAfter) return limit;
  const own = calendar.deadline(limit.from, limit.workingDays).dueAt;
  return calendar.deadline(notAfter.from, notAfter.workingDays).dueAt < own ? notAfter : limit;
}

export function laterOf(a: DatedDeadline, b: DatedDeadline): DatedDeadline {
  return a.dueAt >= b.dueAt ? a : b;
}
