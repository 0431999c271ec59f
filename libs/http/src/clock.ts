import type { Instant } from '@hotline/domain/shared';

/** Where a service reads the present moment, so that a spec can set it. */
export interface Clock {
  now(): Instant;
  /** Only on a clock that is moved by hand: names work that falls due by the passing of time and must be finished before a move counts as done. */
  onMoved?(work: () => Promise<void>): void;
}

/** Injection token of the service's {@link Clock}. */
export const CLOCK = Symbol('hotline.clock');

export const systemClock: Clock = { now: () => Date.now() };
