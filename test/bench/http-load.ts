import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** What the load generator is told by its parent. */
export interface LoadOrder {
  readonly port: number;
  readonly token: string;
  /** Sent in turn; each sending gets an Idempotency-Key of its own. */
  readonly requests: readonly { readonly path: string; readonly body: string }[];
  readonly connections: number;
  /** Closed loop: every connection sends its next request when it has its answer, for so long. */
  readonly durationMs?: number;
  /** Open loop: so many requests a second whatever the answers do, each of `requests` once. */
  readonly perSecond?: number;
}

/** What came of it. Latencies in milliseconds; in an open loop from the moment a request was due. */
export interface LoadReport {
  readonly seconds: number;
  readonly latencies: readonly number[];
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** The first answer that was no success. */
  readonly firstFailure?: string | undefined;
}

const KEY = 'idempotency-key: ';
const PLACEHOLDER = '0'.repeat(36);

/**
 * A keep-alive HTTP/1.1 client that costs little, because it shares the cores with what it measures: requests are laid out
 * beforehand, only the key is written into them, and of an answer only status and length are read.
 */
export async function runLoad(order: LoadOrder): Promise<LoadReport> {
  const requests = order.requests.map((request) => layOut(request, order));
  const connections = await Promise.all(Array.from({ length: order.connections }, () => Connection.open(order.port)));
  const tally = new Tally();
  const began = performance.now();
  if (order.perSecond === undefined) await closedLoop(connections, requests, began + (order.durationMs ?? 0), tally);
  else await openLoop(connections, requests, order.perSecond, tally);
  const seconds = (performance.now() - began) / 1_000;
  for (const connection of connections) connection.close();
  return { seconds, ...tally };
}

class Tally {
  readonly latencies: number[] = [];
  readonly statuses: Record<string, number> = {};
  firstFailure: string | undefined;

  note({ status, text }: Answer, sinceMs: number): void {
    this.latencies.push(performance.now() - sinceMs);
    this.statuses[status] = (this.statuses[status] ?? 0) + 1;
    if (status >= 300) this.firstFailure ??= text.slice(0, 1_000);
  }
}

async function closedLoop(connections: readonly Connection[], requests: readonly Buffer[], until: number, tally: Tally): Promise<void> {
  let next = 0;
  await Promise.all(
    connections.map(async (connection) => {
      while (performance.now() < until) {
        const request = requests[next++ % requests.length] as Buffer;
        const sentAt = performance.now();
        tally.note(await connection.send(request), sentAt);
      }
    }),
  );
}

/** A request that finds no idle connection waits, and its waiting counts. */
async function openLoop(connections: readonly Connection[], requests: readonly Buffer[], perSecond: number, tally: Tally): Promise<void> {
  const began = performance.now();
  let next = 0;
  await Promise.all(
    connections.map(async (connection) => {
      for (let mine = next++; mine < requests.length; mine = next++) {
        const dueAt = began + (mine * 1_000) / perSecond;
        const early = dueAt - performance.now();
        if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
        tally.note(await connection.send(requests[mine] as Buffer), dueAt);
      }
    }),
  );
}

function layOut({ path, body }: LoadOrder['requests'][number], { port, token }: LoadOrder): Buffer {
  const head = [
    `POST ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    `authorization: Bearer ${token}`,
    `${KEY}${PLACEHOLDER}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** One request at a time. */
class Connection {
  readonly #socket: Socket;
  #received = '';
  #waiting: { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void } | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#read(chunk.toString('latin1')));
    socket.on('error', (error) => this.#waiting?.reject(error));
    socket.on('close', () => this.#waiting?.reject(new Error('the server closed the connection')));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port });
      socket.once('error', reject);
      socket.once('connect', () => resolve(new Connection(socket.off('error', reject))));
    });
  }

  send(request: Buffer): Promise<Answer> {
    const at = request.indexOf(KEY) + KEY.length;
    request.write(randomUUID(), at, 'latin1');
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(Buffer.from(request)); // the next one may reuse the layout before this is on its way
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: string): void {
    this.#received += chunk;
    const head = this.#received.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = /\r\ncontent-length: (\d+)/i.exec(this.#received.slice(0, head))?.[1];
    if (length === undefined) return this.#waiting?.reject(new Error('an answer without length'));
    if (this.#received.length < head + 4 + Number(length)) return;
    const answer = { status: Number(this.#received.slice(9, 12)), text: this.#received };
    this.#received = '';
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve(answer);
  }
}

if (process.send) {
  process.on('message', (order: LoadOrder) => {
    runLoad(order).then(
      (report) => process.send?.(report, () => process.disconnect()),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}
