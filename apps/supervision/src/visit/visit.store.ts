import type { FilterQuery } from '@mikro-orm/core';
import { visit } from '@hotline/domain';
import type { Transaction } from '@hotline/persistence';
import { VisitRow } from './visit.row.js';

export interface StoredVisit {
  readonly state: visit.Visit;
  /** Of the row as it is after the commit. */
  readonly version: number;
}

export interface VisitFilter {
  readonly status?: string | undefined;
  readonly unit?: string | undefined;
  readonly ticketId?: string | undefined;
  readonly caller?: string | undefined;
  /** Those to call that nobody has, beside those of `caller`. */
  readonly orFree?: boolean;
  /** Due on that local date or before. */
  readonly dueBy?: string | undefined;
}

export function findVisit(tx: Transaction, visitId: string): Promise<VisitRow | null> {
  return tx.em.findOne(VisitRow, { visitId });
}

/** Writes the state with the next flush; another's change since the row was read makes that flush fail (optimistic lock). */
export function saveVisit(tx: Transaction, row: VisitRow | null, state: visit.Visit): StoredVisit {
  const columns = { status: state.status, basis: state.basis, unit: state.unit, caller: state.caller, dueOn: state.dueOn, state };
  if (row) tx.em.assign(row, columns);
  else tx.em.persist(tx.em.create(VisitRow, { visitId: state.visitId, ticketId: state.ticketId, plannedAt: new Date(state.plannedAt), version: 1, ...columns }));
  return { state, version: (row?.version ?? 0) + 1 };
}

export function findVisits(tx: Transaction, visitIds: readonly string[]): Promise<VisitRow[]> {
  return tx.em.find(VisitRow, { visitId: { $in: [...visitIds] } });
}

/** Writes new visits by one statement; a flush writes them one by one, which took half of this service's time in an import. */
export async function addVisits(tx: Transaction, visits: readonly visit.Visit[]): Promise<void> {
  if (visits.length === 0) return;
  await tx.sql(
    `insert into visit (visit_id, ticket_id, unit, status, basis, planned_at, due_on, state)
     select visit_id, ticket_id, unit, status, basis, to_timestamp(planned_at / 1000.0), due_on::date, state::jsonb
     from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::float8[], $7::text[], $8::text[]) as added (visit_id, ticket_id, unit, status, basis, planned_at, due_on, state)
     order by visit_id on conflict do nothing`,
    [
      visits.map((each) => each.visitId),
      visits.map((each) => each.ticketId),
      visits.map((each) => each.unit),
      visits.map((each) => each.status),
      visits.map((each) => each.basis),
      visits.map((each) => each.plannedAt),
      visits.map((each) => each.dueOn),
      visits.map((each) => JSON.stringify(each)),
    ],
  );
}

export function listVisits(tx: Transaction, filter: VisitFilter, after: string | undefined, limit: number): Promise<VisitRow[]> {
  return tx.em.find(VisitRow, visitQuery(filter, after), { orderBy: { visitId: 'asc' }, limit });
}

/** Further rounds that were ordered of a ticket. */
export function reworksOf(tx: Transaction, ticketId: string): Promise<{ readonly round: number; readonly at: number }[]> {
  return tx.sql(`select (state->'rework'->>'round')::int as round, (state->'rework'->>'at')::float8 as at from visit where ticket_id = $1 and status = 'rework-ordered'`, [ticketId]);
}

function visitQuery({ status, unit, ticketId, caller, orFree, dueBy }: VisitFilter, after: string | undefined): FilterQuery<VisitRow> {
  return {
    ...(status !== undefined && { status }),
    ...(unit !== undefined && { unit }),
    ...(ticketId !== undefined && { ticketId }),
    ...(caller !== undefined && (orFree ? { $or: [{ caller }, { caller: null, status: 'planned' }] } : { caller })),
    ...(dueBy !== undefined && { dueOn: { $lte: dueBy } }),
    ...(after !== undefined && { visitId: { $gt: after } }),
  };
}
