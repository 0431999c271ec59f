import type { FilterQuery } from '@mikro-orm/core';
import type { secondDissatisfaction, supervisionOrder } from '@hotline/domain';
import type { Transaction } from '@hotline/persistence';
import { SecondDissatisfactionRow } from './second-dissatisfaction.row.js';

export interface CandidateFilter {
  readonly status?: string | undefined;
  readonly unit?: string | undefined;
  readonly ticketId?: string | undefined;
}

export function findCandidate(tx: Transaction, visitId: string): Promise<SecondDissatisfactionRow | null> {
  return tx.em.findOne(SecondDissatisfactionRow, { visitId });
}

/** Writes the state with the next flush; another's change since the row was read makes that flush fail (optimistic lock). */
export function saveCandidate(tx: Transaction, row: SecondDissatisfactionRow | null, state: secondDissatisfaction.Candidate): secondDissatisfaction.Candidate {
  const { visitId, ticketId, unit, status } = state;
  if (row) tx.em.assign(row, { status, state });
  else tx.em.persist(tx.em.create(SecondDissatisfactionRow, { visitId, ticketId, unit, status, state, version: 1 }));
  return state;
}

/** The newest recorded finding that a ticket was handled poorly, and about whom. */
export async function newestFinding(tx: Transaction, ticketId: string): Promise<{ readonly unit: string; readonly finding: supervisionOrder.Finding } | undefined> {
  const rows = await tx.em.find(SecondDissatisfactionRow, { ticketId, status: 'found' });
  const newest = rows.toSorted((a, b) => a.state.dispatchNo - b.state.dispatchNo).at(-1)?.state;
  return newest?.judged ? { unit: newest.unit, finding: newest.judged } : undefined;
}

export function listCandidates(tx: Transaction, { status, unit, ticketId }: CandidateFilter, after: string | undefined, limit: number): Promise<SecondDissatisfactionRow[]> {
  const where: FilterQuery<SecondDissatisfactionRow> = {
    ...(status !== undefined && { status }),
    ...(unit !== undefined && { unit }),
    ...(ticketId !== undefined && { ticketId }),
    ...(after !== undefined && { visitId: { $gt: after } }),
  };
  return tx.em.find(SecondDissatisfactionRow, where, { orderBy: { visitId: 'asc' }, limit });
}
