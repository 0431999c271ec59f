import type { prefecture } from '@hotline/domain';
import { isoOf, type Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';

/** Notes what the two sides contradict each other in, once however often it is repeated. */
export async function noteContradiction(tx: Transaction, { kind, number, reference, ours, theirs }: prefecture.Contradiction, at: Instant): Promise<void> {
  await tx.sql(`insert into contradiction (kind, number, reference, ours, theirs, noted_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`, [kind, number, reference, ours, theirs, isoOf(at)]);
}

export function contradictionsBetween(tx: Transaction, from: Instant, to: Instant): Promise<prefecture.Contradiction[]> {
  return tx.sql<prefecture.Contradiction>(`select kind, number, reference, ours, theirs from contradiction where noted_at >= $1 and noted_at < $2 order by id`, [isoOf(from), isoOf(to)]);
}
