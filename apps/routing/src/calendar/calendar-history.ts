import { type CalendarYear, type CompiledCalendar, compileCalendar } from '@hotline/calendar';
import type { handling } from '@hotline/domain';
import type { Instant } from '@hotline/domain/shared';

/** A published year as routing heard of it. */
export interface HeardYear {
  /** Counts the years in the order in which they were heard of. */
  readonly number: number;
  readonly record: CalendarYear;
  readonly allowEarlier: boolean;
  /** Counts the publications in the order in which they were made; 0 where that was not told. */
  readonly revision: number;
  /** When it was published here; null where that was not kept. */
  readonly madeAt: Instant | null;
}

/** The years known by now and in which order they were published, whatever the order they were heard in. Immutable. */
export class CalendarHistory {
  readonly calendar: CompiledCalendar;
  /** The number heard last. */
  readonly known: number;
  readonly #since = new Map<number, readonly handling.CalendarRevision[]>();

  constructor(private readonly heard: readonly HeardYear[]) {
    this.calendar = compileCalendar(heard.map(({ record }) => record));
    this.known = Math.max(0, ...heard.map(({ number }) => number));
  }

  /** The calendar after each publication that was heard of since, in the order in which they were made (reading §2.6). */
  readonly since = (known: number): readonly handling.CalendarRevision[] => {
    const made = this.#since.get(known) ?? this.#revisions(known);
    this.#since.set(known, made);
    return made;
  };

  #revisions(known: number): readonly handling.CalendarRevision[] {
    const records = this.heard.filter(({ number }) => number <= known).map(({ record }) => record);
    const news = this.heard.filter(({ number }) => number > known).sort((a, b) => a.revision - b.revision || a.number - b.number);
    return news.map(({ record, allowEarlier, madeAt }) => {
      records.push(record);
      return { calendar: compileCalendar(records), allowEarlier, rulesFrom: firstDayOf(record), ...(madeAt !== null && { madeAt }) };
    });
  }
}

/** A record names dates of its own year and the years beside it. */
function firstDayOf({ year }: CalendarYear): string {
  return `${year - 1}-01-01`;
}
