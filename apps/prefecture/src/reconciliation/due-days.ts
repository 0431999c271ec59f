import { dateOf, dayOf, shanghaiDay, shanghaiMinuteOfDay, type Instant, type LocalDate } from '@hotline/domain/shared';

/** After a longer stop only the last week is caught up: each report looks back a month by itself. */
const MOST_DAYS_BEHIND = 7;

/** The days whose report is due at `now`: from the hour on (Asia/Shanghai) the day before, and the days that were missed since `lastDone`. */
export function dueDays(now: Instant, hour: number, lastDone: LocalDate | null): LocalDate[] {
  const newest = shanghaiDay(now) - (shanghaiMinuteOfDay(now) >= hour * 60 ? 1 : 2);
  const first = lastDone === null ? newest : Math.max(dayOf(lastDone) + 1, newest - MOST_DAYS_BEHIND + 1);
  return Array.from({ length: Math.max(0, newest - first + 1) }, (_, index) => dateOf(first + index));
}
