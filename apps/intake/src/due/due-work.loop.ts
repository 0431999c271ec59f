import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CLOCK, type Clock } from '@hotline/http';
import { Signal } from '@hotline/messaging';
import { DUE_WORK, type DueWork } from './due-work.js';

/** Blocks end and objects go within a second of their time; two indexed looks a second cost nothing. */
const POLL_MS = 1_000;

/** Does what falls due for as long as the service runs, each kind of work by itself, so that none waits for another; a failure is told once and tried again. */
@Injectable()
export class DueWorkLoop implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new Logger('DueWork');
  readonly #signals: Signal[] = [];
  #running: Promise<unknown> | undefined;
  #stopping = false;

  constructor(
    @Inject(DUE_WORK) private readonly works: readonly DueWork[],
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#running = Promise.all(this.works.map((work) => this.#run(work)));
    this.time.onMoved?.(async () => {
      for (const work of this.works) await this.#drain(work);
    });
  }

  async onModuleDestroy(): Promise<void> {
    this.#stopping = true;
    for (const signal of this.#signals) signal.raise();
    await this.#running;
  }

  async #run(work: DueWork): Promise<void> {
    const signal = new Signal();
    this.#signals.push(signal);
    for (let failing = false; !this.#stopping; ) {
      try {
        await this.#drain(work);
        failing = false;
      } catch (error) {
        if (!failing) this.#log.warn({ msg: 'what fell due could not be done, trying again every second', err: error });
        failing = true;
      }
      if (!this.#stopping) await signal.wait(POLL_MS);
    }
  }

  async #drain(work: DueWork): Promise<void> {
    while ((await work.once()) === 'more' && !this.#stopping);
  }
}
