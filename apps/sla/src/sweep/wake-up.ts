import { Injectable } from '@nestjs/common';
import type { Instant } from '@hotline/domain/shared';
import { Signal } from '@hotline/messaging';
import type { Transaction } from '@hotline/persistence';
import type { ClockChange } from '../clock/clock-events.js';

const FALLBACK_POLL_MS = 1_000;
const NEVER = Number.POSITIVE_INFINITY;

/** Where the sweep sleeps until the next clock is due, and where it is woken when a commit brings an earlier one. */
@Injectable()
export class WakeUp {
  readonly #signal = new Signal();
  #sleepingUntil: Instant = -NEVER;
  #earliestCommitted: Instant = NEVER;

  /** Once the transaction has committed, the sweep wakes in time for the earliest of these clocks. */
  afterCommit(tx: Transaction, changes: readonly ClockChange[]): void {
    const earliest = changes.reduce((least, { stored }) => Math.min(least, stored.clock.wakeAt ?? NEVER), NEVER);
    if (earliest === NEVER) return;
    tx.afterCommit(() => {
      this.#earliestCommitted = Math.min(this.#earliestCommitted, earliest);
      if (earliest < this.#sleepingUntil) this.#signal.raise();
    });
  }

  /** What was committed before now will be seen by the sweep that begins. */
  beginSweep(): void {
    this.#earliestCommitted = NEVER;
    this.#signal.lower();
  }

  wake(): void {
    this.#signal.raise();
  }

  /** Sleeps until `next` or what was committed meanwhile, at most a second: a server clock that was set, and clocks of a replica that died, are noticed by looking again. */
  async sleepUntil(next: Instant | null, now: Instant): Promise<void> {
    const until = Math.min(next ?? NEVER, this.#earliestCommitted, now + FALLBACK_POLL_MS);
    this.#sleepingUntil = until;
    await this.#signal.wait(Math.max(0, until - now));
    this.#sleepingUntil = -NEVER;
  }
}
