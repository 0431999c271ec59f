import { dayOf, isoOf, startOfShanghaiDay, type Instant, type LocalDate } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import type { DutyDayBody, DutyDayView, DutyGapView } from './duty.dto.js';

export async function saveDuty(tx: Transaction, unit: string, days: readonly DutyDayBody[], by: { readonly subject: string; readonly at: Instant }): Promise<void> {
  await tx.sql(
    `insert into duty (unit, date, officer, phone, recorded_by, recorded_at)
     select $1, date, officer, phone, $5, $6 from unnest($2::date[], $3::text[], $4::text[]) as day (date, officer, phone) order by date
     on conflict (unit, date) do update set officer = excluded.officer, phone = excluded.phone, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`,
    [unit, days.map(({ date }) => date), days.map(({ officer }) => officer), days.map(({ phone }) => phone), by.subject, isoOf(by.at)],
  );
}

/** Every day from `from` to `to`, those without an officer too. */
export function readDuty(tx: Transaction, unit: string, from: LocalDate, to: LocalDate): Promise<DutyDayView[]> {
  return tx.sql<DutyDayView>(
    `select day::date::text as date, duty.officer, duty.phone
     from generate_series($2::date, $3::date, interval '1 day') as day left join duty on duty.unit = $1 and duty.date = day::date order by day`,
    [unit, from, to],
  );
}

/** A day, and whether the pack in force on it expects a roster of every unit. */
export interface DutyDay {
  readonly date: LocalDate;
  readonly everyUnit: boolean;
}

/**
 * Days without an officer, of the county agency and of the units in service when the day began; where the pack asks only those that
 * keep a roster, from the first day that they ever entered. By date, then by unit; one more than `limit` if there are more.
 */
export function readGaps(tx: Transaction, days: readonly DutyDay[], unit: string | undefined, after: readonly [string, string] | undefined, limit: number): Promise<DutyGapView[]> {
  return tx.sql<DutyGapView>(
    `${GAPS} and ($4::text is null or counted.unit = $4) and ($5::date is null or (day.date, counted.unit) > ($5::date, $6::text)) order by day.date, counted.unit limit $7`,
    [...asked(days), unit ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
}

/** Gaps of one day that nobody was told of yet; from now on they count as told. */
export function takeNewGaps(tx: Transaction, day: DutyDay, now: Instant): Promise<{ readonly unit: string }[]> {
  return tx.sql<{ unit: string }>(
    `insert into duty_gap (unit, date, found_at) select gap.unit, gap.date::date, $4 from (${GAPS} order by counted.unit) as gap on conflict do nothing returning unit`,
    [...asked([day]), isoOf(now)],
  );
}

function asked(days: readonly DutyDay[]): [string[], string[], boolean[]] {
  return [days.map(({ date }) => date), days.map(({ date }) => isoOf(startOfShanghaiDay(dayOf(date)))), days.map(({ everyUnit }) => everyUnit)];
}

/** A unit that is recorded in the course of a day has no gap on it; for the county agency the first record of the directory counts. */
const GAPS = `select counted.unit, day.date::text as date
  from unnest($1::date[], $2::timestamptz[], $3::boolean[]) as day (date, begins, every_unit)
  join lateral (
    select 'county' as unit, exists (select from unit_record where recorded_at < day.begins) as known
    union all
    select code, (select active from unit_record where unit_record.code = unit.code and recorded_at < day.begins order by version desc limit 1) from unit
  ) as counted on true
  left join (select unit, min(date) as since from duty group by unit) as kept on kept.unit = counted.unit
  where counted.known and (day.every_unit or kept.since <= day.date)
    and not exists (select from duty where duty.unit = counted.unit and duty.date = day.date)`;
