import { Injectable } from '@nestjs/common';
import { type CalendarYear, type CompiledCalendar, compileCalendar } from '@hotline/calendar';
import { PublishedYears, type Transaction } from '@hotline/persistence';
import type { FactWriter } from '../facts/fact.store.js';

const compiledYears = (): PublishedYears<CalendarYear, CompiledCalendar> => new PublishedYears((kept) => compileCalendar(kept.map(({ record }) => record)));

/** The published years as facts. */
export const keepYears: FactWriter<CalendarYear> = Object.assign((tx: Transaction, years: readonly CalendarYear[]) => compiledYears().keep(tx, years), {
  table: 'calendar_year',
  key: ['layer', 'year', 'version'],
});

/** The appraisal service's own copy of the published years. */
@Injectable()
export class CalendarStore {
  readonly #years = compiledYears();

  /** The calendar of all years known by now. */
  current(tx: Transaction): Promise<CompiledCalendar> {
    return this.#years.current(tx);
  }
}
