import type { prefecture } from '@hotline/domain';
import { isoOf, type Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';

/** A message as it is put into the ledger: codes and moments, nobody's words (Art. 10). */
export interface NewMessage {
  /** Names the message for ever, on both sides. */
  readonly key: string;
  /** What must be told in order: a ticket, or a block. */
  readonly lane: string;
  readonly kind: prefecture.MessageKind;
  readonly ticketId: string | null;
  readonly codes: Readonly<Record<string, unknown>>;
  readonly happenedAt: Instant;
  /** Key of a message that must have been settled before. */
  readonly awaits?: string;
  /** False where the prefecture hears of tickets that it did not send down, too. */
  readonly transfersOnly: boolean;
}

/** A message of the ledger with how far it has come. */
export interface StoredMessage extends prefecture.Delivery {
  readonly id: number;
  readonly key: string;
  readonly lane: string;
  readonly kind: prefecture.MessageKind;
  readonly ticketId: string | null;
  readonly codes: Readonly<Record<string, unknown>>;
  readonly happenedAt: Instant;
  readonly ticketNumber: string | null;
  readonly prefectureNumber: string | null;
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;

export const MESSAGE_COLUMNS = `m.id::int as id, m.key, m.lane, m.kind, m.ticket_id as "ticketId", m.codes, ${ms('m.happened_at')} as "happenedAt", m.status, m.attempts,
  ${ms('m.first_tried_at')} as "firstTriedAt", ${ms('m.next_attempt_at')} as "nextAttemptAt", m.receipt, m.fault, ${ms('m.settled_at')} as "settledAt",
  t.number as "ticketNumber", t.prefecture_number as "prefectureNumber"`;

/** Puts messages into the ledger, each once, except about tickets that are known to be none of the prefecture's business. */
export async function enqueue(tx: Transaction, messages: readonly NewMessage[], now: Instant): Promise<void> {
  if (messages.length === 0) return;
  await tx.sql(
    `insert into message (key, lane, kind, ticket_id, codes, happened_at, awaits, transfers_only, status, attempts, next_attempt_at)
     select told.key, told.lane, told.kind, told.ticket_id, told.codes::jsonb, told.happened_at, told.awaits, told.transfers_only, 'waiting', 0, $9
     from unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::timestamptz[], $7::text[], $8::boolean[])
       with ordinality as told (key, lane, kind, ticket_id, codes, happened_at, awaits, transfers_only, position)
     left join known_ticket t on t.ticket_id = told.ticket_id
     where not coalesce(t.past, false) and not (told.transfers_only and coalesce(t.registered, false) and t.prefecture_number is null)
     order by told.position on conflict (key) do nothing`,
    [
      messages.map(({ key }) => key),
      messages.map(({ lane }) => lane),
      messages.map(({ kind }) => kind),
      messages.map(({ ticketId }) => ticketId),
      messages.map(({ codes }) => JSON.stringify(codes)),
      messages.map(({ happenedAt }) => isoOf(happenedAt)),
      messages.map(({ awaits }) => awaits ?? null),
      messages.map(({ transfersOnly }) => transfersOnly),
      isoOf(now),
    ],
  );
}

/** Not before what must come first: earlier messages of the lane, and the one awaited. Past tickets are never told. */
const DUE = `select m.id from message m left join known_ticket t on t.ticket_id = m.ticket_id
  where m.status in ('waiting', 'sent') and m.next_attempt_at <= $1 and not coalesce(t.past, false)
    and (not m.transfers_only or t.prefecture_number is not null)
    and not exists (select from message earlier where earlier.lane = m.lane and (earlier.happened_at, earlier.id) < (m.happened_at, m.id) and earlier.status in ('waiting', 'sent', 'refused', 'given-up'))
    and (m.awaits is null or exists (select from message first where first.key = m.awaits and first.status in ('acknowledged', 'closed')))
  order by m.next_attempt_at, m.id limit $2 for update of m skip locked`;

/** Locks messages that may be tried now, at most one a lane; those that another replica holds are passed over. */
export function lockDue(tx: Transaction, now: Instant, limit: number): Promise<StoredMessage[]> {
  return tx.sql<StoredMessage>(`with due as (${DUE}) select ${MESSAGE_COLUMNS} from due join message m using (id) left join known_ticket t on t.ticket_id = m.ticket_id order by m.id`, [isoOf(now), limit]);
}

export async function lockMessage(tx: Transaction, by: { readonly id: number } | { readonly key: string }): Promise<StoredMessage | undefined> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['key', by.key];
  const [row] = await tx.sql<StoredMessage>(`select ${MESSAGE_COLUMNS} from message m left join known_ticket t on t.ticket_id = m.ticket_id where m.${column} = $1 for update of m`, [value]);
  return row;
}

export async function saveDelivery(tx: Transaction, id: number, state: prefecture.Delivery): Promise<void> {
  const { status, attempts, firstTriedAt, nextAttemptAt, receipt, fault, settledAt } = state;
  await tx.sql(`update message set status = $2, attempts = $3, first_tried_at = $4, next_attempt_at = $5, receipt = $6, fault = $7, settled_at = $8 where id = $1`, [
    id,
    status,
    attempts,
    firstTriedAt === null ? null : isoOf(firstTriedAt),
    isoOf(nextAttemptAt),
    receipt,
    fault,
    settledAt === null ? null : isoOf(settledAt),
  ]);
}

/** The part of a stored message that is decided on. */
export function deliveryOf({ status, attempts, firstTriedAt, nextAttemptAt, receipt, fault, settledAt }: StoredMessage): prefecture.Delivery {
  return { status, attempts, firstTriedAt, nextAttemptAt, receipt, fault, settledAt };
}
