import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Signal } from '@hotline/messaging';
import { Learner } from './learner.js';

const LOOK_AGAIN_MS = 1_000;
/** Learning takes at most a quarter of the process's time: the desk comes first. */
const REST = 3;

/** Learns for ever, a batch at a time, on any number of replicas. */
@Injectable()
export class LessonLoop implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new Logger('LessonLoop');
  readonly #signal = new Signal();
  #running: Promise<void> | undefined;
  #stopping = false;
  #failing = false;

  constructor(private readonly learner: Learner) {}

  onApplicationBootstrap(): void {
    this.#running = this.#run();
  }

  /** Ends between two batches, before the database is closed. */
  async onModuleDestroy(): Promise<void> {
    this.#stopping = true;
    this.#signal.raise();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      const began = performance.now();
      const learnt = await this.#look();
      if (!this.#stopping) await this.#signal.wait(learnt > 0 ? REST * (performance.now() - began) : LOOK_AGAIN_MS);
    }
  }

  async #look(): Promise<number> {
    try {
      const learnt = await this.learner.once();
      this.#failing = false;
      return learnt;
    } catch (error) {
      if (!this.#failing) this.#log.warn({ msg: 'learning is interrupted, trying again every second', err: error });
      this.#failing = true;
      return 0;
    }
  }
}
