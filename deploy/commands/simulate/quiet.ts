import { setTimeout as pause } from 'node:timers/promises';
import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { connectTo } from '@hotline/messaging/nats-address';
import pg from 'pg';
import { ownDurables } from '../../local/bus-accounts.ts';

const LOOK_AGAIN_MS = 12;
const GIVE_UP_MS = 120_000;

/** Says when the whole platform has come to rest: nothing waits in an outbox or at a consumer. */
export class Quiet {
  private readonly connection: NatsConnection;
  private readonly streams: JetStreamManager;
  private readonly database: pg.Client;
  private readonly stream: string;
  private readonly unsent: string;
  private readonly durables: ReadonlySet<string>;

  private constructor(connection: NatsConnection, streams: JetStreamManager, database: pg.Client, stream: string, unsent: string, durables: ReadonlySet<string>) {
    this.connection = connection;
    this.streams = streams;
    this.database = database;
    this.stream = stream;
    this.unsent = unsent;
    this.durables = durables;
  }

  static async at(natsUrl: string, databaseUrl: string, county: string): Promise<Quiet> {
    const connection = await connectTo(natsUrl);
    const database = new pg.Client({ connectionString: databaseUrl });
    database.on('error', () => undefined); // the stack may be ended first
    await database.connect();
    const { rows } = await database.query<{ schema: string }>(`select table_schema as schema from information_schema.tables where table_name = 'outbox_unsent' order by 1`);
    const unsent = rows.map(({ schema }) => `exists (select from ${pg.escapeIdentifier(schema)}.outbox_unsent)`).join(' or ');
    return new Quiet(connection, await jetstreamManager(connection), database, `HOTLINE_${county}`, `select ${unsent} as waits`, ownDurables(county));
  }

  /** Resolves once nothing is under way any more; throws when that does not come about within two minutes. */
  async reached(): Promise<void> {
    const deadline = performance.now() + GIVE_UP_MS;
    for (;;) {
      const before = await this.#handledUpTo();
      if (before !== undefined && !(await this.#waits()) && (await this.#handledUpTo()) === before) return;
      if (performance.now() > deadline) throw new Error('the platform does not come to rest; look for dead letters and at the logs');
      await pause(LOOK_AGAIN_MS);
    }
  }

  async close(): Promise<void> {
    await this.connection.close();
    await this.database.end();
  }

  /** The stream's last message, if every consumer has handled all it gets; what a service says it has read counts only once it is acknowledged. */
  async #handledUpTo(): Promise<number | undefined> {
    const { state } = await this.streams.streams.info(this.stream);
    for (const { name, num_pending, num_ack_pending } of await this.streams.consumers.list(this.stream).next()) {
      if (num_pending + num_ack_pending > 0 && this.durables.has(name)) return undefined;
    }
    return state.last_seq;
  }

  async #waits(): Promise<boolean> {
    const { rows } = await this.database.query<{ waits: boolean }>(this.unsent);
    return rows[0]?.waits ?? false;
  }
}
