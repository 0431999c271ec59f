import { JetStreamApiCodes, JetStreamApiError } from '@nats-io/jetstream';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { Bus } from './bus.js';
import { Signal, unlessAborted } from './signal.js';
import { StreamPublisher } from './stream-publisher.js';

interface OutboxRow {
  readonly position: string;
  readonly id: string;
  readonly subject: string;
  readonly payload: string;
}

const BATCH = 1_000; // bigger batches bring nothing: the server is saturated by 500 publishes in flight
const FALLBACK_POLL_MS = 1_000;
const RETRY_MS = 1_000;

/**
 * Publishes committed outbox rows in order and marks them sent. One leader a service, by a session advisory lock:
 * with several relays the order per ticket would be lost. Sent rows stay: PostgreSQL is the truth, and the stream is rebuilt by
 * putting their ids back into `outbox_unsent`. Rows are read by "unsent", never by "id greater than": sequence order is not commit order.
 */
export class OutboxRelay implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #signal = new Signal();
  readonly #log = new Logger('OutboxRelay');
  #running: Promise<void> | undefined;
  readonly #stop = new AbortController();
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
    this.#stop.abort(new Error('the relay is stopping'));
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
    let publisher: StreamPublisher | undefined;
    const onError = (): void => void (broken = true);
    client.on('error', onError);
    try {
      const got = await client.query<{ got: boolean }>(LEAD);
      if (!got.rows[0]?.got) return; // another replica leads
      this.#leading = true;
      await unlessAborted(this.#missLostStream(client), this.#stop.signal);
      await client.query(BY_INDEX);
      publisher = new StreamPublisher(await unlessAborted(this.bus.connection(), this.#stop.signal), this.bus.stream, this.bus.inboxPrefix);
      while (!this.#stopping && !broken) {
        this.#signal.lower(); // before reading: a commit during the drain raises it again
        if ((await this.#drainOnce(client, publisher)) < BATCH && !this.#stopping) await this.#signal.wait(FALLBACK_POLL_MS);
      }
    } finally {
      publisher?.close();
      client.off('error', onError);
      client.release(this.#leading || broken); // a leader ends its session and with it the lock
      this.#leading = false;
    }
  }

  /** A lost store looks like a healthy one, only that nobody ever hears of what was sent into it: the command that mends it must be told. */
  async #missLostStream(client: PoolClient): Promise<void> {
    const { streams } = await this.bus.manager();
    const held = await streams.info(this.bus.stream).then(
      ({ state }) => state.messages,
      (error: unknown) => (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound ? 0 : undefined),
    );
    if (held !== 0) return;
    const { rows } = await client.query<{ lost: boolean }>(SENT_EVENTS);
    if (rows[0]?.lost) this.#log.warn({ stream: this.bus.stream }, 'the stream is empty though events were sent to it; if its store was lost, run: npm run streams -- refill');
  }

  /** Publishes up to one batch and answers how many rows it took; rows whose publish failed stay unsent. */
  async #drainOnce(client: PoolClient, publisher: StreamPublisher): Promise<number> {
    const { rows } = await client.query<OutboxRow>(UNSENT);
    if (rows.length === 0) return 0;
    const failures = await publisher.publish(rows);
    const sent = rows.filter((_, index) => failures[index] === undefined).map((row) => row.position);
    if (sent.length > 0) await client.query({ ...SENT, values: [sent] });
    if (sent.length < rows.length) throw new Error(`${rows.length - sent.length} of ${rows.length} events not published: ${failures.find((failure) => failure !== undefined)}`);
    return rows.length;
  }
}

/**
 * Each row by its key, whatever the planner thinks: as the history grows its statistics lag behind, and with a plan made for a
 * short one (a merge, a hash, a scan) each batch reads all of it, 31 ms instead of 1. `offset 0` keeps the inner query apart.
 */
const UNSENT = {
  name: 'outbox-unsent',
  text: `select row.* from (select id from outbox_unsent order by id limit ${BATCH}) waiting
         cross join lateral (select outbox.id as position, event_id as id, subject, payload from outbox where outbox.id = waiting.id offset 0) row
         order by waiting.id`,
};

/** By schema: in one database there may be several of a service, of several counties. */
const LEAD = `select pg_try_advisory_lock(hashtextextended('outbox:' || current_schema(), 0)) as got`;

/** For the session of the relay alone. */
const BY_INDEX = 'set enable_seqscan = off';

const SENT = { name: 'outbox-sent', text: 'delete from outbox_unsent where id = any($1::bigint[])' };

const SENT_EVENTS = 'select exists (select from outbox where not exists (select from outbox_unsent where outbox_unsent.id = outbox.id)) as lost';
