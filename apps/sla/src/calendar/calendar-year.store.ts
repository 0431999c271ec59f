import type { CalendarDay, CalendarLayer, CalendarYear } from '@hotline/calendar';
import type { LocalDate } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';

/** A calendar year as published here: the record, its place among all publications, and what may be done with it. */
export interface Publication {
  /** Counts publications over all layers from 1; the calendar in force at a revision is all records up to it. */
  readonly revision: number;
  readonly record: CalendarYear;
  /** First local date on which deadlines may come out otherwise; null when none does. */
  readonly changesFrom: LocalDate | null;
  /** The person who published it said expressly that deadlines may move earlier (reading §2.6). */
  readonly allowEarlier: boolean;
}

/** How far a publication has been applied to the running clocks. */
export interface PublicationProgress {
  readonly moved: number;
  readonly applied: boolean;
}

interface YearRow {
  readonly revision: number;
  readonly layer: CalendarLayer;
  readonly year: number;
  readonly version: number;
  readonly source: string;
  readonly published_by: string;
  readonly published_at: string;
  readonly days_off: readonly CalendarDay[];
  readonly days_worked: readonly CalendarDay[];
  readonly changes_from: LocalDate | null;
  readonly allow_earlier: boolean;
}

/** Name of the lock that lets a publication wait for all who are computing deadlines, and them for it. */
const CALENDAR_LOCK = `hashtextextended('calendar:' || current_schema(), 0)`;

const isoText = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Until the end of the transaction nobody publishes a year, so that nothing computed with an old calendar is committed after a new one. */
export async function holdCalendar(tx: Transaction): Promise<void> {
  await tx.sql(`select pg_advisory_xact_lock_shared(${CALENDAR_LOCK})`);
}

/** Waits for everybody in {@link holdCalendar} and keeps them out until the end of the transaction. */
export async function claimCalendar(tx: Transaction): Promise<void> {
  await tx.sql(`select pg_advisory_xact_lock(${CALENDAR_LOCK})`);
}

export async function latestRevision(tx: Transaction): Promise<number> {
  const [row] = await tx.sql<{ revision: number }>(`select coalesce(max(revision), 0) as revision from calendar_year`);
  return row?.revision ?? 0;
}

/** All publications in order. */
export async function readPublications(tx: Transaction): Promise<Publication[]> {
  const rows = await tx.sql<YearRow>(
    `select revision, layer, year, version, source, published_by, ${isoText('published_at')} as published_at,
            days_off, days_worked, changes_from::text as changes_from, allow_earlier
     from calendar_year order by revision`,
  );
  return rows.map(publicationOf);
}

export async function insertPublication(tx: Transaction, publication: Publication, by: { subject: string; reason: string | null }): Promise<void> {
  const { record } = publication;
  await tx.sql(
    `insert into calendar_year (revision, layer, year, version, source, published_by, published_at, days_off, days_worked, changes_from, allow_earlier, reason, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10, $11, $12, $13)`,
    [
      publication.revision,
      record.layer,
      record.year,
      record.version,
      record.source,
      record.publishedBy,
      record.publishedAt,
      JSON.stringify(record.daysOff),
      JSON.stringify(record.daysWorked),
      publication.changesFrom,
      publication.allowEarlier,
      by.reason,
      by.subject,
    ],
  );
}

/** Revision of the oldest publication that has not reached all running clocks; undefined when all have. */
export async function oldestUnapplied(tx: Transaction): Promise<number | undefined> {
  const [row] = await tx.sql<{ revision: number }>(`select revision from calendar_year where applied_at is null order by revision limit 1`);
  return row?.revision;
}

export async function addMoved(tx: Transaction, revision: number, moved: number): Promise<void> {
  await tx.sql(`update calendar_year set moved = moved + $2 where revision = $1`, [revision, moved]);
}

export async function markApplied(tx: Transaction, revision: number): Promise<void> {
  await tx.sql(`update calendar_year set applied_at = clock_timestamp() where revision = $1 and applied_at is null`, [revision]);
}

export async function progressOf(tx: Transaction, revision: number): Promise<PublicationProgress | undefined> {
  const [row] = await tx.sql<PublicationProgress>(`select moved, applied_at is not null as applied from calendar_year where revision = $1`, [revision]);
  return row;
}

function publicationOf(row: YearRow): Publication {
  return {
    revision: row.revision,
    record: {
      layer: row.layer,
      year: row.year,
      version: row.version,
      source: row.source,
      publishedBy: row.published_by,
      publishedAt: row.published_at,
      daysOff: row.days_off,
      daysWorked: row.days_worked,
    },
    changesFrom: row.changes_from,
    allowEarlier: row.allow_earlier,
  };
}

/** A publication as the list shows it. */
export interface PublicationRow extends CalendarYear, PublicationProgress {
  readonly revision: number;
  readonly changesFrom: LocalDate | null;
  readonly allowEarlier: boolean;
  /** Why deadlines were allowed to move earlier. */
  readonly reason: string | null;
  /** Subject of the account that published it here. */
  readonly recordedBy: string;
  readonly recordedAt: string;
}

export interface PublicationFilter {
  readonly layer?: CalendarLayer | undefined;
  readonly year?: number | undefined;
}

/** Publications after a revision, in order. */
export async function readPublicationRows(tx: Transaction, { layer, year }: PublicationFilter, after: number, limit: number): Promise<PublicationRow[]> {
  return tx.sql<PublicationRow>(
    `select revision, layer, year, version, source, published_by as "publishedBy", ${isoText('published_at')} as "publishedAt", days_off as "daysOff",
            days_worked as "daysWorked", changes_from::text as "changesFrom", allow_earlier as "allowEarlier", reason, recorded_by as "recordedBy",
            ${isoText('recorded_at')} as "recordedAt", moved, applied_at is not null as applied
     from calendar_year
     where revision > $1 and ($2::text is null or layer = $2) and ($3::integer is null or year = $3)
     order by revision limit $4`,
    [after, layer ?? null, year ?? null, limit],
  );
}
