import type { Instant } from '@hotline/domain/shared';

const FAILURES_TO_PAUSE = 3;

/** Stops asking a peer that is down: after three failures in a row pauses, each time longer, and then lets one message try. */
export class Circuit {
  #failures = 0;
  #pausedUntil: Instant = 0;

  constructor(
    private readonly firstPauseMs: number,
    private readonly longestPauseMs = 300_000,
  ) {}

  /** How many messages may be tried now: none during a pause, one after it, all while the peer is well. */
  allowance(now: Instant, most: number): number {
    if (this.#failures < FAILURES_TO_PAUSE) return most;
    return now < this.#pausedUntil ? 0 : 1;
  }

  succeeded(): void {
    this.#failures = 0;
  }

  failed(now: Instant): void {
    this.#failures += 1;
    const over = this.#failures - FAILURES_TO_PAUSE;
    if (over >= 0) this.#pausedUntil = now + Math.min(this.longestPauseMs, this.firstPauseMs * 2 ** Math.min(over, 20));
  }

  /** The end of the pause, null while there is none. */
  pausedUntil(now: Instant): Instant | null {
    return this.#failures >= FAILURES_TO_PAUSE && now < this.#pausedUntil ? this.#pausedUntil : null;
  }
}
