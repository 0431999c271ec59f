import type { CommandRequest, Outcome } from '@hotline/domain/shared';
import type { Transaction } from './transaction.js';

interface KeyRow {
  readonly fingerprint: string;
  readonly answer: { readonly value: unknown } | null;
}

/**
 * Claims the request's Idempotency-Key inside the transaction; answers undefined when the command is new.
 * A second claim of the same key waits for the first transaction to end, so fifty at once run once.
 */
export async function claimKey<T>(tx: Transaction, request: CommandRequest): Promise<Outcome<T> | undefined> {
  if (request.idempotencyKey === undefined) return undefined;
  const claimed = await tx.sql(
    `insert into idempotency_key (subject, key, fingerprint) values ($1, $2, $3) on conflict do nothing returning key`,
    [request.actor.subject, request.idempotencyKey, request.fingerprint],
  );
  if (claimed.length > 0) return undefined;
  const [row] = await tx.sql<KeyRow>(`select fingerprint, answer from idempotency_key where subject = $1 and key = $2`, [request.actor.subject, request.idempotencyKey]);
  return row && answerOf<T>(row, request.fingerprint);
}

/** The stored answer of an earlier command with this key, or the refusal when the request was another one. */
export function answerOf<T>(row: KeyRow, fingerprint: string): Outcome<T> {
  if (row.fingerprint !== fingerprint) return { ok: false, refusal: { slug: 'idempotency-key-reused', field: 'Idempotency-Key' } };
  return { ok: true, value: row.answer?.value as T };
}

export async function storeAnswer(tx: Transaction, request: CommandRequest, value: unknown): Promise<void> {
  if (request.idempotencyKey === undefined) return;
  await tx.sql(`update idempotency_key set answer = $3::jsonb where subject = $1 and key = $2`, [
    request.actor.subject,
    request.idempotencyKey,
    JSON.stringify({ value }),
  ]);
}
