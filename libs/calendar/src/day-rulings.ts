import { dayOf } from '@hotline/domain/shared';
import type { CalendarDay, CalendarYear } from './calendar-year.record.js';
import { isWeekday } from './weekday-mask.js';

/** Whether a day is worked, which layer has the last word on it, and its reason in Chinese. */
export interface DayRuling {
  readonly works: boolean;
  readonly layer: string;
  readonly reason: string;
}

const WEEKDAY: DayRuling = { works: true, layer: 'weekday', reason: '工作日' };
const WEEKEND: DayRuling = { works: false, layer: 'weekday', reason: '周末' };

/** The days that records name, by day number; later records (stronger layer, then later year) overrule earlier ones. */
export type DayRulings = ReadonlyMap<number, DayRuling>;

/**
 * Lays the records over each other in the order given. A weaker layer's ruling is kept where a stronger one only repeats
 * that the day is off, so that 国庆节 stays 国庆节. Throws RangeError on an impossible date or one more than a year away
 * from the record's own.
 */
export function layDays(years: readonly CalendarYear[]): DayRulings {
  const rulings = new Map<number, DayRuling>();
  for (const record of years) {
    for (const day of record.daysOff) rule(rulings, record, day, false);
    for (const day of record.daysWorked) rule(rulings, record, day, true);
  }
  return rulings;
}

function rule(rulings: Map<number, DayRuling>, record: CalendarYear, named: CalendarDay, works: boolean): void {
  const day = dayOf(named.date);
  if (Math.abs(Number(named.date.slice(0, 4)) - record.year) > 1) {
    throw new RangeError(`${record.layer} calendar of ${record.year} names ${named.date}, which is not within a year of it`);
  }
  const weaker = rulings.get(day);
  if (weaker?.works === works && weaker.layer !== record.layer) return;
  rulings.set(day, { works, layer: record.layer, reason: named.reason });
}

/** The ruling on any day: what the records say, else the weekday mask. */
export function rulingOn(rulings: DayRulings, day: number): DayRuling {
  return rulings.get(day) ?? (isWeekday(day) ? WEEKDAY : WEEKEND);
}
