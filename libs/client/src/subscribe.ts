import { setTimeout as pause } from 'node:timers/promises';
import { jetstream, type ConsumerMessages, type JsMsg } from '@nats-io/jetstream';
import { millis } from '@nats-io/transport-node';
import { streamOf, type HotlineBus } from './bus.js';
import type { EventName, HotlineEvent } from './event.js';
import { parseEvent, type Unreadable } from './parse-event.js';

export interface SubscribeOptions<Name extends EventName> {
  /** Of those that the county lists for the subscriber; others are passed over. */
  readonly events: readonly Name[];
  /** Pauses before a failed event comes again, the last for all further ones; default 1, 5, 30, 60 seconds. */
  readonly backOffMs?: readonly number[];
  /** Hears of what went wrong; whatever it is, the subscription goes on. */
  readonly onTrouble?: (trouble: Trouble<Name>) => void;
}

/** `failed`: the handler threw, the event comes again. `unreadable`: passed over for good. `interrupted`: the bus is away, or refuses. */
export type Trouble<Name extends EventName = EventName> =
  | { readonly kind: 'failed'; readonly event: HotlineEvent<Name>; readonly error: unknown; readonly againInMs: number }
  | { readonly kind: 'unreadable'; readonly reason: Unreadable; readonly problems: readonly string[]; readonly streamSequence: number }
  | { readonly kind: 'interrupted'; readonly error: unknown };

/** Must be safe against an event that it had before: the delivery is at least once. */
export type Handler<Name extends EventName> = (event: HotlineEvent<Name>) => Promise<void> | void;

export interface Subscription {
  /** Lets the running handler finish, gives the rest back to the server, and resolves when nothing runs any more. */
  stop(): Promise<void>;
}

const MOST_AT_ONCE = 100;
const WAIT_MS = 5_000;
const RETRY_MS = 1_000;

/**
 * Hands each event that the county keeps for this subscriber, from the oldest on, to `handle`, one after the other, and acknowledges
 * it when that has resolved; where it throws, the event comes again later while the next ones go on. Resumes where it stopped, after
 * a restart as after an outage of the bus.
 */
export function subscribe<Name extends EventName>(bus: HotlineBus, options: SubscribeOptions<Name>, handle: Handler<Name>): Subscription {
  const running = new Run(bus, options, handle);
  const ended = running.untilStopped();
  return {
    stop: async () => {
      running.stop();
      await ended;
    },
  };
}

class Run<Name extends EventName> {
  readonly #types: ReadonlySet<string>;
  readonly #backOffMs: readonly number[];
  readonly #stopped = new AbortController();
  #batch: ConsumerMessages | undefined;
  /** How often a running handler tells the server that it is. */
  #aliveMs = 1_000;
  /** As many events as are handled before the server would hand the last of them out again. */
  #atOnce = 1;

  constructor(
    private readonly bus: HotlineBus,
    private readonly options: SubscribeOptions<Name>,
    private readonly handle: Handler<Name>,
  ) {
    const { events, backOffMs = [1_000, 5_000, 30_000, 60_000] } = options;
    this.#types = new Set(events.map((event) => `hotline.${event}`));
    this.#backOffMs = backOffMs;
  }

  stop(): void {
    this.#stopped.abort();
    this.#batch?.stop();
  }

  async untilStopped(): Promise<void> {
    const { signal } = this.#stopped;
    const { connection, apiPrefix, name } = this.bus;
    while (!signal.aborted) {
      try {
        const consumer = await jetstream(connection, { apiPrefix }).consumers.get(streamOf(this.bus), name);
        this.#aliveMs = millis((await consumer.info(true)).config.ack_wait ?? 0) / 3;
        while (!signal.aborted) await this.#take((this.#batch = await consumer.fetch({ max_messages: this.#atOnce, expires: WAIT_MS })));
      } catch (error) {
        if (signal.aborted) break;
        this.options.onTrouble?.({ kind: 'interrupted', error });
        await pause(RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
    }
    if (!connection.isClosed()) await connection.flush().catch(() => undefined); // acknowledgements on their way
  }

  async #take(batch: ConsumerMessages): Promise<void> {
    let [handled, busyMs] = [0, 1];
    for await (const message of batch) {
      const begun = performance.now();
      if (this.#stopped.signal.aborted) message.nak();
      else await this.#one(message);
      [handled, busyMs] = [handled + 1, busyMs + performance.now() - begun];
    }
    this.#atOnce = Math.max(1, Math.min(MOST_AT_ONCE, Math.floor((handled * this.#aliveMs) / busyMs)));
  }

  async #one(message: JsMsg): Promise<void> {
    const parsed = parseEvent(message.string());
    if (!parsed.ok) return this.#passOver(message, parsed);
    if (!this.#types.has(parsed.event.type)) return message.ack();
    const event = parsed.event as HotlineEvent<Name>;
    const alive = setInterval(() => message.working(), this.#aliveMs);
    try {
      await this.handle(event);
      message.ack();
    } catch (error) {
      const againInMs = this.#backOffMs[Math.min(message.info.deliveryCount, this.#backOffMs.length) - 1] ?? RETRY_MS;
      message.nak(againInMs);
      this.options.onTrouble?.({ kind: 'failed', event, error, againInMs });
    } finally {
      clearInterval(alive);
    }
  }

  #passOver(message: JsMsg, { reason, problems }: { readonly reason: Unreadable; readonly problems: readonly string[] }): void {
    message.term();
    if (reason !== 'unknown-event') this.options.onTrouble?.({ kind: 'unreadable', reason, problems, streamSequence: message.seq });
  }
}
