import { Injectable } from '@nestjs/common';
import { type CalendarYear, type CompiledCalendar, compileCalendar } from '@hotline/calendar';
import type { CalendarPublishedV1 } from '@hotline/contracts';
import type { Transaction } from '@hotline/persistence';
import { CalendarHistory, type HeardYear } from './calendar-history.js';

/** Held while a year is numbered, so that numbers become visible in their order. */
const NUMBERING_LOCK = 'routing.calendar_year';

/** Routing's own copy of the published years; the compiled calendar is kept until a year is added, on whichever replica that happened. */
@Injectable()
export class CalendarStore {
  #kept: { readonly years: number; readonly history: CalendarHistory } = { years: 0, history: new CalendarHistory([]) };

  /** Work to be deferred to the end of a batch: keeps published years, numbered as they are heard. One that is there already stays, since a published record never changes. */
  readonly keep = async (tx: Transaction, years: readonly CalendarPublishedV1[]): Promise<void> => {
    for (const year of years) compileCalendar([year]); // throws on a record that cannot be laid: a dead letter instead of a defect in every return
    await tx.sql(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [NUMBERING_LOCK]);
    await tx.sql(
      `insert into calendar_year (layer, year, version, record)
       select layer, year, version, record::jsonb from unnest($1::text[], $2::integer[], $3::integer[], $4::text[]) as published (layer, year, version, record)
       order by layer, year, version on conflict do nothing`,
      [years.map(({ layer }) => layer), years.map(({ year }) => year), years.map(({ version }) => version), years.map((year) => JSON.stringify(year))],
    );
  };

  /** The calendar of all years known by now. */
  async current(tx: Transaction): Promise<CompiledCalendar> {
    return (await this.history(tx)).calendar;
  }

  /** That calendar with how it came about. Rows are only ever added, so their number tells whether what was compiled is still right. */
  async history(tx: Transaction): Promise<CalendarHistory> {
    const [{ years } = { years: 0 }] = await tx.sql<{ years: number }>(`select count(*)::integer as years from calendar_year`);
    if (years !== this.#kept.years) {
      const rows = await tx.sql<{ number: number; record: CalendarYear & Pick<CalendarPublishedV1, 'allowEarlier' | 'revision'> }>(`select number, record from calendar_year`);
      const heard = rows.map(({ number, record }): HeardYear => ({ number, record, allowEarlier: record.allowEarlier ?? false, revision: record.revision ?? 0 }));
      this.#kept = { years: rows.length, history: new CalendarHistory(heard) };
    }
    return this.#kept.history;
  }
}
