import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { connectTo } from '@hotline/messaging/nats-address';
import pg from 'pg';
import { ownDurables } from '../../deploy/local/bus-accounts.ts';
import { serviceNames } from '../../deploy/local/layout.ts';
import type { StoryStack } from '../setup/story-stack.ts';

/** What the platform has on its books, read past its services: rows of every schema, messages of the streams. */
export class Books {
  private constructor(
    private readonly pool: pg.Pool,
    private readonly connection: NatsConnection,
    private readonly manager: JetStreamManager,
    private readonly county: string,
  ) {}

  static async of({ databaseUrl, natsUrl, county }: StoryStack): Promise<Books> {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
    pool.on('error', () => undefined); // the stack may stop first
    const connection = await connectTo(natsUrl, { maxReconnectAttempts: -1, reconnectTimeWait: 100 });
    return new Books(pool, connection, await jetstreamManager(connection), county);
  }

  async close(): Promise<void> {
    await this.connection.close();
    await this.pool.end();
  }

  async rows<Row extends pg.QueryResultRow>(text: string, params: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(text, [...params])).rows;
  }

  /** The answer of `select count(*) …`. */
  async count(what: string): Promise<number> {
    const [row] = await this.rows<{ n: number }>(`select count(*)::int as n ${what}`);
    return row?.n ?? NaN;
  }

  /** How many events of each type the services have told, by their outboxes: `ticket.closed.v1` → 200. */
  async told(): Promise<Record<string, number>> {
    const all = serviceNames.map((service) => `select payload::jsonb ->> 'type' as type from ${service}.outbox`).join(' union all ');
    const rows = await this.rows<{ type: string; n: number }>(`select replace(type, 'hotline.', '') as type, count(*)::int as n from (${all}) as told group by 1`);
    return Object.fromEntries(rows.map(({ type, n }) => [type, n]));
  }

  /** What is not at rest: messages not yet handled, events not yet published, dead letters. Empty when all is well. */
  async unsettled(): Promise<Record<string, number>> {
    const left = await this.#lags();
    for (const service of serviceNames) left[`${service} outbox`] = await this.count(`from ${service}.outbox_unsent`);
    left['dead letters'] = (await this.manager.streams.info(`HOTLINE_DEAD_${this.county}`)).state.messages;
    for (const [durable, lag] of Object.entries(await this.#lags())) left[durable] = (left[durable] ?? 0) + lag; // what was published meanwhile
    return Object.fromEntries(Object.entries(left).filter(([, count]) => count > 0));
  }

  async #lags(): Promise<Record<string, number>> {
    const lags: Record<string, number> = {};
    const own = ownDurables(this.county);
    for await (const { name, num_pending: waiting, num_ack_pending: underWay } of this.manager.consumers.list(`HOTLINE_${this.county}`)) if (own.has(name)) lags[name] = waiting + underWay;
    return lags;
  }

  /** Durable consumers that exist. */
  async durables(): Promise<number> {
    let found = 0;
    for await (const _ of this.manager.consumers.list(`HOTLINE_${this.county}`)) found++;
    return found;
  }
}
