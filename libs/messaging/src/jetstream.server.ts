import type { ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import { Logger } from '@nestjs/common';
import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { contractNamed } from '@hotline/contracts';
import type { UnitOfWork } from '@hotline/persistence';
import { BatchProcessor, PATIENT, type Handler, type HoldFirst, type RetryPlan } from './batch-processor.js';
import type { Bus } from './bus.js';
import { unlessAborted } from './signal.js';
import { MAX_ACK_PENDING } from './topology.js';

/** A durable consumer that a service binds to, by its literal name in the topology. */
export interface DurableBinding {
  readonly durable: string;
  readonly noun: string;
  /** Milliseconds for which a message waits for others to share its transaction, where nobody waits for the result; default 0. */
  readonly gatherMs?: number;
  /** See {@link HoldFirst}. */
  readonly hold?: HoldFirst;
}

const RETRY_MS = 1_000;
const MOST_IN_A_BATCH = 250;

/**
 * Nest transport over JetStream durable consumers: ordinary `@EventPattern('ticket.dispatched.v1')` handlers, many messages a transaction.
 * Whatever has arrived while a batch was being handled is the next batch: alone and at once under light load, hundreds together under heavy load.
 */
export class JetStreamServer extends Server implements CustomTransportStrategy {
  override readonly transportId = Symbol('jetstream');
  readonly #log = new Logger('JetStream');
  readonly #loops: Promise<void>[] = [];
  readonly #open = new Set<ConsumerMessages>();
  readonly #stop = new AbortController();
  #stopping = false;

  constructor(
    private readonly bus: Bus,
    private readonly uow: UnitOfWork,
    private readonly bindings: readonly DurableBinding[],
    private readonly retry: RetryPlan = PATIENT,
  ) {
    super();
  }

  listen(callback: (error?: unknown) => void): void {
    try {
      this.#checkBindings();
      for (const binding of this.bindings) this.#loops.push(this.#supervise(binding));
      callback();
    } catch (error) {
      callback(error);
    }
  }

  async close(): Promise<void> {
    this.#stopping = true;
    this.#stop.abort(new Error('the transport is stopping'));
    for (const messages of this.#open) messages.stop();
    await Promise.all(this.#loops);
  }

  on(): never {
    throw new Error('the JetStream transport has no events of its own');
  }

  unwrap<T>(): T {
    return this.bus as T;
  }

  /** Event names this service handles. */
  handledEvents(): string[] {
    return [...this.messageHandlers.keys()];
  }

  /** The boot stops when a handler would never be called: unknown contract, or no consumer for its noun. */
  #checkBindings(): void {
    for (const pattern of this.handledEvents()) {
      const made = contractNamed(pattern);
      if (!made) throw new Error(`@EventPattern('${pattern}') names no contract`);
      if (!this.bindings.some((binding) => binding.noun === made.noun)) throw new Error(`@EventPattern('${pattern}') has no durable consumer for the noun ${made.noun}`);
    }
  }

  /** Keeps one consumer running for ever: consume() may end when the server or the consumer goes away. */
  async #supervise(binding: DurableBinding): Promise<void> {
    const consumer = { ...binding, handlerOf: (name: string) => this.#handlerOf(name), retry: this.retry, stopping: this.#stop.signal };
    const processor = new BatchProcessor(this.bus, this.uow, consumer, this.#log);
    while (!this.#stopping) {
      try {
        await this.#consume(binding, processor);
      } catch (error) {
        if (!this.#stopping) this.#log.warn({ durable: binding.durable, err: error }, 'consumer interrupted, trying again');
      }
      if (!this.#stopping) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }

  async #consume(binding: DurableBinding, processor: BatchProcessor): Promise<void> {
    const stream = await unlessAborted(this.bus.jetstream(), this.#stop.signal);
    const consumer = await stream.consumers.get(this.bus.stream, binding.durable);
    const messages = await consumer.consume({ max_messages: MAX_ACK_PENDING / 2, abort_on_missing_resource: true });
    this.#open.add(messages);
    const buffer: JsMsg[] = [];
    let working: Promise<void> | undefined;
    const work = async (): Promise<void> => {
      while (buffer.length > 0) {
        if (buffer.length < MOST_IN_A_BATCH) await gathered(binding.gatherMs);
        await processor.process(buffer.splice(0, MOST_IN_A_BATCH));
      }
    };
    try {
      for await (const message of messages) {
        buffer.push(message);
        working ??= work().finally(() => (working = undefined));
      }
    } finally {
      this.#open.delete(messages);
      await working;
    }
  }

  #handlerOf(name: string): Handler | undefined {
    const handler = this.messageHandlers.get(name);
    if (!handler) return undefined;
    return async (eventData, context) => {
      const result: unknown = await handler(eventData, context);
      await new Promise<void>((resolve, reject) => {
        this.transformToObservable(result).subscribe({ error: reject, complete: resolve });
      });
    };
  }
}

/** At least one turn of the loop, so that what came in the same read travels in the same batch. */
function gathered(ms = 0): Promise<unknown> {
  return new Promise((resolve) => (ms > 0 ? setTimeout(resolve, ms) : setImmediate(resolve)));
}
