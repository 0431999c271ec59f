import type { Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';

/** Locks the given tickets in id order, so that nobody else decides about them until the commit; unknown ones are created. */
export async function lockTickets(tx: Transaction, ticketIds: readonly string[]): Promise<void> {
  const ids = [...new Set(ticketIds)].sort();
  await tx.sql(`insert into supervised_ticket (ticket_id) select id from unnest($1::uuid[]) as t (id) order by id on conflict do nothing`, [ids]);
  await tx.sql(`select 1 from supervised_ticket where ticket_id = any($1::uuid[]) order by ticket_id for update`, [ids]);
}

/** The next version of a locked ticket in this service, for the event that is about to be emitted. */
export async function nextVersion(tx: Transaction, ticketId: string): Promise<number> {
  const [row] = await tx.sql<{ version: number }>(`update supervised_ticket set version = version + 1 where ticket_id = $1 returning version`, [ticketId]);
  if (!row) throw new Error('nextVersion: the ticket is not locked');
  return row.version;
}

export interface KnownDispatch {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly round: number;
  readonly unit: string;
  readonly closed: boolean;
}

/** Remembers a dispatch, and its closing once that is told; in any order, any number of times. Answers when it was closed. */
export async function rememberDispatch(tx: Transaction, known: Omit<KnownDispatch, 'closed'> & { readonly closedAt?: string }): Promise<Instant | null> {
  const [row] = await tx.sql<{ closed: number | null }>(
    `insert into known_dispatch (ticket_id, dispatch_no, round, unit, closed_at) values ($1, $2, $3, $4, $5)
     on conflict (ticket_id, dispatch_no) do update set closed_at = coalesce(known_dispatch.closed_at, excluded.closed_at)
     returning (extract(epoch from closed_at) * 1000)::float8 as closed`,
    [known.ticketId, known.dispatchNo, known.round, known.unit, known.closedAt ?? null],
  );
  return row?.closed ?? null;
}

/** The newest dispatch of a ticket that supervision has heard of. */
export async function newestDispatch(tx: Transaction, ticketId: string): Promise<KnownDispatch | undefined> {
  const [row] = await tx.sql<KnownDispatch>(
    `select ticket_id as "ticketId", dispatch_no as "dispatchNo", round, unit, closed_at is not null as closed
     from known_dispatch where ticket_id = $1 order by dispatch_no desc limit 1`,
    [ticketId],
  );
  return row;
}
