import { dayOf, shanghaiDay, startOfShanghaiDay } from '@hotline/domain/shared';
import type { Deadline, ExplainedDay, Instant, LocalDate, WorkingCalendar } from '@hotline/domain/shared';
import { CALENDAR_LAYERS, type CalendarLayer, type CalendarYear } from './calendar-year.record.js';
import { DateTexts } from './date-texts.js';
import { layDays, rulingOn, type DayRuling, type DayRulings } from './day-rulings.js';
import { versionOf, yearsInForce } from './published-years.js';
import { WorkingDayIndex } from './working-day-index.js';

/** Which layers to lay over the weekday mask; all by default. `['national']` is the calendar of the State Council alone. */
export interface CalendarOptions {
  readonly layers?: readonly CalendarLayer[];
}

/** A working calendar that also knows its records and speaks in day numbers (1970-01-01 = 0, Asia/Shanghai). */
export interface CompiledCalendar extends WorkingCalendar {
  /** The records in force, weakest layer first. */
  readonly years: readonly CalendarYear[];
  /** Day number at whose end a count of `workingDays` (whole, ≥ 0) from `startDay` ends; the bare O(1) core of `deadline`. */
  dueDay(startDay: number, workingDays: number): number;
  /** What is known of one day: worked or not, by which layer, and why in Chinese. */
  rulingOn(date: LocalDate): DayRuling;
}

/**
 * Compiles published records into one calendar (reading §2.3): weekday mask → national → prefecture → county, the stronger
 * layer wins; of each layer and year only the highest version counts. Throws RangeError on a record that cannot be laid:
 * an impossible or foreign date, or two contents under one version.
 */
export function compileCalendar(records: readonly CalendarYear[], options: CalendarOptions = {}): CompiledCalendar {
  const years = yearsInForce(records, options.layers ?? CALENDAR_LAYERS);
  return new LayeredCalendar(years);
}

class LayeredCalendar implements CompiledCalendar {
  readonly version: string;
  readonly years: readonly CalendarYear[];
  readonly #rulings: DayRulings;
  readonly #index: WorkingDayIndex;
  readonly #texts = new DateTexts();

  constructor(years: readonly CalendarYear[]) {
    this.years = years;
    this.version = versionOf(years);
    this.#rulings = layDays(years);
    this.#index = new WorkingDayIndex(years, this.#rulings);
  }

  dueDay(startDay: number, workingDays: number): number {
    if (!(workingDays >= 0) || !Number.isInteger(workingDays)) {
      throw new RangeError(`working days must be a whole number from 0: ${workingDays}`);
    }
    if (workingDays === 0) return this.#workingDayFrom(startDay);
    return this.#index.dayAt(this.#index.ordinalUpTo(startDay) + workingDays);
  }

  deadline(start: Instant, workingDays: number): Deadline {
    const startDay = shanghaiDay(start);
    const due = this.dueDay(startDay, workingDays);
    return this.#deadlineOn(due, workingDays === 0 ? startDay : startDay + 1, due);
  }

  shift(dueOn: LocalDate, workingDays: number): Deadline {
    if (!Number.isInteger(workingDays)) throw new RangeError(`working days must be a whole number: ${workingDays}`);
    const from = dayOf(dueOn);
    const due = workingDays < 0 ? this.#index.dayAt(this.#index.ordinalUpTo(from - 1) + workingDays + 1) : this.dueDay(from, workingDays);
    return this.#deadlineOn(due, Math.min(from, due), Math.max(from, due));
  }

  workingDaysBetween(from: Instant, to: Instant): number {
    return Math.max(0, this.#index.ordinalUpTo(shanghaiDay(to)) - this.#index.ordinalUpTo(shanghaiDay(from)));
  }

  isWorkingDay(date: LocalDate): boolean {
    return this.#index.works(dayOf(date));
  }

  rulingOn(date: LocalDate): DayRuling {
    return rulingOn(this.#rulings, dayOf(date));
  }

  explain(start: Instant, workingDays: number): readonly ExplainedDay[] {
    const startDay = shanghaiDay(start);
    const due = this.dueDay(startDay, workingDays);
    const days: ExplainedDay[] = [{ ...this.#plainDay(startDay), role: 'day-zero' }];
    let ordinal = 0;
    for (let day = startDay + 1; day <= due; day++) {
      if (this.#index.works(day)) days.push({ ...this.#plainDay(day), role: 'counted', ordinal: ++ordinal });
      else days.push({ ...this.#plainDay(day), role: 'skipped' });
    }
    return days;
  }

  #plainDay(day: number): Pick<ExplainedDay, 'date' | 'layer' | 'reason'> {
    const { layer, reason } = rulingOn(this.#rulings, day);
    return { date: this.#texts.of(day), layer, reason };
  }

  #workingDayFrom(day: number): number {
    return this.#index.dayAt(this.#index.ordinalUpTo(day - 1) + 1);
  }

  /** `walkedFrom` and `walkedTo` bound the days on whose rulings the result rests. */
  #deadlineOn(due: number, walkedFrom: number, walkedTo: number): Deadline {
    return {
      dueOn: this.#texts.of(due),
      dueAt: startOfShanghaiDay(due + 1),
      provisional: !this.#index.published(walkedFrom, walkedTo),
    };
  }
}
