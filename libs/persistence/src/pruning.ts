import { setTimeout as after } from 'node:timers/promises';
import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Transaction } from './transaction.js';
import type { UnitOfWork } from './unit-of-work.js';

/** Far longer than anybody repeats a command, and no longer than a back-up with keys may be kept. */
export const ANSWERS_KEPT_DAYS = 30;
/** A key without its answer is small, and while it is there a late repetition is refused instead of done twice. */
export const KEYS_KEPT_DAYS = 365;
/**
 * Sent events, and what a consumer knows to have handled. Longer than anything can be delivered again: by a refill of the stream a year later, 90 days in it,
 * a year among the dead letters and 90 days in the stream once more, which are 910; and three whole years can be rebuilt.
 */
export const HISTORY_KEPT_DAYS = 1_100;
/** Rows a transaction; some milliseconds. */
const BATCH = 1_000;
const EVERY_MS = 3_600_000;

/** One batch of rows that are too old; answers how many it took. */
type Prune = (tx: Transaction) => Promise<number>;

/**
 * Removes what every service keeps for a time only, so that nothing grows for ever: answers to commands ({@link ANSWERS_KEPT_DAYS}; they hold what was said
 * of a ticket, Art. 20), their Idempotency-Keys ({@link KEYS_KEPT_DAYS}), inbox and sent outbox rows ({@link HISTORY_KEPT_DAYS}). Every hour, by the clock of
 * the database, on every replica: each takes what no other has.
 */
export class Pruning implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new Logger('Pruning');
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(private readonly uow: UnitOfWork) {}

  onApplicationBootstrap(): void {
    this.#running = this.#run();
  }

  async onModuleDestroy(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** Removes all that is too old by now, a batch a transaction. */
  async once(): Promise<void> {
    for (const prune of [oldAnswers, oldKeys, oldOutbox]) await this.#all(prune);
    for (const consumer of await this.uow.read(consumersInInbox)) await this.#all((tx) => oldInbox(tx, consumer));
  }

  async #all(prune: Prune): Promise<void> {
    while (!this.#stop.signal.aborted && (await this.uow.run(prune)) === BATCH);
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      await this.once().catch((error: unknown) => this.#log.warn({ msg: 'what is too old could not be removed; trying again in an hour', err: error }));
      await after(EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}

/** The words go, and the hash over them by which they might be guessed. */
const oldAnswers: Prune = async (tx) => {
  const gone = await tx.sql(
    `update idempotency_key set answer = null, fingerprint = '' where ctid = any(array(
       select ctid from idempotency_key where answer is not null and created_at < ${daysAgo('$1')} order by created_at limit $2 for update skip locked))
     returning 1`,
    [ANSWERS_KEPT_DAYS, BATCH],
  );
  return gone.length;
};

const oldKeys: Prune = async (tx) => {
  const gone = await tx.sql(
    `delete from idempotency_key where ctid = any(array(
       select ctid from idempotency_key where created_at < ${daysAgo('$1')} order by created_at limit $2 for update skip locked))
     returning 1`,
    [KEYS_KEPT_DAYS, BATCH],
  );
  return gone.length;
};

/** The oldest rows by their ids, which are in the order of time nearly enough. What is not sent yet stays; that something went is noted, for who reads the whole history. */
const oldOutbox: Prune = async (tx) => {
  const gone = await tx.sql<{ id: string }>(
    `delete from outbox where id = any(array(
       select id from outbox where id in (select id from outbox order by id limit $2) and created_at < ${daysAgo('$1')} and not exists (select from outbox_unsent unsent where unsent.id = outbox.id)
       order by id for update skip locked))
     returning id`,
    [HISTORY_KEPT_DAYS, BATCH],
  );
  if (gone.length > 0) await tx.sql(`insert into outbox_pruned select max(id) from unnest($1::bigint[]) as gone (id) on conflict (one) do update set up_to = greatest(outbox_pruned.up_to, excluded.up_to)`, [gone.map(({ id }) => id)]);
  return gone.length;
};

/** The durable consumers that ever handled something, each found by one step into the index. */
async function consumersInInbox(tx: Transaction): Promise<string[]> {
  const rows = await tx.sql<{ consumer: string }>(
    `with recursive known as (
       (select consumer from inbox order by consumer limit 1) union all
       select (select consumer from inbox where inbox.consumer > known.consumer order by consumer limit 1) from known where known.consumer is not null)
     select consumer from known where consumer is not null`,
  );
  return rows.map(({ consumer }) => consumer);
}

/** Ids of events begin with the moment they were made (UUIDv7), so that old ones are found by the key; the moment of handling decides. */
async function oldInbox(tx: Transaction, consumer: string): Promise<number> {
  const gone = await tx.sql(
    `delete from inbox where ctid = any(array(
       select ctid from inbox where consumer = $1 and event_id < $2::uuid and handled_at < ${daysAgo('$3')} order by event_id limit $4 for update skip locked))
     returning 1`,
    [consumer, firstIdAt(Date.now() - HISTORY_KEPT_DAYS * 86_400_000), HISTORY_KEPT_DAYS, BATCH],
  );
  return gone.length;
}

function firstIdAt(moment: number): string {
  const hex = moment.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

function daysAgo(days: string): string {
  return `clock_timestamp() - make_interval(days => ${days})`;
}
