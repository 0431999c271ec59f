import { instantOf } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import { settleAtDesk, unsettled } from '../transfer/transfer.store.js';

/** A ticket as `ticket.registered` tells of it. */
export interface HeardTicket {
  readonly ticketId: string;
  readonly number: string;
  readonly prefectureNumber: string | null;
  readonly receivedAt: string;
  readonly registeredAt: string;
}

/** Remembers tickets, in any order and any number of times; a transfer that arrived under the number of one is settled by it, and what waited for one that turns out to be none of the prefecture's is dropped. */
export async function rememberTickets(tx: Transaction, heard: readonly HeardTicket[]): Promise<void> {
  if (heard.length === 0) return;
  const unique = [...new Map(heard.map((each) => [each.ticketId, each])).values()].sort((one, other) => (one.ticketId < other.ticketId ? -1 : 1));
  await tx.sql(
    `insert into known_ticket (ticket_id, number, prefecture_number, received_at, registered_at, registered)
     select *, true from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[])
     on conflict (ticket_id) do update set number = excluded.number, prefecture_number = excluded.prefecture_number, received_at = excluded.received_at, registered_at = excluded.registered_at, registered = true`,
    [
      unique.map(({ ticketId }) => ticketId),
      unique.map(({ number }) => number),
      unique.map(({ prefectureNumber }) => prefectureNumber),
      unique.map(({ receivedAt }) => receivedAt),
      unique.map(({ registeredAt }) => registeredAt),
    ],
  );
  const others = unique.filter(({ prefectureNumber }) => prefectureNumber === null).map(({ ticketId }) => ticketId);
  const numbered = new Map(unique.flatMap((each) => (each.prefectureNumber === null ? [] : [[each.prefectureNumber, each] as const])));
  for (const number of numbered.size === 0 ? [] : await unsettled(tx, [...numbered.keys()])) {
    const each = numbered.get(number);
    if (each) await settleAtDesk(tx, { number, ticketId: each.ticketId, ticketNumber: each.number, registeredAt: instantOf(each.registeredAt) });
  }
  if (others.length > 0) await tx.sql(`delete from message where transfers_only and ticket_id = any($1::uuid[])`, [others]);
}

/** Marks tickets as imported from the past; what was put down about them is dropped, since the prefecture knew it all at its time. */
export async function markPast(tx: Transaction, ticketIds: readonly string[]): Promise<void> {
  if (ticketIds.length === 0) return;
  const unique = [...new Set(ticketIds)].sort();
  await tx.sql(`insert into known_ticket (ticket_id, past) select id, true from unnest($1::uuid[]) as t (id) on conflict (ticket_id) do update set past = true`, [unique]);
  await tx.sql(`delete from message where status = 'waiting' and attempts = 0 and ticket_id = any($1::uuid[])`, [unique]);
}
