import type { JsMsg } from '@nats-io/jetstream';
import type { Logger } from '@nestjs/common';
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { contractNameOf, parseCloudEvent, type CloudEvent } from '@hotline/contracts';
import { counter } from '@hotline/observability';
import type { Transaction, UnitOfWork } from '@hotline/persistence';
import type { Bus } from './bus.js';
import { bury } from './dead-letters.js';
import { Deferred, EventContext } from './event-context.js';
import { failureOf, type Failure } from './failure.js';
import { ACK_WAIT_MS } from './topology.js';

/**
 * Takes all locks that the handlers of these events will need, in one order and before any of them runs: what each of them locks for itself follows
 * the order of the messages, and two batches that lock the same in different orders block each other.
 */
export type HoldFirst = (tx: Transaction, events: readonly CloudEvent[]) => Promise<void>;

export type Handler = (eventData: object, context: EventContext) => Promise<void>;

interface Parsed {
  readonly message: JsMsg;
  readonly event: CloudEvent;
  readonly handler: Handler;
}

/** How long to wait before each further delivery of a message whose handler failed, and when to give it up. */
export interface RetryPlan {
  /** Milliseconds after the first, second … failure; the last one goes on. */
  readonly backOffMs: readonly number[];
  /** Failed deliveries after which a message is moved to the dead letters. */
  readonly mostDeliveries: number;
}

export const PATIENT: RetryPlan = { backOffMs: [500, 1_000, 2_000, 5_000, 15_000, 30_000, 60_000], mostDeliveries: 8 };
const NO_DEAD_LETTERS_MS = 15_000;
/** A durable consumer and what this service does with its messages. */
export interface HandledConsumer {
  readonly durable: string;
  readonly handlerOf: (contractName: string) => Handler | undefined;
  readonly hold?: HoldFirst;
  readonly retry: RetryPlan;
  /** Given when the service stops: no outage is waited out then. */
  readonly stopping: AbortSignal;
}

const OUTAGE_PAUSE_MS = 1_000;
const tracer = trace.getTracer('hotline-messaging');

/** Handles batches of one durable consumer: inbox rows, effects and new outbox rows commit together, then the messages are acknowledged. */
export class BatchProcessor {
  readonly #countHandled = counter('hotline_messages_handled', 'Messages handled for the first time, by durable consumer');
  readonly #countBuried = counter('hotline_messages_buried', 'Messages moved to the dead letters, by durable consumer and kind of failure');

  constructor(
    private readonly bus: Bus,
    private readonly uow: UnitOfWork,
    private readonly consumer: HandledConsumer,
    private readonly log: Logger,
  ) {}

  async process(messages: readonly JsMsg[]): Promise<void> {
    const heartbeat = setInterval(() => messages.forEach((message) => message.working()), ACK_WAIT_MS / 3);
    try {
      const parsed = await this.#parse(messages);
      if (parsed.length > 0) await this.#handle(parsed);
    } finally {
      clearInterval(heartbeat);
    }
  }

  /** Acknowledges what this service does not handle, buries what nobody can read, keeps the rest. */
  async #parse(messages: readonly JsMsg[]): Promise<Parsed[]> {
    const parsed: Parsed[] = [];
    for (const message of messages) {
      const handler = this.consumer.handlerOf(contractNameOf(message.subject) ?? '');
      if (!handler) {
        message.ack();
        continue;
      }
      try {
        parsed.push({ message, handler, event: parseCloudEvent(message.string()) });
      } catch (error) {
        await this.#giveUp(message, { ...failureOf(error), kind: 'unreadable' });
      }
    }
    return parsed;
  }

  /** The whole batch in one transaction; if that fails, each message in its own, so that one poison message spoils only itself. */
  async #handle(batch: readonly Parsed[]): Promise<void> {
    const failure = await this.#attempt(batch);
    if (!failure) return;
    const [only] = batch;
    if (batch.length === 1 && only) return this.#retryLater(only, failure);
    for (const each of batch) {
      const own = await this.#attempt([each]);
      if (own) await this.#retryLater(each, own);
    }
  }

  /**
   * Tries until the database is there; answers the failure if the messages themselves cannot be handled. A service that stops in an
   * outage leaves the batch unacknowledged: it comes again.
   */
  async #attempt(batch: readonly Parsed[]): Promise<Failure | undefined> {
    for (;;) {
      try {
        this.#countHandled({ durable: this.consumer.durable }, await this.#commit(batch));
        for (const each of batch) each.message.ack();
        return undefined;
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind !== 'outage') {
          this.log.warn({ durable: this.consumer.durable, messages: batch.length, reason: failure.reason, err: error }, 'handling failed');
          return failure;
        }
        this.log.warn({ durable: this.consumer.durable, reason: failure.reason }, 'database unavailable, waiting with the batch');
        if (this.consumer.stopping.aborted) return undefined;
        await new Promise((resolve) => setTimeout(resolve, OUTAGE_PAUSE_MS));
      }
    }
  }

  /** Answers how many of the messages had not been handled before. */
  #commit(batch: readonly Parsed[]): Promise<number> {
    return this.uow.run(async (tx) => {
      const fresh = await this.#takeIn(tx, batch);
      const handled = fresh.size;
      await this.consumer.hold?.(tx, batch.flatMap(({ event }) => (fresh.has(event.id) ? [event] : [])));
      const deferred = new Deferred();
      for (const each of batch) {
        if (!fresh.delete(each.event.id)) continue; // handled before, or twice in this batch
        await this.#inSpan(each, () => each.handler(each.event.data, new EventContext([each.event, tx, deferred])));
      }
      await deferred.run(tx);
      return handled;
    });
  }

  /** Writes the inbox rows and answers the ids that were not there before. */
  async #takeIn(tx: Transaction, batch: readonly Parsed[]): Promise<Set<string>> {
    const rows = await tx.sql<{ event_id: string }>(
      `insert into inbox (consumer, event_id) select $1, id from unnest($2::uuid[]) as fresh (id) order by id on conflict do nothing returning event_id`,
      [this.consumer.durable, [...new Set(batch.map((each) => each.event.id))]],
    );
    return new Set(rows.map((row) => row.event_id));
  }

  async #inSpan(each: Parsed, work: () => Promise<void>): Promise<void> {
    const parent = propagation.extract(context.active(), each.event.traceparent ? { traceparent: each.event.traceparent } : {});
    const attributes = { 'messaging.system': 'nats', 'messaging.destination.name': each.message.subject, 'messaging.consumer.group.name': this.consumer.durable };
    await tracer.startActiveSpan(`consume ${contractNameOf(each.message.subject)}`, { kind: SpanKind.CONSUMER, attributes }, parent, async (span) => {
      try {
        await work();
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    });
  }

  async #retryLater(each: Parsed, failure: Failure): Promise<void> {
    const failures = each.message.info.deliveryCount;
    if (failures >= this.consumer.retry.mostDeliveries) return this.#giveUp(each.message, failure);
    each.message.nak(this.consumer.retry.backOffMs[failures - 1] ?? this.consumer.retry.backOffMs.at(-1));
  }

  async #giveUp(message: JsMsg, failure: Failure): Promise<void> {
    try {
      await bury(this.bus, this.consumer.durable, message, failure);
      this.#countBuried({ durable: this.consumer.durable, kind: failure.kind });
      this.log.error({ durable: this.consumer.durable, sequence: message.seq, kind: failure.kind, reason: failure.reason }, 'message moved to the dead letters; see npm run dead-letters');
    } catch {
      message.nak(NO_DEAD_LETTERS_MS); // the dead-letter stream is not there: keep the message
    }
  }
}
