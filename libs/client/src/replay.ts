import { jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { filtersOf, streamOf } from './bus.js';
import { startOf } from './durable.js';
import type { EventName } from './event.js';
import { parseEvent, type Parsed } from './parse-event.js';

export interface ReplayOptions<Name extends EventName> {
  /** Six-digit code. */
  readonly county: string;
  /** Default: all. */
  readonly events?: readonly Name[];
  /** Default: the oldest event that is kept. */
  readonly from?: Date;
}

/**
 * Reads what is in the stream, once and in its order, and ends when it has caught up; leaves nothing on the server and disturbs no
 * durable. Events that are unknown or cannot be read come as values that say so.
 */
export async function* replay<Name extends EventName = EventName>(connection: NatsConnection, { county, events = [], from }: ReplayOptions<Name>): AsyncGenerator<Parsed<Name>> {
  const filters = filtersOf(connection, county, events);
  const consumer = await jetstream(connection).consumers.get(streamOf(county), { filter_subjects: filters, ...startOf(from ?? 'beginning') });
  try {
    if ((await consumer.info()).num_pending === 0) return;
    const messages = await consumer.consume();
    for await (const message of messages) {
      const parsed = parseEvent(message.string());
      if (isWanted(parsed, events)) yield parsed as Parsed<Name>;
      if (message.info.pending === 0) break;
    }
  } finally {
    await consumer.delete().catch(() => undefined); // the server forgets it by itself in five minutes
  }
}

function isWanted(parsed: Parsed, events: readonly EventName[]): boolean {
  return !parsed.ok || events.length === 0 || events.some((event) => parsed.event.type === `hotline.${event}`);
}
