import { prefecture } from '@hotline/domain';
import { isoOf, type Instant, type LocalDate } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import { iso } from '../transfer/transfer.store.js';
import { endOf, type KnownReport } from './due-days.js';
import type { DifferenceView, ReportFault, ReportView } from './reconciliation.dto.js';

/** One attempt at the report of a day. */
export interface Claim {
  readonly day: LocalDate;
  readonly attempt: number;
}

/**
 * Takes the day's report in hand unless another replica does or, without `again`, it was made after the day's end; a lease that ran out is taken
 * over. Undefined when it is not to be had.
 */
export async function claimReport(tx: Transaction, day: LocalDate, from: LocalDate, now: Instant, leaseMs: number, again: boolean): Promise<Claim | undefined> {
  const [claimed] = await tx.sql<{ attempt: number }>(
    `insert into reconciliation (day, status, lease_until, from_day, attempt) values ($1, 'running', $4, $2, 1)
     on conflict (day) do update set status = 'running', lease_until = excluded.lease_until, from_day = excluded.from_day, attempt = reconciliation.attempt + 1
     where (reconciliation.status <> 'done' or reconciliation.finished_at < $6 or $5) and reconciliation.lease_until <= $3 returning attempt`,
    [day, from, isoOf(now), isoOf(now + leaseMs), again, isoOf(endOf(day))],
  );
  return claimed && { day, attempt: claimed.attempt };
}

/** False when the report was taken over by another attempt meanwhile; then nothing is written. */
export async function saveReport(tx: Transaction, { day, attempt }: Claim, counted: { readonly here: number; readonly there: number }, found: readonly prefecture.Difference[], now: Instant): Promise<boolean> {
  const held = await tx.sql(
    `update reconciliation set status = 'done', lease_until = $5, here = $2, there = $3, differences = $4, fault = null, finished_at = $5 where day = $1 and attempt = $6 and status = 'running' returning day`,
    [day, counted.here, counted.there, found.length, isoOf(now), attempt],
  );
  if (held.length === 0) return false;
  await tx.sql(`delete from reconciliation_difference where day = $1`, [day]);
  await tx.sql(
    `insert into reconciliation_difference (day, position, kind, number, ticket_number, reference, ours, theirs)
     select $1, found.position, found.kind, found.number, found.ticket_number, found.reference, found.ours, found.theirs
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) with ordinality as found (kind, number, ticket_number, reference, ours, theirs, position)`,
    [day, found.map(({ kind }) => kind), found.map(({ number }) => number), found.map(({ ticketNumber }) => ticketNumber), found.map(({ reference }) => reference), found.map(({ ours }) => ours), found.map(({ theirs }) => theirs)],
  );
  return true;
}

/** Says nothing of a report that was taken over by another attempt meanwhile. */
export async function failReport(tx: Transaction, { day, attempt }: Claim, fault: ReportFault, nextAt: Instant): Promise<void> {
  await tx.sql(`update reconciliation set status = 'failed', fault = $2, lease_until = $3 where day = $1 and attempt = $4 and status = 'running'`, [day, fault, isoOf(nextAt), attempt]);
}

/** The newest reports, whatever became of them; more than the loop looks back. */
export function knownReports(tx: Transaction): Promise<KnownReport[]> {
  return tx.sql<KnownReport>(`select day::text as day, case when status = 'done' then (extract(epoch from finished_at) * 1000)::float8 end as "finishedAt" from reconciliation order by day desc limit 60`);
}

/** Transfers between two moments as this side has them, also those that were typed in at the desk, with what was decided on them and what is still undelivered. */
export function ourStandings(tx: Transaction, from: Instant, to: Instant): Promise<prefecture.OurStanding[]> {
  return tx.sql<prefecture.OurStanding>(
    `select r.number, r.ticket_number as "ticketNumber",
       case when bool_or(m.kind = 'return' and m.accepted) then 'returned'
            when bool_or(m.kind = 'answer') then 'answered'
            when max(case when m.kind = 'closing' then (m.codes ->> 'dispatchNo')::int end) >= coalesce(max(case when m.kind in ('progress', 'feedback') then (m.codes ->> 'dispatchNo')::int end), 0) then 'closed'
            when max(case when m.kind = 'feedback' then (m.codes ->> 'dispatchNo')::int end) >= coalesce(max(case when m.kind = 'progress' then (m.codes ->> 'dispatchNo')::int end), 0) then 'feedback-given'
            else 'open' end as state,
       count(m.id) filter (where m.status in ('waiting', 'sent', 'refused', 'given-up'))::int as undelivered,
       coalesce(jsonb_agg(jsonb_build_object('reference', m.key, 'accepted', m.accepted) order by m.key) filter (where m.accepted is not null), '[]') as decisions
     from (
       select distinct on (number) number, ticket_id, ticket_number from (
         select number, ticket_id, ticket_number, 1 as rank from transfer where status = 'registered' and transferred_at >= $1 and transferred_at < $2
         union all select prefecture_number, ticket_id, number, 2 from known_ticket where prefecture_number is not null and not past and received_at >= $1 and received_at < $2
       ) known order by number, rank
     ) r left join message m on m.ticket_id = r.ticket_id
     group by r.number, r.ticket_number order by r.number`,
    [isoOf(from), isoOf(to)],
  );
}

const REPORT = `day::text as day, from_day::text as "from", status, here, there, differences, fault, ${iso('finished_at')} as "finishedAt"`;

/** Newest first. */
export function listReports(tx: Transaction, before: LocalDate | undefined, limit: number): Promise<ReportView[]> {
  return tx.sql<ReportView>(`select ${REPORT} from reconciliation where $1::date is null or day < $1 order by day desc limit $2`, [before ?? null, limit]);
}

export async function findReport(tx: Transaction, day: LocalDate): Promise<ReportView | undefined> {
  const [row] = await tx.sql<ReportView>(`select ${REPORT} from reconciliation where day = $1`, [day]);
  return row;
}

export async function listDifferences(tx: Transaction, day: LocalDate, after: number, limit: number): Promise<(DifferenceView & { readonly position: number })[]> {
  const rows = await tx.sql<Omit<DifferenceView, 'kindText'> & { readonly position: number }>(
    `select position, kind, number, ticket_number as "ticketNumber", reference, ours, theirs from reconciliation_difference where day = $1 and position > $2 order by position limit $3`,
    [day, after, limit],
  );
  return rows.map((row) => ({ ...row, kindText: prefecture.DIFFERENCE_KINDS[row.kind] }));
}
