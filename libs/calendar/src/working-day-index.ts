import { dayOf } from '@hotline/domain/shared';
import type { CalendarYear } from './calendar-year.record.js';
import { rulingOn, type DayRulings } from './day-rulings.js';
import { nthWeekday, weekdaysUpTo } from './weekday-mask.js';

const NEVER_PUBLISHED = -0x8000_0000;

/**
 * Every working day has an ordinal. Inside the span of the records two typed arrays translate day → ordinal and back;
 * outside, the weekday mask's formula does, shifted after the span by what the records took and gave. All whole numbers,
 * so adding days is two look-ups at any distance: 15 or 400 days cost the same.
 */
export class WorkingDayIndex {
  readonly #first: number;
  readonly #last: number;
  readonly #ordinals: Int32Array;
  readonly #days: Int32Array;
  readonly #lowest: number;
  readonly #highest: number;
  readonly #excess: number;
  readonly #publishedUntil: Int32Array;

  constructor(years: readonly CalendarYear[], rulings: DayRulings) {
    [this.#first, this.#last] = spanOf(years);
    const length = this.#last - this.#first + 1;
    this.#ordinals = new Int32Array(length);
    const days = new Int32Array(length);
    this.#lowest = weekdaysUpTo(this.#first - 1);
    let ordinal = this.#lowest;
    for (let day = this.#first; day <= this.#last; day++) {
      if (rulingOn(rulings, day).works) days[ordinal++ - this.#lowest] = day;
      this.#ordinals[day - this.#first] = ordinal;
    }
    this.#highest = ordinal;
    this.#days = days.slice(0, ordinal - this.#lowest);
    this.#excess = ordinal - weekdaysUpTo(this.#last);
    this.#publishedUntil = publishedRuns(years, this.#first, length);
  }

  /** Ordinal of the last working day up to and including `day`. */
  ordinalUpTo(day: number): number {
    if (day < this.#first) return weekdaysUpTo(day);
    if (day > this.#last) return weekdaysUpTo(day) + this.#excess;
    return this.#ordinals[day - this.#first]!;
  }

  /** Day number of the working day with this ordinal. */
  dayAt(ordinal: number): number {
    if (ordinal <= this.#lowest) return nthWeekday(ordinal);
    if (ordinal > this.#highest) return nthWeekday(ordinal - this.#excess);
    return this.#days[ordinal - this.#lowest - 1]!;
  }

  works(day: number): boolean {
    return this.ordinalUpTo(day) !== this.ordinalUpTo(day - 1);
  }

  /** True when the national layer is published for every calendar year from the first to the last day, both included. */
  published(firstDay: number, lastDay: number): boolean {
    if (firstDay < this.#first || firstDay > this.#last) return false;
    return this.#publishedUntil[firstDay - this.#first]! >= lastDay;
  }
}

/** From the start of the year before the first record to the end of the year after the last: all a record may name. */
function spanOf(years: readonly CalendarYear[]): [number, number] {
  if (years.length === 0) return [0, -1];
  const numbers = years.map((record) => record.year);
  return [newYear(Math.min(...numbers) - 1), newYear(Math.max(...numbers) + 2) - 1];
}

/** For each day of the span the last day of the unbroken run of nationally published years it lies in. */
function publishedRuns(years: readonly CalendarYear[], first: number, length: number): Int32Array {
  const until = new Int32Array(length).fill(NEVER_PUBLISHED);
  const national = years.filter((record) => record.layer === 'national').map((record) => record.year);
  for (const year of national.sort((a, b) => b - a)) {
    const next = newYear(year + 1);
    const end = next - first < length && until[next - first] !== NEVER_PUBLISHED ? until[next - first]! : next - 1;
    until.fill(end, newYear(year) - first, next - first);
  }
  return until;
}

function newYear(year: number): number {
  return dayOf(`${String(year).padStart(4, '0')}-01-01`);
}
