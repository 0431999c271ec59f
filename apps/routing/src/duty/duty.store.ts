import { isoOf, type Instant, type LocalDate } from '@hotline/domain/shared';
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

/**
 * Days without an officer, of the county agency and of active units that keep a roster: from the first day that they ever
 * entered. By date, then by unit; one more than `limit` if there are more.
 */
export function readGaps(tx: Transaction, filter: { readonly from: LocalDate; readonly to: LocalDate; readonly unit?: string | undefined }, after: readonly [string, string] | undefined, limit: number): Promise<DutyGapView[]> {
  return tx.sql<DutyGapView>(
    `${GAPS} and ($3::text is null or kept.unit = $3) and ($4::date is null or (day::date, kept.unit) > ($4::date, $5::text)) order by day, kept.unit limit $6`,
    [filter.from, filter.to, filter.unit ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
}

/** Gaps of one day that nobody was told of yet; from now on they count as told. */
export function takeNewGaps(tx: Transaction, date: LocalDate, now: Instant): Promise<{ readonly unit: string }[]> {
  return tx.sql<{ unit: string }>(
    `insert into duty_gap (unit, date, found_at) select gap.unit, gap.date::date, $3 from (${GAPS} order by kept.unit) as gap on conflict do nothing returning unit`,
    [date, date, isoOf(now)],
  );
}

const GAPS = `select kept.unit, day::date::text as date
  from (select unit, min(date) as since from duty group by unit) as kept
  join lateral generate_series(greatest($1::date, kept.since), $2::date, interval '1 day') as day on true
  where (kept.unit = 'county' or exists (select from unit where unit.code = kept.unit and unit.active))
    and not exists (select from duty where duty.unit = kept.unit and duty.date = day::date)`;
