import type { ClientBase } from 'pg';

/** How far back events may be told again: consumers must still know that they have handled them, for as long as these can go round from then on. */
export const REFILL_DAYS = 365;

/** Which sent events are told again: those of one service's schema, committed at `since` or later; without it, those of the last {@link REFILL_DAYS} days, which is also the most. */
export interface Refill {
  readonly schema: string;
  readonly since?: Date | undefined;
}

/**
 * Marks sent outbox rows as unsent, in one statement, so that the relay publishes them again in the order of their ids; answers how many.
 * Undefined when the schema has no outbox. Safe to repeat and to run beside a live service.
 */
export async function refillOutbox(client: Pick<ClientBase, 'query'>, { schema, since }: Refill): Promise<number | undefined> {
  if (!/^[a-z][a-z0-9_]{0,50}$/.test(schema)) throw new Error(`no name of a schema: ${schema}`);
  const { rows } = await client.query<{ outbox: string | null }>('select to_regclass($1) as outbox', [`${schema}.outbox_unsent`]);
  if (!rows[0]?.outbox) return undefined;
  const { rowCount } = await client.query(
    `insert into ${schema}.outbox_unsent select id from ${schema}.outbox where created_at >= greatest($1::timestamptz, clock_timestamp() - make_interval(days => ${REFILL_DAYS})) order by id on conflict do nothing`,
    [since?.toISOString() ?? null],
  );
  return rowCount ?? 0;
}
