import { Injectable } from '@nestjs/common';
import type { CalendarYear, CompiledCalendar } from '@hotline/calendar';
import type { CalendarPublishedV1 } from '@hotline/contracts';
import { instantOf } from '@hotline/domain/shared';
import { type KeptYear, PublishedYears, type Transaction } from '@hotline/persistence';
import { CalendarHistory, type HeardYear } from './calendar-history.js';

/** `madeAt`: when it was published in the county, which is not the day of the notice; ISO 8601. */
export type Published = CalendarYear & Pick<CalendarPublishedV1, 'allowEarlier' | 'revision'> & { readonly madeAt?: string };

/** Routing's own copy of the published years, with the order in which they were published. */
@Injectable()
export class CalendarStore {
  readonly #years = new PublishedYears<Published, CalendarHistory>((kept) => new CalendarHistory(kept.map(heardOf)));

  /** Work to be deferred to the end of a batch: keeps published years. */
  readonly keep = (tx: Transaction, years: readonly Published[]): Promise<void> => this.#years.keep(tx, years);

  /** The calendar of all years known by now. */
  async current(tx: Transaction): Promise<CompiledCalendar> {
    return (await this.history(tx)).calendar;
  }

  /** That calendar with how it came about. */
  history(tx: Transaction): Promise<CalendarHistory> {
    return this.#years.current(tx);
  }
}

function heardOf({ number = 0, record }: KeptYear<Published>): HeardYear {
  return { number, record, allowEarlier: record.allowEarlier ?? false, revision: record.revision ?? 0, madeAt: record.madeAt === undefined ? null : instantOf(record.madeAt) };
}
