import { createInbox, headers, type Msg, type NatsConnection } from '@nats-io/transport-node';

/** A message on its way to the stream. */
export interface StreamMessage {
  readonly subject: string;
  readonly payload: string;
  /** By which the server recognises a second sending within its window. */
  readonly id: string;
}

interface Batch {
  /** Why a message is not in the stream; undefined for one that is. */
  readonly failures: (string | undefined)[];
  left: number;
  readonly done: () => void;
}

const ANSWER_WITHIN_MS = 5_000;
const LATE = 'the stream did not acknowledge in time';

/**
 * Publishes many messages at once, all in flight together, each acknowledged by the stream. One subscription takes all the
 * acknowledgements and one timer watches a batch: a promise, a timer and an error object a message, as the client library
 * makes them, cost twice as much as sending it.
 */
export class StreamPublisher {
  readonly #inbox: string;
  /** One for all messages: publishing writes it out at once. */
  readonly #head = headers();
  readonly #waiting = new Map<string, { readonly batch: Batch; readonly index: number }>();
  readonly #stop: () => void;
  #sent = 0;

  constructor(
    private readonly connection: NatsConnection,
    stream: string,
    inboxPrefix?: string,
  ) {
    this.#inbox = createInbox(inboxPrefix);
    this.#head.set('Nats-Expected-Stream', stream);
    const subscription = connection.subscribe(`${this.#inbox}.*`, { callback: (_, message) => this.#acknowledged(message) });
    this.#stop = () => subscription.unsubscribe();
  }

  /** One entry a message: undefined when it is in the stream, else why not. */
  async publish(messages: readonly StreamMessage[]): Promise<readonly (string | undefined)[]> {
    if (messages.length === 0) return [];
    const { promise, resolve } = Promise.withResolvers<void>();
    const batch: Batch = { failures: messages.map(() => LATE), left: messages.length, done: resolve };
    const first = this.#sent;
    messages.forEach((message, index) => this.#send(message, batch, index));
    const timer = setTimeout(resolve, ANSWER_WITHIN_MS);
    await promise;
    clearTimeout(timer);
    if (batch.left > 0) for (let at = first; at < first + messages.length; at++) this.#waiting.delete(String(at));
    return batch.failures;
  }

  close(): void {
    this.#stop();
  }

  #send({ subject, payload, id }: StreamMessage, batch: Batch, index: number): void {
    const token = String(this.#sent++);
    this.#waiting.set(token, { batch, index });
    this.#head.set('Nats-Msg-Id', id);
    this.connection.publish(subject, payload, { headers: this.#head, reply: `${this.#inbox}.${token}` });
  }

  #acknowledged(message: Msg): void {
    const token = message.subject.slice(this.#inbox.length + 1);
    const waiting = this.#waiting.get(token);
    if (!waiting) return;
    this.#waiting.delete(token);
    const { batch, index } = waiting;
    batch.failures[index] = failureIn(message);
    if (--batch.left === 0) batch.done();
  }
}

function failureIn(message: Msg): string | undefined {
  if (message.headers?.code) return `no stream takes its subject (${message.headers.code})`;
  const answer = message.json<{ readonly stream?: string; readonly error?: { readonly description?: string } }>();
  return answer.error ? (answer.error.description ?? 'refused by the stream') : answer.stream ? undefined : 'not acknowledged by a stream';
}
