import { setTimeout as pause } from 'node:timers/promises';
import type { ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { durableConsumer, type DurablePlan, type Start } from './durable.js';
import type { EventName, HotlineEvent } from './event.js';
import { parseEvent, type Unreadable } from './parse-event.js';

export interface SubscribeOptions<Name extends EventName> {
  /** Six-digit code. */
  readonly county: string;
  /** Name of the durable consumer: what was handled is remembered under it, also while nobody listens. One for each application. */
  readonly durable: string;
  readonly events: readonly Name[];
  /** Where a new durable begins; default: with the oldest event that is kept. */
  readonly from?: Start;
  /** Pauses before a failed event comes again, the last for all further ones; default 1, 5, 30, 60 seconds. */
  readonly backOffMs?: readonly number[];
  /** How long an event may be silent before the server hands it out again; default 30 seconds. A running handler is never silent. */
  readonly ackWaitMs?: number;
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

const BATCH = 100;
const WAIT_MS = 5_000;
const RETRY_MS = 1_000;

/**
 * Hands each event to `handle`, one after the other, and acknowledges it when that has resolved; where it throws, the event comes
 * again later while the next ones go on. Resumes where it stopped, after a restart as after an outage of the bus.
 */
export function subscribe<Name extends EventName>(connection: NatsConnection, options: SubscribeOptions<Name>, handle: Handler<Name>): Subscription {
  const running = new Run(connection, options, handle);
  const ended = running.untilStopped();
  return {
    stop: async () => {
      running.stop();
      await ended;
    },
  };
}

class Run<Name extends EventName> {
  readonly #plan: DurablePlan;
  readonly #types: ReadonlySet<string>;
  readonly #backOffMs: readonly number[];
  readonly #stopped = new AbortController();
  #batch: ConsumerMessages | undefined;

  constructor(
    private readonly connection: NatsConnection,
    private readonly options: SubscribeOptions<Name>,
    private readonly handle: Handler<Name>,
  ) {
    const { county, durable, events, from = 'beginning', ackWaitMs = 30_000, backOffMs = [1_000, 5_000, 30_000, 60_000] } = options;
    this.#plan = { county, durable, events, from, ackWaitMs };
    this.#types = new Set(events.map((event) => `hotline.${event}`));
    this.#backOffMs = backOffMs;
  }

  stop(): void {
    this.#stopped.abort();
    this.#batch?.stop();
  }

  async untilStopped(): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      try {
        const consumer = await durableConsumer(this.connection, this.#plan);
        while (!signal.aborted) await this.#take((this.#batch = await consumer.fetch({ max_messages: BATCH, expires: WAIT_MS })));
      } catch (error) {
        if (signal.aborted) break;
        this.options.onTrouble?.({ kind: 'interrupted', error });
        await pause(RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
    }
    if (!this.connection.isClosed()) await this.connection.flush().catch(() => undefined); // acknowledgements on their way
  }

  async #take(batch: ConsumerMessages): Promise<void> {
    for await (const message of batch) {
      if (this.#stopped.signal.aborted) message.nak();
      else await this.#one(message);
    }
  }

  async #one(message: JsMsg): Promise<void> {
    const parsed = parseEvent(message.string());
    if (!parsed.ok) return this.#passOver(message, parsed);
    if (!this.#types.has(parsed.event.type)) return message.ack();
    const event = parsed.event as HotlineEvent<Name>;
    const alive = setInterval(() => message.working(), this.#plan.ackWaitMs / 3);
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
