import { connect } from 'node:net';

/** Requests in one go: as many as the platform writes in one batch. */
const BURST = 32;

/** A request laid out beforehand. */
export interface Post {
  readonly path: string;
  readonly token: string;
  readonly key: string;
  readonly body: object;
}

/**
 * Sends requests so that they are taken in exactly this order, and yet not one after the other: written to one connection at
 * once, they are read at once and travel in one batch. Answers bodies in the same order; throws on the first that is no success.
 */
export async function burst<T>(port: number, posts: readonly Post[]): Promise<T[]> {
  const answers: T[] = [];
  for (let at = 0; at < posts.length; at += BURST) answers.push(...(await inOneGo<T>(port, posts.slice(at, at + BURST))));
  return answers;
}

function inOneGo<T>(port: number, posts: readonly Post[]): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write(posts.map((post) => laidOut(port, post)).join('')));
    const answers: T[] = [];
    let received = Buffer.alloc(0);
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the service closed the connection')));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      for (let next = firstAnswer(received); next; next = firstAnswer(received)) {
        received = received.subarray(next.length);
        if (next.status >= 300) return void socket.destroy(new Error(`POST ${posts[answers.length]?.path} answered ${next.status}: ${next.body}`));
        answers.push(JSON.parse(next.body) as T);
      }
      if (answers.length < posts.length) return;
      resolve(answers);
      socket.destroy();
    });
  });
}

function laidOut(port: number, { path, token, key, body }: Post): string {
  const content = JSON.stringify(body);
  const head = [`POST ${path} HTTP/1.1`, `host: 127.0.0.1:${port}`, `authorization: Bearer ${token}`, `idempotency-key: ${key}`, 'content-type: application/json'];
  return `${head.join('\r\n')}\r\ncontent-length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
}

function firstAnswer(received: Buffer): { readonly status: number; readonly body: string; readonly length: number } | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = received.toString('latin1', 0, end);
  const size = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
  const length = end + 4 + size;
  return received.length < length ? undefined : { status: Number(head.slice(9, 12)), body: received.toString('utf8', end + 4, length), length };
}
