import { LockMode } from '@mikro-orm/core';
import { appraisal, type rate } from '@hotline/domain';
import type { Transaction } from '@hotline/persistence';
import { COUNTED_THINGS } from '../rates/counted.store.js';
import { RATES } from '../rates/rate-definitions.js';
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

/** Counts a period anew, within the database, and answers the units of which there is anything; the row of the period must be locked and not frozen. */
export async function recount(tx: Transaction, periodId: string, { from, to }: rate.Period): Promise<string[]> {
  await tx.sql('delete from period_counted where period_id = $1', [periodId]);
  await tx.sql(`insert into period_counted (period_id, rate, unit, ticket_id, dispatch_no, hit) select $3, counted.* from (${COUNTED_THINGS}) as counted`, [from, to, periodId]);
  const units = await tx.sql<{ unit: string }>('select distinct unit from period_counted where period_id = $1', [periodId]);
  return units.map(({ unit }) => unit);
}

/** Things read at a time: a county's year has some 150,000, which took the service down when they were all held at once. */
const PAGE = 5_000;

/** What was counted in a period, page by page in the order in which it is frozen. */
export async function* countedPages(tx: Transaction, periodId: string, size = PAGE): AsyncGenerator<readonly appraisal.CountedThing[]> {
  for (const name of RATES) {
    let last: appraisal.CountedThing | undefined;
    do {
      const page: appraisal.CountedThing[] = await tx.sql<appraisal.CountedThing>(
        `select rate, unit, ticket_id as "ticketId", dispatch_no as "dispatchNo", hit from period_counted
         where period_id = $1 and rate = $2 and ($3::text is null or (unit collate "C", ticket_id, dispatch_no) > ($3 collate "C", $4::uuid, $5::integer))
         order by unit collate "C", ticket_id, dispatch_no limit $6`,
        [periodId, name, last?.unit ?? null, last?.ticketId ?? null, last?.dispatchNo ?? null, size],
      );
      if (page.length > 0) yield page;
      last = page.length === size ? page.at(-1) : undefined;
    } while (last);
  }
}

/** Both terms of all that was counted in a period. */
export async function tallyOf(tx: Transaction, periodId: string, exclusions: readonly appraisal.Exclusion[]): Promise<appraisal.Tally> {
  const tally = new appraisal.Tally(exclusions);
  for await (const page of countedPages(tx, periodId)) tally.add(page);
  return tally;
}

/** What the facts of today count otherwise than was counted: those things alone, as they were and as they are. */
export async function countedOtherwise(tx: Transaction, periodId: string, { from, to }: rate.Period): Promise<{ readonly before: appraisal.CountedThing[]; readonly now: appraisal.CountedThing[] }> {
  const kept = `select rate, unit, ticket_id, dispatch_no, hit from period_counted where period_id = $3`;
  const only = (some: string, others: string): string => `select rate, unit, ticket_id as "ticketId", dispatch_no as "dispatchNo", hit from ((${some}) except (${others})) as differing where $1::date <= $2::date and $3::text is not null`;
  const today = `select * from (${COUNTED_THINGS}) as counted`;
  const params = [from, to, periodId];
  return { before: await tx.sql<appraisal.CountedThing>(only(kept, today), params), now: await tx.sql<appraisal.CountedThing>(only(today, kept), params) };
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
