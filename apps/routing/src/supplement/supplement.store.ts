import type { handling } from '@hotline/domain';
import type { Transaction } from '@hotline/persistence';

/** That the petitioner of a ticket added something, and when that was taken down; ISO 8601. */
export interface ToldSupplement {
  readonly supplementId: string;
  readonly ticketId: string;
  readonly addedAt: string;
}

/** Work to be deferred to the end of a batch; told twice it is kept once. */
export async function keepSupplements(tx: Transaction, told: readonly ToldSupplement[]): Promise<void> {
  await tx.sql(
    `insert into ticket_supplement (supplement_id, ticket_id, added_at) select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as told (supplement_id, ticket_id, added_at)
     order by supplement_id on conflict do nothing`,
    [told.map(({ supplementId }) => supplementId), told.map(({ ticketId }) => ticketId), told.map(({ addedAt }) => addedAt)],
  );
}

/** What was added to these tickets. */
export async function supplementsOf(tx: Transaction, ticketIds: readonly string[]): Promise<ReadonlyMap<string, readonly handling.AddedSupplement[]>> {
  if (ticketIds.length === 0) return new Map();
  const rows = await tx.sql<handling.AddedSupplement & { readonly ticketId: string }>(
    `select ticket_id as "ticketId", round(date_part('epoch', added_at) * 1000)::float8 as "addedAt", seen_by as "seenBy" from ticket_supplement where ticket_id = any($1::uuid[])`,
    [ticketIds],
  );
  return Map.groupBy(rows, ({ ticketId }) => ticketId);
}

/** A unit has read what is known to be added by now; what is told later is new to it again. */
export async function markSeen(tx: Transaction, ticketId: string, unit: string): Promise<void> {
  await tx.sql(`update ticket_supplement set seen_by = array_append(seen_by, $2) where ticket_id = $1 and not ($2 = any(seen_by))`, [ticketId, unit]);
}
