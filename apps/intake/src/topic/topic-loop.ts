import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { localDateOf } from '@hotline/domain/shared';
import { CLOCK, type Clock } from '@hotline/http';
import { Signal } from '@hotline/messaging';
import { Learner } from '../suggestion/learner.js';
import { TopicFinder } from './topic-finder.js';

const EVERY_MS = 60_000;

/** Looks for hot topics every minute, on any number of replicas. */
@Injectable()
export class TopicLoop implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new Logger('TopicLoop');
  readonly #signal = new Signal();
  #running: Promise<void> | undefined;
  #stopping = false;
  #failing = false;

  #lookedOn = '';

  constructor(
    @Inject(TopicFinder) private readonly finder: TopicFinder,
    @Inject(Learner) private readonly learner: Learner,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (this.time.onMoved) this.time.onMoved(() => this.#lookOnceADay());
    else this.#running = this.#run();
  }

  /** Ends between two looks, before the database is closed. */
  async onModuleDestroy(): Promise<void> {
    this.#stopping = true;
    this.#signal.raise();
    await this.#running;
  }

  async #run(): Promise<void> {
    await this.#signal.wait(EVERY_MS);
    while (!this.#stopping) {
      await this.#look();
      await this.#signal.wait(EVERY_MS);
    }
  }

  /** On a clock that is moved by hand: months are lived in minutes there, and a day is often enough; all that was said by then is learnt first, so that the same days give the same topics. */
  async #lookOnceADay(): Promise<void> {
    if (this.#lookedOn === localDateOf(this.time.now())) return;
    this.#lookedOn = localDateOf(this.time.now());
    await this.learner.catchUp();
    await this.#look();
  }

  async #look(): Promise<void> {
    try {
      await this.finder.once();
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) this.#log.warn({ msg: 'the search for topics is interrupted, trying again every minute', err: error });
      this.#failing = true;
    }
  }
}
