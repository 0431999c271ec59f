import { AckPolicy, DeliverPolicy, jetstream, jetstreamManager, type Consumer, type ConsumerConfig } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import { streamOf, type HotlineBus } from './bus.js';
import type { EventName } from './event.js';
import { parseEvent, type Parsed } from './parse-event.js';

export interface ReplayOptions<Name extends EventName> {
  /** Of those that the county lists for the subscriber. */
  readonly events: readonly Name[];
  /** Default: the oldest event that is kept. */
  readonly from?: Date;
}

const BATCH = 500;
const WAIT_MS = 5_000;
const FORGOTTEN_MS = 60_000;
/** In a row, without an event between them. */
const MOST_FAILURES = 3;

/**
 * Reads what is in the stream once more, one event after the other and each in the order of the stream, and ends when it has caught up;
 * leaves nothing on the server and disturbs no subscription. What cannot be read comes as a value that says so; throws when the bus
 * stays away or refuses. One replay at a time for each subscriber.
 */
export async function* replay<Name extends EventName>(bus: HotlineBus, { events, from }: ReplayOptions<Name>): AsyncGenerator<Parsed<Name>> {
  const start = from ? { deliver_policy: DeliverPolicy.StartTime, opt_start_time: from.toISOString() } : { deliver_policy: DeliverPolicy.All };
  for (const event of events) {
    const reader = new Reader(bus, event);
    try {
      for await (const text of reader.texts(start)) yield parseEvent(text) as Parsed<Name>;
    } finally {
      await reader.forget();
    }
  }
}

/** Nothing is acknowledged, so what a broken connection swallowed shows as a gap, after which reading begins anew behind what was read. */
class Reader {
  readonly #stream: string;
  readonly #name: string;

  constructor(
    private readonly bus: HotlineBus,
    private readonly event: EventName,
  ) {
    this.#stream = streamOf(bus);
    this.#name = `${bus.name}-replay`;
  }

  async *texts(start: Partial<ConsumerConfig>): AsyncGenerator<string> {
    let [read, failures] = [0, 0];
    for (;;) {
      try {
        for await (const { text, sequence } of this.#unbroken(read === 0 ? start : { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: read + 1 })) {
          [read, failures] = [sequence, 0];
          yield text;
        }
        return;
      } catch (error) {
        if (this.bus.connection.isClosed() || ++failures > MOST_FAILURES) throw error;
      }
    }
  }

  async forget(): Promise<void> {
    if (this.bus.connection.isClosed()) return;
    const manager = await this.#manager();
    await manager.consumers.delete(this.#stream, this.#name).catch(() => undefined); // most often it is not there, and it is forgotten by itself
  }

  /** Throws at a gap. */
  async *#unbroken(start: Partial<ConsumerConfig>): AsyncGenerator<{ readonly text: string; readonly sequence: number }> {
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

  async #begin(start: Partial<ConsumerConfig>): Promise<[consumer: Consumer, left: number]> {
    await this.forget();
    const manager = await this.#manager();
    const settings = { name: this.#name, ack_policy: AckPolicy.None, mem_storage: true, num_replicas: 1, inactive_threshold: nanos(FORGOTTEN_MS) };
    const { num_pending: left } = await manager.consumers.add(this.#stream, { ...settings, ...start, filter_subject: `hotline.${this.bus.county}.${this.event}` });
    const { connection, apiPrefix } = this.bus;
    return [await jetstream(connection, { apiPrefix }).consumers.get(this.#stream, this.#name), left];
  }

  #manager() {
    const { connection, apiPrefix } = this.bus;
    return jetstreamManager(connection, { apiPrefix, checkAPI: false });
  }
}
