import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUIDv7 as newId } from 'node:crypto';

interface Registered {
  readonly id: string;
  readonly number: string;
  readonly receivedAt: string;
}

/**
 * Intake, routing and sla as far as the adapter talks to them, by the contract of their OpenAPI documents: a service may not import another,
 * not even in a spec. The stories run against the real ones.
 */
export class CountyServices {
  readonly #server: Server;
  readonly #answers = new Map<string, { readonly body: string; readonly answer: Registered }>();
  /** Bodies of what was registered. */
  readonly registered: Record<string, unknown>[] = [];
  readonly authorizations = new Set<string>();
  /** What GET answers by path. */
  readonly documents = new Map<string, object>();
  /** Numbers of the prefecture that somebody typed in at the desk. */
  readonly typedIn = new Set<string>();
  up = true;

  private constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(): Promise<CountyServices> {
    const county = new CountyServices();
    await new Promise<void>((resolve) => county.#server.listen(0, '127.0.0.1', resolve));
    return county;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    this.authorizations.add(request.headers.authorization ?? '');
    const { status, body } = this.#reply(request, Buffer.concat(chunks).toString('utf8'));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  #reply({ method, url = '', headers }: IncomingMessage, body: string): { status: number; body: object } {
    if (!this.up) return { status: 503, body: { code: 'unavailable' } };
    if (method === 'GET') {
      const document = this.documents.get(url);
      return document ? { status: 200, body: document } : { status: 404, body: { code: 'not-found', title: '', detail: '', advice: '' } };
    }
    return this.#register(String(headers['idempotency-key']), body);
  }

  #register(key: string, body: string): { status: number; body: object } {
    const known = this.#answers.get(key);
    if (known) return known.body === body ? { status: 201, body: known.answer } : { status: 422, body: { code: 'idempotency-key-reused', title: '', detail: '', advice: '' } };
    const ticket = JSON.parse(body) as Record<string, unknown>;
    if (String(ticket['title']).length > 120) {
      const errors = [{ field: 'title', code: 'is-text', message: '应为 1 至 120 个字符的文本' }];
      return { status: 400, body: { code: 'validation-failed', title: '请求内容未通过检查', detail: '一个或多个字段不符合要求，详见 errors。', advice: '请修改。', errors } };
    }
    if (this.typedIn.has(String(ticket['prefectureNumber']))) return { status: 409, body: { code: 'prefecture-number-already-registered', title: '', detail: '', advice: '' } };
    this.registered.push(ticket);
    const answer = { id: newId(), number: `YM20180921-${String(this.registered.length).padStart(6, '0')}`, receivedAt: String(ticket['receivedAt']) };
    this.#answers.set(key, { body, answer });
    return { status: 201, body: answer };
  }
}
