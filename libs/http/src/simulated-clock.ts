import type { Instant } from '@hotline/domain/shared';
import type { Clock } from './clock.js';

/** A clock that stands still until somebody moves it on: for a simulation of months in minutes, never for a county. */
export class SimulatedClock implements Clock {
  readonly #work: (() => Promise<void>)[] = [];

  constructor(private at: Instant) {}

  now(): Instant {
    return this.at;
  }

  onMoved(work: () => Promise<void>): void {
    this.#work.push(work);
  }

  /** Moves on and ends when all that fell due meanwhile is done; throws RangeError when asked to go back, since nothing is built for that. */
  async moveTo(at: Instant): Promise<void> {
    if (at < this.at) throw new RangeError('a clock never goes back');
    this.at = at;
    await Promise.all(this.#work.map((work) => work()));
  }
}
