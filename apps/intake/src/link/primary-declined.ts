import { ticketPrimaryDeclinedV1 } from '@hotline/contracts';
import { isoOf, type Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import { holdLinks } from './link.store.js';

/** Ties by which a ticket is handled with its primary; who came again with something new is not (Art. 17(2)). */
const WITH_PRIMARY = `kind in ('duplicate', 'merged')`;

/** Locks a ticket and what hangs on it, so that nothing is tied to it while it is declined. */
export async function holdGroup(tx: Transaction, primaryId: string): Promise<void> {
  await holdLinks(tx);
  await tx.sql(`select id from ticket where id = $1 or id in (select ticket_id from ticket_link where primary_id = $1) order by id for update`, [primaryId]);
}

/** Tells that the tickets tied to this one wait for the county again, once it is declined; `only` names those that are new to it (Art. 12, 17(2)). */
export async function tellWherePrimaryDeclined(tx: Transaction, primaryId: string, at: Instant, only: readonly string[] | null = null): Promise<void> {
  const rows = await tx.sql<{ id: string; version: number }>(
    `update ticket set version = version + 1 where id in (select ticket_id from ticket_link where primary_id = $1 and ${WITH_PRIMARY}) and ($2::uuid[] is null or id = any($2::uuid[]))
       and exists (select from ticket main where main.id = $1 and main.status = 'declined') returning id, version`,
    [primaryId, only],
  );
  for (const { id, version } of rows) tx.emit(ticketPrimaryDeclinedV1, { subject: id, version, at }, { ticketId: id, primaryTicketId: primaryId, awaitsSince: isoOf(at) });
}
