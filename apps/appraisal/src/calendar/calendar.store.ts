import { Injectable } from '@nestjs/common';
import { type CalendarYear, type CompiledCalendar, compileCalendar } from '@hotline/calendar';
import type { Transaction } from '@hotline/persistence';

/** The appraisal service's own copy of the published years; the compiled calendar is kept until a year is added, on whichever replica that happened. */
@Injectable()
export class CalendarStore {
  #compiled: { readonly years: number; readonly calendar: CompiledCalendar } = { years: 0, calendar: compileCalendar([]) };

  /** Work to be deferred to the end of a batch: keeps published years. One that is there already stays, since a published record never changes. */
  readonly keep = async (tx: Transaction, years: readonly CalendarYear[]): Promise<void> => {
    for (const year of years) compileCalendar([year]); // throws on a record that cannot be laid: a dead letter instead of a defect in every due date
    await tx.sql(
      `insert into calendar_year (layer, year, version, record)
       select layer, year, version, record::jsonb from unnest($1::text[], $2::integer[], $3::integer[], $4::text[]) as published (layer, year, version, record)
       order by layer, year, version on conflict do nothing`,
      [years.map(({ layer }) => layer), years.map(({ year }) => year), years.map(({ version }) => version), years.map((year) => JSON.stringify(year))],
    );
  };

  /** The calendar of all years known by now. Rows are only ever added, so their number tells whether the compiled one is still right. */
  async current(tx: Transaction): Promise<CompiledCalendar> {
    const [{ years } = { years: 0 }] = await tx.sql<{ years: number }>(`select count(*)::integer as years from calendar_year`);
    if (years !== this.#compiled.years) {
      const rows = await tx.sql<{ record: CalendarYear }>(`select record from calendar_year`);
      this.#compiled = { years: rows.length, calendar: compileCalendar(rows.map(({ record }) => record)) };
    }
    return this.#compiled.calendar;
  }
}
