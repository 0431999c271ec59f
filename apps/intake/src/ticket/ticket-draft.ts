import type { ticket } from '@hotline/domain';
import { isoOf, type CommandRequest, type Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import type { SealedIdentity } from '../identity/identity-cipher.js';
import { lifecycleOf } from './ticket.state.js';

/** A new ticket, ready to be written together with others. */
export interface TicketDraft {
  readonly state: ticket.Ticket;
  readonly version: number;
  readonly registeredAt: Instant;
  readonly words: { readonly title: string; readonly text: string; readonly place: string | null };
  /** True when the petitioner asked that no handling unit learns who it is. */
  readonly confidential: boolean;
  readonly identity: SealedIdentity | null;
  /** By what the petitioner is known again; none for an anonymous one. */
  readonly blinds?: readonly Buffer[];
  /** What the channel brought that tells nobody's identity. */
  readonly particulars?: Readonly<Record<string, string>>;
  readonly prefectureDueOn?: string | null;
  /** Of a past ticket only: by what its row is known again. */
  readonly historyFingerprint?: string;
  /** The Idempotency-Key to claim in the same statement, with the answer that a repetition will get. */
  readonly claim: { readonly request: CommandRequest; readonly answer: unknown } | null;
}

/** What became of a draft; `known-key`: the Idempotency-Key was claimed before, `displaced`: a unique number is taken. */
export type Fate = 'written' | 'displaced' | 'known-key';

type Column = readonly [name: string, type: string, read: (draft: TicketDraft) => unknown];

const CLAIM_COLUMNS: readonly Column[] = [
  ['actor', 'text', ({ claim }) => claim?.request.actor.subject ?? null],
  ['idempotency_key', 'text', ({ claim }) => claim?.request.idempotencyKey ?? null],
  ['fingerprint', 'text', ({ claim }) => claim?.request.fingerprint ?? null],
  ['answer', 'text', ({ claim }) => (claim ? JSON.stringify({ value: claim.answer }) : null)],
];

const TICKET_COLUMNS: readonly Column[] = [
  ['id', 'uuid', ({ state }) => state.ticketId],
  ['number', 'text', ({ state }) => state.number],
  ['version', 'integer', ({ version }) => version],
  ['channel', 'text', ({ state }) => state.channel],
  ['petitioner_kind', 'text', ({ state }) => state.petitionerKind],
  ['category', 'text', ({ state }) => state.category],
  ['subject', 'text', ({ state }) => state.subject],
  ['town_code', 'text', ({ state }) => state.townCode],
  ['place', 'text', ({ words }) => words.place],
  ['title', 'text', ({ words }) => words.title],
  ['text', 'text', ({ words }) => words.text],
  ['received_at', 'timestamptz', ({ state }) => isoOf(state.receivedAt)],
  ['registered_at', 'timestamptz', ({ registeredAt }) => isoOf(registeredAt)],
  ['source', 'text', ({ state }) => state.source],
  ['external_id', 'text', ({ state }) => state.externalId],
  ['prefecture_number', 'text', ({ state }) => state.prefectureNumber],
  ['confidential', 'boolean', ({ confidential }) => confidential],
  ['history_fingerprint', 'text', ({ historyFingerprint }) => historyFingerprint ?? null],
  ['decision', 'text', ({ state }) => state.status],
  ['lifecycle', 'jsonb', ({ state }) => JSON.stringify(lifecycleOf(state))],
  ['particulars', 'jsonb', ({ particulars }) => JSON.stringify(particulars ?? {})],
  ['prefecture_due_on', 'date', ({ prefectureDueOn }) => prefectureDueOn ?? null],
];

const IDENTITY_COLUMNS: readonly Column[] = [
  ['format', 'smallint', ({ identity }) => identity?.format ?? null],
  ['key_id', 'text', ({ identity }) => identity?.keyId ?? null],
  ['nonce', 'bytea', ({ identity }) => identity?.nonce ?? null],
  ['ciphertext', 'bytea', ({ identity }) => identity?.ciphertext ?? null],
];

const DATA_KEY_COLUMNS: readonly Column[] = [
  ['wrap_key_id', 'text', ({ identity }) => identity?.dataKey?.keyId ?? null],
  ['wrap_nonce', 'bytea', ({ identity }) => identity?.dataKey?.nonce ?? null],
  ['wrapped', 'bytea', ({ identity }) => identity?.dataKey?.wrapped ?? null],
];

const COLUMNS = [...CLAIM_COLUMNS, ...TICKET_COLUMNS, ...IDENTITY_COLUMNS, ...DATA_KEY_COLUMNS];
const namesOf = (columns: readonly Column[]): string => columns.map(([name]) => name).join(', ');

/**
 * Keys, tickets and identities of a whole batch in one statement. Whoever meets a unique value that is taken is passed over,
 * so that one offender costs its neighbours nothing; rows go in by order of their keys, so that two batches do not deadlock, and of
 * two with the same key the first of the batch is the one that is written.
 */
const STATEMENT = `
with item as (
  select * from unnest(${COLUMNS.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ')}) with ordinality as item (${namesOf(COLUMNS)}, position)
), claimed as (
  insert into idempotency_key (subject, key, fingerprint, answer)
  select actor, idempotency_key, fingerprint, answer::jsonb from item where idempotency_key is not null order by actor, idempotency_key
  on conflict do nothing returning subject, key
), fresh as (
  select item.* from item left join claimed on claimed.subject = item.actor and claimed.key = item.idempotency_key
  where item.idempotency_key is null or claimed.key is not null
), written as (
  insert into ticket (${namesOf(TICKET_COLUMNS)})
  select ${namesOf(TICKET_COLUMNS)} from fresh order by source, external_id, prefecture_number, position
  on conflict do nothing returning id
), sealed as (
  insert into petitioner_identity (ticket_id, ${namesOf(IDENTITY_COLUMNS)})
  select id, ${namesOf(IDENTITY_COLUMNS)} from fresh join written using (id) where ciphertext is not null
), keyed as (
  insert into identity_data_key (ticket_id, key_id, nonce, wrapped)
  select id, ${namesOf(DATA_KEY_COLUMNS)} from fresh join written using (id) where wrapped is not null
), known_again as (
  insert into petitioner_index (ticket_id, blind)
  select id, blind from unnest($${COLUMNS.length + 1}::uuid[], $${COLUMNS.length + 2}::bytea[]) as found (id, blind) join written using (id)
)
select fresh.id, written.id is not null as written from fresh left join written using (id)`;

/** Writes many drafts and tells the fate of each by ticket id. A displaced draft leaves nothing, not even its key. */
export async function writeDrafts(tx: Transaction, drafts: readonly TicketDraft[]): Promise<Map<string, Fate>> {
  const rows = await tx.sql<{ id: string; written: boolean }>(
    STATEMENT,
    [...COLUMNS.map(([, , read]) => drafts.map(read)), ...blindsOf(drafts)],
  );
  const fates = new Map<string, Fate>(drafts.map(({ state }) => [state.ticketId, 'known-key']));
  for (const row of rows) fates.set(row.id, row.written ? 'written' : 'displaced');
  await giveKeysBack(tx, drafts.filter(({ state }) => fates.get(state.ticketId) === 'displaced'));
  return fates;
}

function blindsOf(drafts: readonly TicketDraft[]): [string[], Buffer[]] {
  const found = drafts.flatMap(({ state, blinds = [] }) => blinds.map((blind) => ({ id: state.ticketId, blind })));
  return [found.map(({ id }) => id), found.map(({ blind }) => blind)];
}

async function giveKeysBack(tx: Transaction, drafts: readonly TicketDraft[]): Promise<void> {
  const requests = drafts.flatMap(({ claim }) => (claim?.request.idempotencyKey === undefined ? [] : [claim.request]));
  if (requests.length === 0) return;
  await tx.sql(`delete from idempotency_key using unnest($1::text[], $2::text[]) as gone (actor, used) where subject = gone.actor and key = gone.used`, [
    requests.map(({ actor }) => actor.subject),
    requests.map(({ idempotencyKey }) => idempotencyKey),
  ]);
}

/** The tickets that hold a unique value which one of these drafts would need. */
export async function holdersOf(tx: Transaction, drafts: readonly TicketDraft[]): Promise<readonly Holder[]> {
  const named = drafts.filter(({ state }) => state.externalId !== null);
  return tx.sql<Holder>(
    `select id, number, source, external_id as "externalId", prefecture_number as "prefectureNumber", history_fingerprint as "historyFingerprint" from ticket
     where (source, external_id) in (select * from unnest($1::text[], $2::text[])) or prefecture_number = any($3::text[])`,
    [named.map(({ state }) => state.source), named.map(({ state }) => state.externalId), drafts.map(({ state }) => state.prefectureNumber)],
  );
}

export interface Holder {
  readonly id: string;
  readonly number: string;
  readonly source: string | null;
  readonly externalId: string | null;
  readonly prefectureNumber: string | null;
  readonly historyFingerprint: string | null;
}
