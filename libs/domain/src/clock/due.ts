import { localDateOf, type Deadline, type WorkingCalendar } from '../shared/index.js';
import type { ClockLimit, WorkingDayCount } from './clock.js';

const MINUTE_MS = 60_000;

/** A deadline and the version of the calendar that it was counted with; a `Clock` fits. */
export interface DatedDeadline extends Deadline {
  readonly calendar: string;
}

/** The deadline of a limit under one calendar. Minutes by the wall clock are never provisional. */
export function dueOf(limit: ClockLimit, calendar: WorkingCalendar): DatedDeadline {
  switch (limit.unit) {
    case 'minutes': {
      const dueAt = limit.from + limit.minutes * MINUTE_MS;
      return { dueOn: localDateOf(dueAt - 1), dueAt, provisional: false, calendar: calendar.version };
    }
    case 'working-days': {
      const count = bindingCount(limit, calendar);
      return { ...calendar.deadline(count.from, count.workingDays), calendar: calendar.version };
    }
  }
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
