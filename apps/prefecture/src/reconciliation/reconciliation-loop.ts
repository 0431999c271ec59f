import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CLOCK, type Clock } from '@hotline/http';
import { Signal } from '@hotline/messaging';
import { UnitOfWork } from '@hotline/persistence';
import { PeerPlatform } from '../outbound/peer-platform.client.js';
import { PREFECTURE_SETTINGS, type PrefectureConfig } from '../prefecture.config.js';
import { dueDays } from './due-days.js';
import { ReconciliationService } from './reconciliation.service.js';
import { knownReports } from './reconciliation.store.js';

const LOOK_EVERY_MS = 60_000;

/** Makes the daily report at its hour, and after a stop those that were missed. */
@Injectable()
export class ReconciliationLoop implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new Logger('ReconciliationLoop');
  readonly #signal = new Signal();
  #running: Promise<void> | undefined;
  #stopping = false;

  constructor(
    private readonly reconciliation: ReconciliationService,
    private readonly peer: PeerPlatform,
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PREFECTURE_SETTINGS) private readonly config: PrefectureConfig,
  ) {}

  onApplicationBootstrap(): void {
    if (this.peer.configured) this.#running = this.#run();
  }

  async onModuleDestroy(): Promise<void> {
    this.#stopping = true;
    this.#signal.raise();
    await this.#running;
  }

  /** Makes what is due now. */
  async look(): Promise<void> {
    const known = await this.uow.read(knownReports);
    for (const day of dueDays(this.clock.now(), this.config.reconcileHour, known)) if (!this.#stopping) await this.reconciliation.make(day);
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      await this.look().catch((error: unknown) => this.#log.warn({ msg: 'the reconciliation is interrupted, trying again in a minute', err: error }));
      if (!this.#stopping) await this.#signal.wait(LOOK_EVERY_MS);
    }
  }
}
