import type { FilterQuery } from '@mikro-orm/core';
import type { accountability } from '@hotline/domain';
import type { Transaction } from '@hotline/persistence';
import { CaseRow } from './case.row.js';

export interface CaseFilter {
  readonly status?: string | undefined;
  readonly ground?: string | undefined;
  readonly unit?: string | undefined;
}

export interface StoredCase {
  readonly state: accountability.AccountabilityCase;
  /** Of the row as it is after the commit. */
  readonly version: number;
}

export function findCase(tx: Transaction, caseId: string): Promise<CaseRow | null> {
  return tx.em.findOne(CaseRow, { caseId });
}

/** Writes the state with the next flush; another's change since the row was read makes that flush fail (optimistic lock). */
export function saveCase(tx: Transaction, row: CaseRow | null, state: accountability.AccountabilityCase): StoredCase {
  const { caseId, ground, unit, status, candidateId, ticketIds } = state;
  if (row) tx.em.assign(row, { status, state });
  else tx.em.persist(tx.em.create(CaseRow, { caseId, ground, unit, status, candidateId, ticketIds: [...ticketIds], state, version: 1 }));
  return { state, version: (row?.version ?? 0) + 1 };
}

export function listCases(tx: Transaction, { status, ground, unit }: CaseFilter, after: string | undefined, limit: number): Promise<CaseRow[]> {
  const where: FilterQuery<CaseRow> = {
    ...(status !== undefined && { status }),
    ...(ground !== undefined && { ground }),
    ...(unit !== undefined && { unit }),
    ...(after !== undefined && { caseId: { $gt: after } }),
  };
  return tx.em.find(CaseRow, where, { orderBy: { caseId: 'asc' }, limit });
}
