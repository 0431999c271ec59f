import { compileCalendar, type CalendarLayer, type CalendarYear, type CompiledCalendar } from '@hotline/calendar';
import { dateOf, dayOf, type LocalDate } from '@hotline/domain/shared';
import type { Publication } from './calendar-year.store.js';

/** The calendar at one revision: all publications up to it, compiled on first use. Immutable. */
export class CalendarEdition {
  readonly revision: number;
  readonly #atRevision = new Map<number, CompiledCalendar>();
  readonly #ofLayers = new Map<string, CompiledCalendar>();

  constructor(readonly publications: readonly Publication[]) {
    this.revision = publications.at(-1)?.revision ?? 0;
  }

  /** All published layers: what every clock is computed with. */
  get calendar(): CompiledCalendar {
    return this.at(this.revision);
  }

  /** The calendar as it was when `revision` had just been published. */
  at(revision: number): CompiledCalendar {
    const made = this.#atRevision.get(revision) ?? compileCalendar(this.#recordsUpTo(revision));
    this.#atRevision.set(revision, made);
    return made;
  }

  /** Only some layers over the weekday mask. */
  withLayers(layers: readonly CalendarLayer[]): CompiledCalendar {
    const key = [...layers].sort().join();
    const made = this.#ofLayers.get(key) ?? compileCalendar(this.#recordsUpTo(this.revision), { layers });
    this.#ofLayers.set(key, made);
    return made;
  }

  /** The next edition, with a record added; `changesFrom` is worked out here. */
  with(record: CalendarYear, allowEarlier: boolean): CalendarEdition {
    const after = compileCalendar([...this.#recordsUpTo(this.revision), record]);
    // With leave to move earlier, deadlines that an earlier revision was not allowed to move are looked at again.
    const changesFrom = allowEarlier ? firstDayOf(record) : firstChange(this.calendar, after, record.year);
    return new CalendarEdition([...this.publications, { revision: this.revision + 1, record, allowEarlier, changesFrom }]);
  }

  /** The records in force, weakest layer first. */
  get years(): readonly CalendarYear[] {
    return this.calendar.years;
  }

  #recordsUpTo(revision: number): CalendarYear[] {
    return this.publications.filter((each) => each.revision <= revision).map((each) => each.record);
  }
}

/** The earliest date that a record could rule on: it names dates of its own year and the years beside it. */
function firstDayOf(record: CalendarYear): LocalDate {
  return `${record.year - 1}-01-01`;
}

/** First date from which the two calendars count otherwise, or from which a year ceases to be provisional. */
function firstChange(before: CompiledCalendar, after: CompiledCalendar, year: number): LocalDate | null {
  const last = dayOf(`${year + 1}-12-31`);
  const newYear = dayOf(`${year}-01-01`);
  const becomesFirm = nationallyPublished(after, year) && !nationallyPublished(before, year);
  for (let day = dayOf(`${year - 1}-01-01`); day <= last; day++) {
    const date = dateOf(day);
    if (before.isWorkingDay(date) !== after.isWorkingDay(date) || (becomesFirm && day === newYear)) return date;
  }
  return null;
}

function nationallyPublished(calendar: CompiledCalendar, year: number): boolean {
  return calendar.years.some((record) => record.layer === 'national' && record.year === year);
}
