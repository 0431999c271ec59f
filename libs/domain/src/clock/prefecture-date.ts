import type { LocalDate, WorkingCalendar } from '../shared/index.js';
import type { Clock } from './clock.js';

type Dated = Pick<Clock, 'dueOn' | 'prefectureDueOn'>;

/** The prefecture wants its transfer done before the clock is due; neither moves the other, the earlier one is told. */
export function prefectureComesFirst({ dueOn, prefectureDueOn }: Dated): boolean {
  return prefectureDueOn !== null && prefectureDueOn < dueOn;
}

/** The last working day before the date of the prefecture. */
export function lastWorkingDayBefore(date: LocalDate, calendar: WorkingCalendar): LocalDate {
  return calendar.shift(calendar.shift(date, 0).dueOn, -1).dueOn;
}
