import type { ClockReading } from '@hotline/contracts';
import type { ClockKind, Instant, LocalDate, Verdict } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';

/** What supervision knows of a clock: its newest state. */
export interface KnownClock {
  readonly clockId: string;
  readonly ticketId: string;
  readonly kind: ClockKind;
  readonly unit: string;
  readonly dispatchNo: number;
  readonly dueOn: LocalDate;
  readonly dueAt: Instant;
  readonly startedAt: Instant;
  readonly stoppedAt: Instant | null;
  readonly overdueAt: Instant | null;
  readonly provisional: boolean;
  readonly verdict: Verdict;
  readonly workingDaysLate: number | null;
}

/** The clocks that orders and accountability rest on. */
export const WATCHED: readonly ClockKind[] = ['supervision', 'resolve', 'assist'];

export interface HeardOfClock {
  readonly version: number;
  readonly reading: ClockReading;
}

/** Keeps the newest version of each clock, in whatever order and however often they are told. */
export async function rememberClocks(tx: Transaction, heard: readonly HeardOfClock[]): Promise<void> {
  const newest = new Map<string, HeardOfClock>();
  for (const each of heard) if (each.version > (newest.get(each.reading.clockId)?.version ?? 0)) newest.set(each.reading.clockId, each);
  const rows = [...newest.values()].map(({ version, reading }) => ({ version, ...reading }));
  await tx.sql(
    `insert into known_clock (clock_id, version, ticket_id, kind, unit, dispatch_no, due_on, due_at, started_at, stopped_at, overdue_at, provisional, verdict, working_days_late)
     select * from unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[], $5::text[], $6::int[], $7::date[], $8::timestamptz[], $9::timestamptz[], $10::timestamptz[], $11::timestamptz[], $12::boolean[], $13::text[], $14::int[])
       as heard (clock_id, version, ticket_id, kind, unit, dispatch_no, due_on, due_at, started_at, stopped_at, overdue_at, provisional, verdict, working_days_late)
     order by clock_id
     on conflict (clock_id) do update set version = excluded.version, due_on = excluded.due_on, due_at = excluded.due_at, started_at = excluded.started_at, stopped_at = excluded.stopped_at,
       overdue_at = excluded.overdue_at, provisional = excluded.provisional, verdict = excluded.verdict, working_days_late = excluded.working_days_late
     where known_clock.version < excluded.version`,
    [
      ...[rows.map((row) => row.clockId), rows.map((row) => row.version), rows.map((row) => row.ticketId), rows.map((row) => row.kind), rows.map((row) => row.unit), rows.map((row) => row.dispatchNo)],
      ...[rows.map((row) => row.dueOn), rows.map((row) => row.dueAt), rows.map((row) => row.startedAt), rows.map((row) => row.stoppedAt), rows.map((row) => row.overdueAt)],
      ...[rows.map((row) => row.provisional), rows.map((row) => row.verdict), rows.map((row) => row.workingDaysLate ?? null)],
    ],
  );
}

export function clocksOf(tx: Transaction, ticketIds: readonly string[]): Promise<KnownClock[]> {
  return tx.sql<KnownClock>(`select ${COLUMNS} from known_clock where ticket_id = any($1::uuid[]) order by clock_id`, [[...new Set(ticketIds)]]);
}

/** Orders in force whose clock is running and not yet due, with that clock, the next due first: those of which the record may remind. */
export function runningOrderClocks(tx: Transaction, dueBefore: Instant, now: Instant): Promise<(KnownClock & { readonly orderId: string; readonly issuedAt: Instant })[]> {
  return tx.sql(
    `select o.order_id as "orderId", ${millis('o.issued_at')} as "issuedAt", ${COLUMNS.replaceAll('known_clock.', 'c.')}
     from known_clock c join supervision_order o on o.ticket_id = c.ticket_id and o.unit = c.unit and o.issued_at = c.started_at and o.status <> 'lifted'
     where c.kind = 'supervision' and c.stopped_at is null and c.verdict = 'running' and not c.provisional and c.due_at > to_timestamp($2 / 1000.0) and c.due_at <= to_timestamp($1 / 1000.0)
       and not exists (select from jsonb_array_elements(o.state->'reminders') r where r->>'by' is null and r->>'dueOn' = c.due_on::text)
     order by c.due_at, o.order_id limit 500`,
    [dueBefore, now],
  );
}

/** How many overdue clocks are looked at in one transaction. */
export const OVERDUE_PAGE = 500;

export interface OverdueClock {
  readonly clockId: string;
  readonly ticketId: string;
  readonly dueAt: Instant;
}

/** A page of the handling clocks that ran over and go on, of which nothing was proposed yet and something may be; the longest overdue first, those after `last`. */
export function unproposedOverdue(tx: Transaction, last: OverdueClock | undefined): Promise<OverdueClock[]> {
  return tx.sql(
    `select c.clock_id as "clockId", c.ticket_id as "ticketId", ${millis('c.due_at')} as "dueAt" from known_clock c
     join known_dispatch d on d.ticket_id = c.ticket_id and d.dispatch_no = c.dispatch_no
     join supervised_ticket t on t.ticket_id = c.ticket_id and not t.imported
     where c.kind <> 'supervision' and c.stopped_at is null and c.overdue_at is not null and c.verdict = 'running' and not c.provisional
       and not exists (select from known_release r where r.ticket_id = c.ticket_id and r.dispatch_no = c.dispatch_no and r.unit in (c.unit, d.unit, '*'))
       and not exists (select from accountability_candidate a where a.candidate_id in ('late-without-reason:' || c.clock_id, 'inactive-in-joint-handling:' || c.clock_id) and a.status <> 'withdrawn')
       and ($2::uuid is null or (c.due_at, c.clock_id) > (to_timestamp($1 / 1000.0), $2::uuid))
     order by c.due_at, c.clock_id limit ${OVERDUE_PAGE}`,
    [last?.dueAt ?? 0, last?.clockId ?? null],
  );
}

function millis(column: string): string {
  return `(extract(epoch from ${column}) * 1000)::float8`;
}

const COLUMNS = `known_clock.clock_id as "clockId", known_clock.ticket_id as "ticketId", known_clock.kind, known_clock.unit, known_clock.dispatch_no as "dispatchNo", known_clock.due_on::text as "dueOn",
  ${millis('known_clock.due_at')} as "dueAt", ${millis('known_clock.started_at')} as "startedAt", ${millis('known_clock.stopped_at')} as "stoppedAt", ${millis('known_clock.overdue_at')} as "overdueAt",
  known_clock.provisional, known_clock.verdict, known_clock.working_days_late as "workingDaysLate"`;
