import { setTimeout as after } from 'node:timers/promises';
import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { UnitOfWork } from './unit-of-work.js';

/** Far longer than anybody repeats a command, and no longer than a back-up with keys may be kept. */
export const KEYS_KEPT_DAYS = 30;
/** Rows a transaction; a few milliseconds. */
const BATCH = 1_000;
const EVERY_MS = 3_600_000;

/**
 * Removes Idempotency-Keys with their answers once nobody repeats the command any more: an answer holds what was said of a ticket, and may
 * not outlive the file by more than {@link KEYS_KEPT_DAYS} days (Art. 20). By the clock of the database, on every replica: each takes what no other has.
 */
export class KeyPurge implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new Logger('KeyPurge');
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

  /** Removes all that are old by now, a batch a transaction. */
  async once(): Promise<void> {
    while (!this.#stop.signal.aborted && (await this.#batch()) === BATCH);
  }

  #batch(): Promise<number> {
    return this.uow.run(async (tx) => {
      const gone = await tx.sql(
        `delete from idempotency_key where ctid = any(array(
           select ctid from idempotency_key where created_at < clock_timestamp() - make_interval(days => $1) order by created_at limit $2 for update skip locked))
         returning 1`,
        [KEYS_KEPT_DAYS, BATCH],
      );
      return gone.length;
    });
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      await this.once().catch((error: unknown) => this.#log.warn({ msg: 'old Idempotency-Keys could not be removed; trying again in an hour', err: error }));
      await after(EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}
