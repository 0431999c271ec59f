import { dateOf, dayOf, shanghaiDay, shanghaiMinuteOfDay, startOfShanghaiDay, type Instant, type LocalDate } from '@hotline/domain/shared';

/** After a longer stop only the last week is caught up: each report looks back a month by itself. */
const MOST_DAYS_BEHIND = 7;

/** When the report of a day was last finished; null when it never was. */
export interface KnownReport {
  readonly day: LocalDate;
  readonly finishedAt: Instant | null;
}

/**
 * The days whose report is due at `now`: from the hour on (Asia/Shanghai) the day before, and each of the last week since the first known report
 * that has none. One that was made before its day was over, as a person may order it, is not yet the day's report.
 */
export function dueDays(now: Instant, hour: number, known: readonly KnownReport[]): LocalDate[] {
  const newest = shanghaiDay(now) - (shanghaiMinuteOfDay(now) >= hour * 60 ? 1 : 2);
  const earliest = known.reduce((first, { day }) => Math.min(first, dayOf(day)), newest);
  const first = Math.max(earliest, newest - MOST_DAYS_BEHIND + 1);
  const done = new Set(known.filter(isOver).map(({ day }) => day));
  return Array.from({ length: Math.max(0, newest - first + 1) }, (_, index) => dateOf(first + index)).filter((day) => !done.has(day));
}

function isOver({ day, finishedAt }: KnownReport): boolean {
  return finishedAt !== null && finishedAt >= endOf(day);
}

export function endOf(day: LocalDate): Instant {
  return startOfShanghaiDay(dayOf(day) + 1);
}
