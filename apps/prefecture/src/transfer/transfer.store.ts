import { prefecture } from '@hotline/domain';
import { isoOf, type Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import type { TransferQuery, TransferView } from './transfer.dto.js';

/** `desk`: somebody at intake had typed it in under the prefecture's number. */
export type TransferWay = 'webhook' | 'xlsx' | 'desk';

export interface TransferRecord {
  readonly number: string;
  readonly state: prefecture.Transfer;
}

/** How and when a transfer came. */
export interface Arrival {
  readonly way: TransferWay;
  readonly transferredAt: Instant;
  readonly at: Instant;
}

interface Row {
  readonly contentHash: string;
  readonly status: 'arriving' | 'registered' | 'refused';
  readonly ticketId: string | null;
  readonly ticketNumber: string | null;
  readonly cause: string | null;
  readonly registeredAt: number | null;
  readonly way: TransferWay;
}

/** Locks the number until the commit and answers what is known of it; others who come with the same number wait. */
export async function lockTransfer(tx: Transaction, number: string): Promise<prefecture.Transfer> {
  await tx.sql(`select pg_advisory_xact_lock(hashtextextended('transfer:' || $1, 0))`, [number]);
  const [row] = await tx.sql<Row>(
    `select content_hash as "contentHash", status, ticket_id as "ticketId", ticket_number as "ticketNumber", cause, way, (extract(epoch from registered_at) * 1000)::float8 as "registeredAt" from transfer where number = $1`,
    [number],
  );
  return row ? stateOf(row) : prefecture.noTransfer;
}

function stateOf({ status, contentHash, ticketId, ticketNumber, registeredAt, cause, way }: Row): prefecture.Transfer {
  if (status === 'registered') return { status, contentHash, ticketId: ticketId ?? '', ticketNumber: ticketNumber ?? '', registeredAt: registeredAt ?? 0, ...(way === 'desk' && { atDesk: true }) };
  return status === 'refused' ? { status, contentHash, cause: cause ?? '' } : { status, contentHash };
}

export async function saveTransfer(tx: Transaction, { number, state }: TransferRecord, arrival: Arrival): Promise<void> {
  if (state.status === 'none') return;
  const registered = state.status === 'registered' ? state : null;
  await tx.sql(
    `insert into transfer (number, content_hash, status, way, ticket_id, ticket_number, cause, transferred_at, arrived_at, registered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (number) do update set content_hash = excluded.content_hash, status = excluded.status, ticket_id = excluded.ticket_id, ticket_number = excluded.ticket_number,
       cause = excluded.cause, transferred_at = excluded.transferred_at, registered_at = excluded.registered_at, way = case when transfer.way = 'desk' then excluded.way else transfer.way end`,
    [number, state.contentHash, state.status, arrival.way, registered?.ticketId, registered?.ticketNumber, state.status === 'refused' ? state.cause : null, isoOf(arrival.transferredAt), isoOf(arrival.at), registered && isoOf(registered.registeredAt)],
  );
}

/** A ticket that has a number of the prefecture. */
export interface NumberedTicket {
  readonly number: string;
  readonly ticketId: string;
  readonly ticketNumber: string;
  readonly registeredAt: Instant;
}

/** Settles a transfer that arrived with the ticket that the desk had typed in under its number; nothing where none arrived, or one is registered. */
export async function settleAtDesk(tx: Transaction, { number, ticketId, ticketNumber, registeredAt }: NumberedTicket): Promise<prefecture.Transfer> {
  const before = await lockTransfer(tx, number);
  const decision = prefecture.decideTransfer(before, { type: 'Recognise', ticketId, ticketNumber, at: registeredAt });
  const state = decision.accepted ? decision.events.reduce(prefecture.evolveTransfer, before) : before;
  if (state !== before)
    await tx.sql(`update transfer set status = 'registered', way = 'desk', ticket_id = $2, ticket_number = $3, cause = null, registered_at = $4 where number = $1`, [number, ticketId, ticketNumber, isoOf(registeredAt)]);
  return state;
}

/** Which of these numbers wait for a ticket, in order: most tickets were registered by their own transfer, or never arrive. */
export async function unsettled(tx: Transaction, numbers: readonly string[]): Promise<string[]> {
  const rows = await tx.sql<{ number: string }>(`select number from transfer where number = any($1::text[]) and status <> 'registered' order by number`, [numbers]);
  return rows.map(({ number }) => number);
}

/** The ticket that events told of under a number, and when a transfer of that number first arrived. */
export async function ticketOfNumber(tx: Transaction, number: string): Promise<{ readonly ticket: NumberedTicket | undefined; readonly arrivedAt: Instant }> {
  const [ticket] = await tx.sql<NumberedTicket>(
    `select prefecture_number as number, ticket_id as "ticketId", number as "ticketNumber", (extract(epoch from coalesce(registered_at, received_at)) * 1000)::float8 as "registeredAt"
     from known_ticket where prefecture_number = $1 order by past, ticket_id limit 1`,
    [number],
  );
  const [row] = await tx.sql<{ arrivedAt: number }>(`select (extract(epoch from arrived_at) * 1000)::float8 as "arrivedAt" from transfer where number = $1`, [number]);
  return { ticket, arrivedAt: row?.arrivedAt ?? 0 };
}

/** What was typed in at the desk, as events tell of it. What came by itself is the one line of its number once it is registered; one that was refused, or found its number taken, gives way to the ticket that is there. */
const AT_THE_DESK = `select known.prefecture_number as number, 'registered' as status, 'desk' as way, known.ticket_id, known.number as ticket_number, null as cause,
    known.received_at as transferred_at, coalesce(known.registered_at, known.received_at) as arrived_at, coalesce(known.registered_at, known.received_at) as registered_at
  from known_ticket known where known.prefecture_number is not null and not known.past
    and not exists (select from transfer own where own.number = known.prefecture_number and own.status = 'registered')`;
const BY_ITSELF = `select own.number, own.status, own.way, own.ticket_id, own.ticket_number, own.cause, own.transferred_at, own.arrived_at, own.registered_at
  from transfer own where own.status = 'registered' or not exists (select from known_ticket known where known.prefecture_number = own.number and not known.past)`;

/** The ledger by the number of the prefecture, each number once. */
export function listTransfers(tx: Transaction, { status, number }: TransferQuery, after: string | undefined, limit: number): Promise<TransferView[]> {
  return tx.sql<TransferView>(
    `select number, status, way, ticket_id as "ticketId", ticket_number as "ticketNumber", cause, ${iso('transferred_at')} as "transferredAt", ${iso('arrived_at')} as "arrivedAt", ${iso('registered_at')} as "registeredAt"
     from (${BY_ITSELF} union all ${AT_THE_DESK}) ledger where ($1::text is null or status = $1) and ($2::text is null or number = $2) and ($3::text is null or number > $3) order by number limit $4`,
    [status ?? null, number ?? null, after ?? null, limit],
  );
}

/** SQL for a moment as ISO 8601 text in UTC. */
export function iso(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
