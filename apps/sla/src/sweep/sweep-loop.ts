import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Instant } from '@hotline/domain/shared';
import { CLOCK, type Clock } from '@hotline/http';
import { ApplyPublications } from '../calendar/apply-publications.js';
import { HorizonWatch } from '../calendar/horizon-watch.js';
import { Sweep, SWEEP_BATCH, type SweepResult } from './sweep.js';
import { WakeUp } from './wake-up.js';

/** Batches in flight during a storm. */
const LANES = 2;
/** Least pause before looking again at what another replica has locked. */
const LOCKED_ELSEWHERE_MS = 20;

/** Sweeps for ever: sleeps until the earliest clock is due, goes on at once while batches come back full. */
@Injectable()
export class SweepLoop implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new Logger('SweepLoop');
  #running: Promise<void> | undefined;
  #stopping = false;
  #failing = false;

  constructor(
    private readonly sweep: Sweep,
    private readonly publications: ApplyPublications,
    private readonly wakeUp: WakeUp,
    private readonly horizon: HorizonWatch,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#running = this.#run();
    this.time.onMoved?.(() => this.#untilNothingIsDue());
  }

  /** Ends between two batches, before the database is closed. */
  async onModuleDestroy(): Promise<void> {
    this.#stopping = true;
    this.wakeUp.wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      this.wakeUp.beginSweep();
      const next = await this.#look();
      if (next !== 'at-once' && !this.#stopping) await this.wakeUp.sleepUntil(next, this.time.now());
    }
  }

  async #look(): Promise<Instant | null | 'at-once'> {
    try {
      await this.horizon.look();
      const applied = await this.publications.step();
      const { swept, next } = await this.#sweep();
      if (this.#failing) this.#log.log('sweeping again');
      this.#failing = false;
      return applied === 'more' || swept >= SWEEP_BATCH ? 'at-once' : this.#notBefore(next, applied === 'busy');
    } catch (error) {
      if (!this.#failing) this.#log.warn({ msg: 'the sweep is interrupted, trying again every second', err: error });
      this.#failing = true;
      return null;
    }
  }

  /** One batch; when it is full, a storm has begun, and as many lanes as pay sweep side by side: while one waits for the database another computes. */
  async #sweep(): Promise<SweepResult> {
    const first = await this.sweep.once();
    if (first.swept < SWEEP_BATCH) return first;
    await Promise.all(Array.from({ length: LANES }, () => this.#sweepWhileFull()));
    return this.sweep.once();
  }

  async #sweepWhileFull(): Promise<void> {
    while (!this.#stopping && (await this.sweep.once()).swept === SWEEP_BATCH);
  }

  /** After a clock was moved by hand: ends when the loop and this have told all that fell due. */
  async #untilNothingIsDue(): Promise<void> {
    for (;;) {
      const applied = await this.publications.step();
      const { swept, next } = await this.sweep.once();
      if (applied !== 'more' && applied !== 'busy' && swept === 0 && (next === null || next > this.time.now())) return;
    }
  }

  /** What is due but locked by another replica is looked at again after a pause. */
  #notBefore(next: Instant | null, busy: boolean): Instant | null {
    const soon = this.time.now() + LOCKED_ELSEWHERE_MS;
    if (busy) return soon;
    return next === null || next > this.time.now() ? next : soon;
  }
}
