import type { Instant } from '@hotline/domain/shared';

/** Where a service reads the present moment, so that a spec can set it. */
export interface Clock {
  now(): Instant;
}

/** Injection token of the service's {@link Clock}. */
export const CLOCK = Symbol('hotline.clock');

export const systemClock: Clock = { now: () => Date.now() };
