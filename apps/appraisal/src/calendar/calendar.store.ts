import { Injectable } from '@nestjs/common';
import { type CalendarYear, type CompiledCalendar, compileCalendar } from '@hotline/calendar';
import { PublishedYears, type Transaction } from '@hotline/persistence';

/** The appraisal service's own copy of the published years. */
@Injectable()
export class CalendarStore {
  readonly #years = new PublishedYears<CalendarYear, CompiledCalendar>((kept) => compileCalendar(kept.map(({ record }) => record)));

  /** Work to be deferred to the end of a batch: keeps published years. */
  readonly keep = (tx: Transaction, years: readonly CalendarYear[]): Promise<void> => this.#years.keep(tx, years);

  /** The calendar of all years known by now. */
  current(tx: Transaction): Promise<CompiledCalendar> {
    return this.#years.current(tx);
  }
}
