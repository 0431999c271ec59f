import { LockMode } from '@mikro-orm/core';
import type { appraisal } from '@hotline/domain';
import type { Transaction } from '@hotline/persistence';
import { PeriodRow, type FrozenResults } from './period.row.js';

export interface StoredPeriod {
  readonly periodId: string;
  readonly state: appraisal.AppraisalPeriod;
  /** Of the row as it is after the commit. */
  readonly revision: number;
}

export interface PeriodFilter {
  readonly kind?: string | undefined;
  readonly status?: string | undefined;
  readonly name?: string | undefined;
  /** Without periods that are still open, which only the county sees. */
  readonly shown: boolean;
}

/** `2018-09@1`. */
export function periodIdOf({ span, version }: Pick<appraisal.AppraisalPeriod, 'span' | 'version'>): string {
  return `${span.name}@${version}`;
}

export function findPeriod(tx: Transaction, periodId: string): Promise<PeriodRow | null> {
  return tx.em.findOne(PeriodRow, { periodId });
}

/** Whoever changes a period has it alone: signing must see every score and appeal. */
export function lockPeriod(tx: Transaction, periodId: string): Promise<PeriodRow | null> {
  return tx.em.findOne(PeriodRow, { periodId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

/** The newest version of each of the named periods, as far as there are any. */
export async function newestOf(tx: Transaction, names: readonly string[]): Promise<PeriodRow[]> {
  const rows = await tx.em.find(PeriodRow, { name: { $in: [...names] } }, { orderBy: { name: 'asc', periodVersion: 'asc' } });
  return [...new Map(rows.map((row) => [row.name, row])).values()];
}

/** Newest period first, and of one name the newest version first. */
export function listPeriods(tx: Transaction, { kind, status, name, shown }: PeriodFilter, after: string | undefined, limit: number): Promise<PeriodRow[]> {
  const statuses = [...(status !== undefined ? [{ status }] : []), ...(shown ? [{ status: { $ne: 'open' } }] : [])];
  const where = { ...(kind !== undefined && { kind }), ...(name !== undefined && { name }), ...(after !== undefined && { periodId: { $lt: after } }), $and: statuses };
  return tx.em.find(PeriodRow, where, { orderBy: { periodId: 'desc' }, limit });
}

/** Writes the state with the next flush. */
export function savePeriod(tx: Transaction, row: PeriodRow | null, state: appraisal.AppraisalPeriod, frozen: FrozenResults | null = null): StoredPeriod {
  const periodId = periodIdOf(state);
  const { span, version, status } = state;
  if (row) tx.em.assign(row, { status, state, frozen }, { mergeObjectProperties: false });
  else tx.em.persist(tx.em.create(PeriodRow, { periodId, name: span.name, periodVersion: version, kind: span.kind, status, fromDay: span.from, toDay: span.to, state, frozen, revision: 1 }));
  return { periodId, state, revision: (row?.revision ?? 0) + 1 };
}

/** Replaces what was counted in a period; the row of the period must be locked and not frozen. */
export async function replaceCounted(tx: Transaction, periodId: string, things: readonly appraisal.CountedThing[]): Promise<void> {
  await tx.sql('delete from period_counted where period_id = $1', [periodId]);
  await tx.sql(
    `insert into period_counted (period_id, rate, unit, ticket_id, dispatch_no, hit)
     select $1, * from unnest($2::text[], $3::text[], $4::uuid[], $5::integer[], $6::boolean[])`,
    [periodId, things.map((t) => t.rate), things.map((t) => t.unit), things.map((t) => t.ticketId), things.map((t) => t.dispatchNo), things.map((t) => t.hit)],
  );
}

/** What was counted in a period, of one unit or of all. */
export function countedIn(tx: Transaction, periodId: string, unit?: string): Promise<appraisal.CountedThing[]> {
  return tx.sql<appraisal.CountedThing>(
    `select rate, unit, ticket_id as "ticketId", dispatch_no as "dispatchNo", hit from period_counted where period_id = $1 and ($2::text is null or unit = $2)`,
    [periodId, unit ?? null],
  );
}

/** `unit ticketId` of those of the tickets that were counted, each for whom it was. */
export async function countedPairs(tx: Transaction, periodId: string, ticketIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (ticketIds.length === 0) return new Set();
  const rows = await tx.sql<{ unit: string; ticketId: string }>(
    `select distinct unit, ticket_id as "ticketId" from period_counted where period_id = $1 and ticket_id = any($2::uuid[])`,
    [periodId, [...ticketIds]],
  );
  return new Set(rows.map(({ unit, ticketId }) => `${unit} ${ticketId}`));
}

export interface BehindItem {
  readonly ticketId: string;
  readonly number: string | null;
  readonly dispatchNo: number;
  /** In the numerator too. */
  readonly counted: boolean;
}

/** What stands behind one rate of one unit in a period, in ticket order. */
export function behindRate(tx: Transaction, periodId: string, unit: string, rate: string, after: { readonly ticketId: string; readonly dispatchNo: number } | undefined, limit: number): Promise<BehindItem[]> {
  return tx.sql<BehindItem>(
    `select c.ticket_id as "ticketId", t.number, c.dispatch_no as "dispatchNo", c.hit as counted
     from period_counted c left join ticket_fact t using (ticket_id)
     where c.period_id = $1 and c.unit = $2 and c.rate = $3 and ($4::uuid is null or (c.ticket_id, c.dispatch_no) > ($4::uuid, $5::integer))
     order by c.ticket_id, c.dispatch_no limit $6`,
    [periodId, unit, rate, after?.ticketId ?? null, after?.dispatchNo ?? null, limit],
  );
}
