import type { JetStreamClient } from '@nats-io/jetstream';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { Bus } from './bus.js';
import { Signal } from './signal.js';

interface OutboxRow {
  readonly id: string;
  readonly event_id: string;
  readonly subject: string;
  readonly payload: string;
}

const BATCH = 1_000; // bigger batches bring nothing: the server is saturated by 500 publishes in flight
const FALLBACK_POLL_MS = 1_000;
const RETRY_MS = 1_000;

/**
 * Publishes committed outbox rows in order and marks them sent. One leader a service, by a session advisory lock:
 * with several relays the order per ticket would be lost. Sent rows stay: PostgreSQL is the truth, the stream can be rebuilt from it.
 * Rows are read by "unsent", never by "id greater than": sequence order is not commit order.
 */
export class OutboxRelay implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #signal = new Signal();
  readonly #log = new Logger('OutboxRelay');
  #running: Promise<void> | undefined;
  #stopping = false;
  #leading = false;

  constructor(
    private readonly orm: MikroORM,
    private readonly bus: Bus,
    private readonly service: string,
  ) {}

  onApplicationBootstrap(): void {
    this.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.stop();
  }

  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#signal.raise();
    await this.#running;
  }

  /** Called after each commit that left events. If another replica leads, it is woken over core NATS; losing that wake costs one poll. */
  wake(): void {
    this.#signal.raise();
    if (this.#leading) return;
    void this.bus
      .connection()
      .then((connection) => connection.publish(this.bus.wakeSubject(this.service)))
      .catch(() => undefined);
  }

  async #run(): Promise<void> {
    void this.#listenForWakes();
    while (!this.#stopping) {
      try {
        await this.#lead();
      } catch (error) {
        if (!this.#stopping) this.#log.warn({ err: error }, 'outbox relay interrupted, trying again');
      }
      if (!this.#stopping) await this.#signal.wait(RETRY_MS);
    }
  }

  async #listenForWakes(): Promise<void> {
    const connection = await this.bus.connection();
    connection.subscribe(this.bus.wakeSubject(this.service), { callback: () => this.#signal.raise() });
  }

  async #lead(): Promise<void> {
    const pool = await this.orm.driver.getConnection().getNativeClient();
    const client = await pool.connect();
    let broken = false;
    const onError = (): void => void (broken = true);
    client.on('error', onError);
    try {
      const got = await client.query<{ got: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as got', [`outbox:${this.service}`]);
      if (!got.rows[0]?.got) return; // another replica leads
      this.#leading = true;
      const stream = await this.bus.jetstream();
      while (!this.#stopping && !broken) {
        this.#signal.lower(); // before reading: a commit during the drain raises it again
        if ((await this.drainOnce(client, stream)) < BATCH && !this.#stopping) await this.#signal.wait(FALLBACK_POLL_MS);
      }
    } finally {
      client.off('error', onError);
      client.release(this.#leading || broken); // a leader ends its session and with it the lock
      this.#leading = false;
    }
  }

  /** Publishes up to one batch and answers how many rows it took; rows whose publish failed stay unsent. */
  async drainOnce(client: Pick<PoolClient, 'query'>, stream: JetStreamClient): Promise<number> {
    const { rows } = await client.query<OutboxRow>({
      name: 'outbox-unsent',
      text: `select id, event_id, subject, payload from outbox where published_at is null order by id limit ${BATCH}`,
    });
    if (rows.length === 0) return 0;
    const acks = await Promise.allSettled(rows.map((row) => stream.publish(row.subject, row.payload, { msgID: row.event_id, expect: { streamName: this.bus.stream } })));
    const sent = rows.filter((_, index) => acks[index]?.status === 'fulfilled').map((row) => row.id);
    if (sent.length > 0)
      await client.query({ name: 'outbox-sent', text: 'update outbox set published_at = clock_timestamp() where id = any($1::bigint[])', values: [sent] });
    const failed = acks.find((ack) => ack.status === 'rejected');
    if (failed) throw new Error(`${rows.length - sent.length} of ${rows.length} events not published: ${String((failed.reason as Error).message)}`);
    return rows.length;
  }
}
