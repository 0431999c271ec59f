import type { CommandRequest, Outcome } from '@hotline/domain/shared';
import type { Transaction } from './transaction.js';

interface KeyRow {
  readonly fingerprint: string;
  readonly answer: { readonly value: unknown } | null;
}

/**
 * Claims the requests' Idempotency-Keys inside the transaction; answers the outcomes of those whose key was used before.
 * A second claim of the same key waits for the first transaction to end, so fifty at once run once. No key may be there twice.
 */
export async function claimKeys<T>(tx: Transaction, requests: readonly CommandRequest[]): Promise<Map<CommandRequest, Outcome<T>>> {
  const keyed = requests.filter(({ idempotencyKey }) => idempotencyKey !== undefined);
  if (keyed.length === 0) return new Map();
  const claimed = await tx.sql<{ subject: string; key: string }>(
    `insert into idempotency_key (subject, key, fingerprint) select * from unnest($1::text[], $2::text[], $3::text[]) as asked (subject, key, fingerprint)
     order by subject, key on conflict do nothing returning subject, key`,
    [...subjectsAndKeys(keyed), keyed.map(({ fingerprint }) => fingerprint)],
  );
  if (claimed.length === keyed.length) return new Map();
  const fresh = new Set(claimed.map(({ subject, key }) => JSON.stringify([subject, key])));
  return answersOf<T>(tx, keyed.filter(({ actor, idempotencyKey }) => !fresh.has(JSON.stringify([actor.subject, idempotencyKey]))));
}

/** Takes back the claims of commands that came to nothing. */
export async function releaseKeys(tx: Transaction, requests: readonly CommandRequest[]): Promise<void> {
  const keyed = requests.filter(({ idempotencyKey }) => idempotencyKey !== undefined);
  if (keyed.length === 0) return;
  await tx.sql(
    `delete from idempotency_key using unnest($1::text[], $2::text[]) as refused (subject, key)
     where idempotency_key.subject = refused.subject and idempotency_key.key = refused.key`,
    subjectsAndKeys(keyed),
  );
}

/** The tickets of which an answer speaks, wherever in it; indexed as it stands here. */
export const TICKETS_IN_ANSWER = `jsonb_path_query_array(answer, '$.**.ticketId') || jsonb_path_query_array(answer, '$.**.ticketIds[*]')`;

/** Forgets the answers kept for repeated commands that speak of these tickets: they hold the words as they were (Art. 20). The keys stay, so that no command is done twice. */
export async function forgetAnswers(tx: Transaction, ticketIds: readonly string[]): Promise<void> {
  await tx.sql(
    `update idempotency_key set answer = null, fingerprint = '' where ctid = any(array(
       select ctid from idempotency_key where answer is not null and (${TICKETS_IN_ANSWER}) ?| $1::text[] order by subject, key for update))`,
    [ticketIds],
  );
}

/** What commands with used keys are answered: the first answer again, or the refusal of another request under the same key, or of one whose answer is forgotten. */
export async function answersOf<T>(tx: Transaction, requests: readonly CommandRequest[]): Promise<Map<CommandRequest, Outcome<T>>> {
  const rows = await tx.sql<KeyRow & { position: number }>(
    `select asked.position::integer as position, stored.fingerprint, stored.answer
     from unnest($1::text[], $2::text[]) with ordinality as asked (actor, used, position)
     join idempotency_key stored on stored.subject = asked.actor and stored.key = asked.used`,
    subjectsAndKeys(requests),
  );
  return new Map(
    rows.flatMap((row) => {
      const request = requests[row.position - 1];
      return request ? [[request, answerOf<T>(row, request.fingerprint)] as const] : [];
    }),
  );
}

export function keyReused(): Outcome<never> {
  return { ok: false, refusal: { slug: 'idempotency-key-reused', field: 'Idempotency-Key' } };
}

function answerOf<T>(row: KeyRow, fingerprint: string): Outcome<T> {
  if (row.answer === null) return { ok: false, refusal: { slug: 'idempotency-answer-forgotten', field: 'Idempotency-Key' } };
  return row.fingerprint === fingerprint ? { ok: true, value: row.answer.value as T } : keyReused();
}

function subjectsAndKeys(requests: readonly CommandRequest[]): [string[], string[]] {
  return [requests.map(({ actor }) => actor.subject), requests.map(({ idempotencyKey }) => idempotencyKey ?? '')];
}
