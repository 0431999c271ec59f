import type { MikroORM } from '@mikro-orm/postgresql';
import type { CommandRequest, Outcome } from '@hotline/domain/shared';
import type { Batched, Requested } from './grouped-commands.js';
import { claimKeys, releaseKeys } from './idempotency.js';
import { codeOf } from './outage.js';
import { Transaction } from './transaction.js';

const DEADLOCK_OR_SERIALIZATION = new Set(['40P01', '40001']);
const MOST_TRIES = 4;

/** Signals that a transaction is to be rolled back because the command was refused; never leaves this file. */
class RolledBack<T> extends Error {
  constructor(readonly outcome: Outcome<T>) {
    super('rolled back');
  }
}

/**
 * The only way to write: state, outbox and audit in one transaction.
 * Every unit of work gets its own EntityManager; after a commit that left events the relay is woken.
 */
export class UnitOfWork {
  #afterCommit: () => void = () => undefined;

  constructor(
    private readonly orm: MikroORM,
    private readonly county: string,
  ) {}

  /** Names what to wake when events have been committed (the outbox relay). */
  onEvents(wake: () => void): void {
    this.#afterCommit = wake;
  }

  /** Runs work in one transaction and commits it; deadlocks and serialization failures are tried again, anything else rolls back and is thrown. */
  async run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#once(work);
      } catch (error) {
        if (tries >= MOST_TRIES || !DEADLOCK_OR_SERIALIZATION.has(codeOf(error))) throw error;
      }
    }
  }

  /**
   * Runs a command once per Idempotency-Key: the same key with the same request gets the first answer again, with another request the refusal
   * `idempotency-key-reused`. A refused command leaves nothing behind.
   */
  async command<T>(request: CommandRequest, work: (tx: Transaction) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    try {
      return await this.run(async (tx) => {
        const earlier = (await claimKeys<T>(tx, [request])).get(request);
        if (earlier) throw new RolledBack(earlier);
        const outcome = await work(tx);
        if (!outcome.ok) throw new RolledBack(outcome);
        tx.remember(request, outcome.value);
        return outcome;
      });
    } catch (error) {
      if (error instanceof RolledBack) return (error as RolledBack<T>).outcome;
      throw error;
    }
  }

  /**
   * The same for commands that came in together, no key twice among them: one transaction for all. `work` gets those that are
   * new and answers them in their order; it must have written nothing of a command that it refuses.
   */
  commands<Command extends Requested, T>(batch: readonly Command[], work: (tx: Transaction, fresh: readonly Command[]) => Promise<readonly Batched<T>[]>): Promise<readonly Batched<T>[]> {
    return this.run(async (tx) => {
      const outcomes = new Map<CommandRequest, Batched<T>>(await claimKeys<T>(tx, batch.map(({ request }) => request)));
      const fresh = batch.filter(({ request }) => !outcomes.has(request));
      const answers = await work(tx, fresh);
      const refused: CommandRequest[] = [];
      fresh.forEach(({ request }, index) => {
        const outcome = answers[index] ?? 'again';
        outcomes.set(request, outcome);
        if (typeof outcome !== 'string' && outcome.ok) tx.remember(request, outcome.value);
        else refused.push(request);
      });
      await releaseKeys(tx, refused);
      return batch.map(({ request }) => outcomes.get(request) ?? 'again');
    });
  }

  /** Reads in a fresh EntityManager; nothing is written. */
  async read<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const em = this.orm.em.fork();
    await em.begin({ readOnly: true });
    try {
      return await work(new Transaction(em, this.county));
    } finally {
      await em.rollback();
    }
  }

  async #once<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const em = this.orm.em.fork();
    const tx = new Transaction(em, this.county);
    await em.begin();
    try {
      const result = await work(tx);
      await em.flush();
      await tx.writeCollected();
      await em.commit();
      if (tx.emitted > 0) this.#afterCommit();
      for (const due of tx.committedWork) due();
      return result;
    } catch (error) {
      await em.rollback().catch(() => undefined); // the first error is the one to tell
      throw error;
    }
  }
}
