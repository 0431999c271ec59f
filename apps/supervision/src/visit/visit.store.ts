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
}

export function findVisit(tx: Transaction, visitId: string): Promise<VisitRow | null> {
  return tx.em.findOne(VisitRow, { visitId });
}

/** Writes the state with the next flush; another's change since the row was read makes that flush fail (optimistic lock). */
export function saveVisit(tx: Transaction, row: VisitRow | null, state: visit.Visit): StoredVisit {
  const columns = { status: state.status, basis: state.basis, unit: state.unit, state };
  if (row) tx.em.assign(row, columns);
  else tx.em.persist(tx.em.create(VisitRow, { visitId: state.visitId, ticketId: state.ticketId, plannedAt: new Date(state.plannedAt), version: 1, ...columns }));
  return { state, version: (row?.version ?? 0) + 1 };
}

export function listVisits(tx: Transaction, filter: VisitFilter, after: string | undefined, limit: number): Promise<VisitRow[]> {
  return tx.em.find(VisitRow, visitQuery(filter, after), { orderBy: { visitId: 'asc' }, limit });
}

function visitQuery({ status, unit, ticketId }: VisitFilter, after: string | undefined): FilterQuery<VisitRow> {
  return {
    ...(status !== undefined && { status }),
    ...(unit !== undefined && { unit }),
    ...(ticketId !== undefined && { ticketId }),
    ...(after !== undefined && { visitId: { $gt: after } }),
  };
}
