import type { Transaction } from './transaction.js';

/** What names a published record: it never changes, a correction is the next version. */
export interface PublishedYear {
  readonly layer: string;
  readonly year: number;
  readonly version: number;
}

/** A record as it is kept; numbered in the order of hearing where the table numbers its rows. */
export interface KeptYear<Year> {
  readonly number?: number;
  readonly record: Year;
}

/** A service's own copy of the published calendar years, in its table `calendar_year`; what is compiled from them is kept until a year is added, on whichever replica that happened. */
export class PublishedYears<Year extends PublishedYear, Compiled> {
  #kept: { readonly years: number; readonly compiled: Compiled };

  constructor(private readonly compile: (kept: readonly KeptYear<Year>[]) => Compiled) {
    this.#kept = { years: 0, compiled: compile([]) };
  }

  /** Adds the years that are not there yet; throws on a record that cannot be compiled: a dead letter instead of a defect in every date. */
  async keep(tx: Transaction, years: readonly Year[]): Promise<void> {
    for (const record of years) this.compile([{ number: 0, record }]);
    // held while a year is numbered, so that numbers become visible in their order
    await tx.sql(`select pg_advisory_xact_lock(hashtextextended(current_schema() || '.calendar_year', 0))`);
    await tx.sql(
      `insert into calendar_year (layer, year, version, record)
       select layer, year, version, record::jsonb from unnest($1::text[], $2::integer[], $3::integer[], $4::text[]) as published (layer, year, version, record)
       order by layer, year, version on conflict do nothing`,
      [years.map(({ layer }) => layer), years.map(({ year }) => year), years.map(({ version }) => version), years.map((year) => JSON.stringify(year))],
    );
  }

  /** What comes of all years known by now. Rows are only ever added, so their number tells whether what was compiled is still right. */
  async current(tx: Transaction): Promise<Compiled> {
    const [{ years } = { years: 0 }] = await tx.sql<{ years: number }>(`select count(*)::integer as years from calendar_year`);
    if (years !== this.#kept.years) {
      const rows = await tx.sql<{ row: KeptYear<Year> }>(`select to_jsonb(calendar_year) as row from calendar_year`);
      this.#kept = { years: rows.length, compiled: this.compile(rows.map(({ row }) => row)) };
    }
    return this.#kept.compiled;
  }
}
