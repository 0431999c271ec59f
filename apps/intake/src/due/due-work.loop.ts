import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CLOCK, type Clock } from '@hotline/http';
import { Signal } from '@hotline/messaging';
import { DUE_WORK, type DueWork } from './due-work.js';

/** Blocks end and objects go within a second of their time; two indexed looks a second cost nothing. */
const POLL_MS = 1_000;

/** Does what falls due for as long as the service runs; a failure is told once and tried again. */
@Injectable()
export class DueWorkLoop implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new Logger('DueWork');
  readonly #signal = new Signal();
  #running: Promise<void> | undefined;
  #stopping = false;
  #failing = false;

  constructor(
    @Inject(DUE_WORK) private readonly works: readonly DueWork[],
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#running = this.#run();
    this.time.onMoved?.(() => this.#all());
  }

  async onModuleDestroy(): Promise<void> {
    this.#stopping = true;
    this.#signal.raise();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      await this.#look();
      if (!this.#stopping) await this.#signal.wait(POLL_MS);
    }
  }

  async #look(): Promise<void> {
    try {
      await this.#all();
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) this.#log.warn({ msg: 'what fell due could not be done, trying again every second', err: error });
      this.#failing = true;
    }
  }

  async #all(): Promise<void> {
    for (const work of this.works) while ((await work.once()) === 'more' && !this.#stopping);
  }
}
