import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Deliveries } from './deliveries.js';
import { DeliverySignal } from './delivery-signal.js';
import { PeerPlatform } from './peer-platform.client.js';

const LOOK_AGAIN_MS = 500;

/** Delivers for ever: at once when something was put down, else looks twice a second for what is due again. Without a peer it rests. */
@Injectable()
export class DeliveryLoop implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new Logger('DeliveryLoop');
  #running: Promise<void> | undefined;
  #stopping = false;
  #failing = false;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly peer: PeerPlatform,
    private readonly signal: DeliverySignal,
  ) {}

  onApplicationBootstrap(): void {
    if (this.peer.configured) this.#running = this.#run();
    else this.#log.log('no peer configured (PREFECTURE_PEER_URL): messages wait in the ledger');
  }

  async onModuleDestroy(): Promise<void> {
    this.#stopping = true;
    this.signal.raise();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      const tried = await this.#round();
      if (tried === 0 && !this.#stopping) await this.signal.wait(LOOK_AGAIN_MS);
    }
  }

  async #round(): Promise<number> {
    try {
      const tried = await this.deliveries.round();
      this.#failing = false;
      return tried;
    } catch (error) {
      if (!this.#failing) this.#log.warn({ msg: 'deliveries are interrupted, trying again', err: error });
      this.#failing = true;
      return 0;
    }
  }
}
