import { jetstream, jetstreamManager, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { connectTo, natsAddress } from './nats-address.js';

export interface BusOptions {
  /** With user and password where the server asks for them. */
  readonly url: string;
  /** Name of the client as the server shows it. */
  readonly name: string;
  readonly county: string;
}

/**
 * The connection of one process to NATS. Connecting goes on in the background and for ever,
 * so that a bus that is down stops neither the boot nor intake.
 */
export class Bus {
  readonly county: string;
  readonly stream: string;
  readonly deadStream: string;
  /** Under which answers reach this process; undefined for the library's own. */
  readonly inboxPrefix: string | undefined;
  readonly #connecting: Promise<NatsConnection>;
  #connection: NatsConnection | undefined;

  constructor(options: BusOptions) {
    this.county = options.county;
    this.stream = `HOTLINE_${options.county}`;
    this.deadStream = `HOTLINE_DEAD_${options.county}`;
    this.inboxPrefix = natsAddress(options.url).inboxPrefix;
    this.#connecting = connectTo(options.url, {
      name: options.name,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 500,
      waitOnFirstConnect: true,
      pingInterval: 10_000,
      maxPingOut: 2,
      noAsyncTraces: true, // two errors with captured stacks a publish cost more than the publish itself
    }).then((connection) => (this.#connection = connection));
    this.#connecting.catch(() => undefined); // told by answers()
  }

  connection(): Promise<NatsConnection> {
    return this.#connecting;
  }

  async jetstream(): Promise<JetStreamClient> {
    return jetstream(await this.#connecting, { timeout: 5_000 });
  }

  async manager(): Promise<JetStreamManager> {
    return jetstreamManager(await this.#connecting, { checkAPI: false });
  }

  /** Subject of core-NATS wakes among the replicas of a service; outside of every stream. */
  wakeSubject(service: string): string {
    return `hotline-wake.${this.county}.${service}`;
  }

  deadSubject(durable: string): string {
    return `hotline-dead.${this.county}.${durable}`;
  }

  /** Resolves when the server answers a ping, rejects otherwise; used by the ready probe. */
  async answers(): Promise<void> {
    if (!this.#connection || this.#connection.isClosed()) throw new Error('not connected to NATS');
    await this.#connection.flush();
  }

  async close(): Promise<void> {
    if (this.#connection) return this.#connection.drain().catch(() => undefined);
    void this.#connecting.then((connection) => connection.close()).catch(() => undefined);
  }
}
