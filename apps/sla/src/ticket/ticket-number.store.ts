import type { TicketRegisteredV1 } from '@hotline/contracts';
import type { Transaction } from '@hotline/persistence';

/** Work to be deferred to the end of a batch: the numbers under which people know tickets. A number never changes. */
export async function keepNumbers(tx: Transaction, registered: readonly Pick<TicketRegisteredV1, 'ticketId' | 'number'>[]): Promise<void> {
  await tx.sql(
    `insert into ticket_number (ticket_id, number) select * from unnest($1::uuid[], $2::text[]) as told (ticket_id, number) order by ticket_id on conflict do nothing`,
    [registered.map(({ ticketId }) => ticketId), registered.map(({ number }) => number)],
  );
}

/** The number of each ticket; null for one whose registration is not known. */
export async function numbersOf(tx: Transaction, ticketIds: readonly string[]): Promise<(ticketId: string) => string | null> {
  const rows = await tx.sql<{ id: string; number: string }>(`select ticket_id as id, number from ticket_number where ticket_id = any($1::uuid[])`, [[...new Set(ticketIds)]]);
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return (ticketId) => numbers.get(ticketId) ?? null;
}
