/** The weekday mask as arithmetic on day numbers (1970-01-01 = 0): Monday to Friday are worked. No loop, no date object. */

const FIRST_MONDAY = 4; // 1970-01-05

/** Count of weekdays from Monday 1970-01-05 up to and including `day`; 0 or negative before it. */
export function weekdaysUpTo(day: number): number {
  const week = Math.floor((day - FIRST_MONDAY) / 7);
  const weekday = day - FIRST_MONDAY - 7 * week;
  return 5 * week + Math.min(weekday + 1, 5);
}

/** Day number of the `ordinal`-th weekday; the inverse of `weekdaysUpTo`, defined for every whole number. */
export function nthWeekday(ordinal: number): number {
  const week = Math.floor((ordinal - 1) / 5);
  return FIRST_MONDAY + 7 * week + (ordinal - 1 - 5 * week);
}

/** True from Monday to Friday. */
export function isWeekday(day: number): boolean {
  return weekdaysUpTo(day) !== weekdaysUpTo(day - 1);
}
