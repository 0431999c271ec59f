import { AckPolicy, DeliverPolicy, jetstream, jetstreamManager, type Consumer, type ConsumerConfig } from '@nats-io/jetstream';
import { nanos, type NatsConnection } from '@nats-io/transport-node';
import { filtersOf, streamOf } from './bus.js';
import { startOf } from './durable.js';
import type { EventName } from './event.js';
import { parseEvent, type Parsed } from './parse-event.js';

export interface ReplayOptions<Name extends EventName> {
  /** Six-digit code. */
  readonly county: string;
  /** Of the consumer that is there meanwhile, e.g. `statistics-replay`; another for each replay that runs at the same time. */
  readonly name: string;
  /** Default: all. */
  readonly events?: readonly Name[];
  /** Default: the oldest event that is kept. */
  readonly from?: Date;
}

type StartConfig = Partial<ConsumerConfig>;

const BATCH = 500;
const WAIT_MS = 5_000;
const FORGOTTEN_MS = 60_000;
/** In a row, without an event between them. */
const MOST_FAILURES = 3;

/**
 * Reads what is in the stream, once and in its order, and ends when it has caught up; leaves nothing on the server and disturbs no
 * durable. Events that are unknown or cannot be read come as values that say so; throws when the bus goes away or refuses.
 */
export async function* replay<Name extends EventName = EventName>(connection: NatsConnection, options: ReplayOptions<Name>): AsyncGenerator<Parsed<Name>> {
  const reader = new Reader(connection, options);
  try {
    for await (const text of reader.texts(startOf(options.from ?? 'beginning'))) {
      const parsed = parseEvent(text);
      if (isWanted(parsed, options.events ?? [])) yield parsed as Parsed<Name>;
    }
  } finally {
    await reader.forget();
  }
}

/** Nothing is acknowledged, so what a broken connection swallowed shows as a gap, after which reading begins anew behind what was read. */
class Reader {
  readonly #stream: string;

  constructor(
    private readonly connection: NatsConnection,
    private readonly options: Omit<ReplayOptions<EventName>, 'events'> & { readonly events?: readonly string[] },
  ) {
    this.#stream = streamOf(options.county);
  }

  async *texts(start: StartConfig): AsyncGenerator<string> {
    let [read, failures] = [0, 0];
    for (;;) {
      try {
        for await (const { text, sequence } of this.#unbroken(read === 0 ? start : { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: read + 1 })) {
          [read, failures] = [sequence, 0];
          yield text;
        }
        return;
      } catch (error) {
        if (this.connection.isClosed() || ++failures > MOST_FAILURES) throw error;
      }
    }
  }

  async forget(): Promise<void> {
    if (this.connection.isClosed()) return;
    const manager = await jetstreamManager(this.connection, { checkAPI: false });
    await manager.consumers.delete(this.#stream, this.options.name).catch(() => undefined); // most often it is not there, and it is forgotten by itself
  }

  /** Throws at a gap. */
  async *#unbroken(start: StartConfig): AsyncGenerator<{ readonly text: string; readonly sequence: number }> {
    const [consumer, pending] = await this.#begin(start);
    for (let [delivered, left] = [0, pending]; left > 0; ) {
      for await (const message of await consumer.fetch({ max_messages: Math.min(left, BATCH), expires: WAIT_MS })) {
        if (message.info.deliverySequence !== ++delivered) throw new Error('the bus was away');
        left = message.info.pending;
        yield { text: message.string(), sequence: message.seq };
      }
      if ((await consumer.info()).delivered.consumer_seq !== delivered) throw new Error('the bus was away');
    }
  }

  async #begin(start: StartConfig): Promise<[consumer: Consumer, left: number]> {
    await this.forget();
    const { county, name, events = [] } = this.options;
    const manager = await jetstreamManager(this.connection, { checkAPI: false });
    const settings = { durable_name: name, ack_policy: AckPolicy.None, mem_storage: true, num_replicas: 1, inactive_threshold: nanos(FORGOTTEN_MS), ...filtersOf(this.connection, county, events) };
    const { num_pending: left } = await manager.consumers.add(this.#stream, { ...settings, ...start });
    return [await jetstream(this.connection).consumers.get(this.#stream, name), left];
  }
}

function isWanted(parsed: Parsed, events: readonly EventName[]): boolean {
  return !parsed.ok || events.length === 0 || events.some((event) => parsed.event.type === `hotline.${event}`);
}
