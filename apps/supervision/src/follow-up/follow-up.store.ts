import type { FilterQuery } from '@mikro-orm/core';
import { followUp, visit, type accountability } from '@hotline/domain';
import type { Transaction } from '@hotline/persistence';
import { FollowUpRow } from './follow-up.row.js';

export interface FollowUpFilter {
  readonly status?: string | undefined;
  readonly way?: string | undefined;
  readonly unit?: string | undefined;
}

export interface StoredFollowUp {
  readonly state: followUp.FollowUp;
  /** Of the row as it is after the commit. */
  readonly version: number;
}

export function findFollowUp(tx: Transaction, followUpId: string): Promise<FollowUpRow | null> {
  return tx.em.findOne(FollowUpRow, { followUpId });
}

/** Writes the state with the next flush; another's change since the row was read makes that flush fail (optimistic lock). */
export function saveFollowUp(tx: Transaction, row: FollowUpRow | null, state: followUp.FollowUp): StoredFollowUp {
  const { followUpId, way, unit, status, plannedOn } = state;
  if (row) tx.em.assign(row, { status, state });
  else tx.em.persist(tx.em.create(FollowUpRow, { followUpId, way, unit, status, plannedOn, ticketIds: state.subjects.map(({ ticketId }) => ticketId), state, version: 1 }));
  return { state, version: (row?.version ?? 0) + 1 };
}

/** The findings about these tickets, as evidence. */
export async function findingsOf(tx: Transaction, ticketIds: readonly string[]): Promise<accountability.FollowUpFact[]> {
  const rows = await tx.sql<{ state: followUp.FollowUp }>(`select state from follow_up where ticket_ids && $1::uuid[] and status <> 'cancelled' order by follow_up_id`, [ticketIds]);
  return rows.flatMap(({ state: { followUpId, unit, way, subjects, findings } }) =>
    findings
      .filter(({ ticketId }) => ticketIds.includes(ticketId))
      .map(({ ticketId, finding }) => ({ followUpId, ticketId, unit, way, finding, dispatchNo: subjects.find((subject) => subject.ticketId === ticketId)?.dispatchNo ?? 0 })),
  );
}

/** Which visits of these tickets a finding calls for, and which follow-up found it. */
export async function callingBack(tx: Transaction, ticketIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const findings = await findingsOf(tx, ticketIds);
  const calling = findings.filter(({ finding }) => followUp.consequencesOf(finding).includes('call-back'));
  return new Map(calling.map(({ ticketId, dispatchNo, followUpId }) => [visit.visitIdOf(ticketId, dispatchNo), followUpId]));
}

export function listFollowUps(tx: Transaction, { status, way, unit }: FollowUpFilter, after: string | undefined, limit: number): Promise<FollowUpRow[]> {
  const where: FilterQuery<FollowUpRow> = {
    ...(status !== undefined && { status }),
    ...(way !== undefined && { way }),
    ...(unit !== undefined && { unit }),
    ...(after !== undefined && { followUpId: { $gt: after } }),
  };
  return tx.em.find(FollowUpRow, where, { orderBy: { followUpId: 'asc' }, limit });
}
