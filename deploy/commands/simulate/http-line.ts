import { Agent, request } from 'node:http';
import { randomUUID } from 'node:crypto';
import { accountId, demoAccount, type Role } from '../../local/demo-accounts.ts';
import { requestToken } from '../../local/token.ts';
import { burst } from './http-burst.ts';

/** An answer that is no success; names the call and the problem's code, never what was sent. */
export class UnexpectedAnswer extends Error {
  readonly call: string;
  readonly status: number;
  readonly problem: string;

  constructor(call: string, status: number, problem: string) {
    super(`${call} answered ${status}: ${problem}`);
    this.call = call;
    this.status = status;
    this.problem = problem;
    this.name = 'UnexpectedAnswer';
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** The services as everybody in the county calls them, each with a token of their own; straight to the service, since the gateway only passes on. */
export class HttpLine {
  readonly #tokens = new Map<string, Promise<string>>();
  calls = 0;

  private readonly portOf: (service: string) => number;
  private readonly issuer: string;

  constructor(portOf: (service: string) => number, issuer: string) {
    this.portOf = portOf;
    this.issuer = issuer;
  }

  get<T>(by: Role, path: string, unit?: string): Promise<T> {
    return this.#call<T>('GET', by, path, undefined, unit);
  }

  post<T>(by: Role, path: string, body?: object, unit?: string): Promise<T> {
    return this.#call<T>('POST', by, path, body ?? undefined, unit);
  }

  put<T>(by: Role, path: string, body: object, unit?: string): Promise<T> {
    return this.#call<T>('PUT', by, path, body, unit);
  }

  /** All items of a list, page after page. */
  async all<T>(by: Role, path: string, query: Readonly<Record<string, string>> = {}): Promise<T[]> {
    const items: T[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const search = new URLSearchParams({ limit: '200', ...query, ...(cursor === '' ? {} : { cursor }) });
      const page: { items: T[]; next: string | null } = await this.get(by, `${path}?${search.toString()}`);
      items.push(...page.items);
      cursor = page.next;
    }
    return items;
  }

  /** Posts that are taken in this order, without waiting for one another. */
  async inOrder<T>(path: string, posts: readonly { readonly by: Role; readonly body: object }[]): Promise<T[]> {
    this.calls += posts.length;
    const laidOut = await Promise.all(posts.map(async ({ by, body }) => ({ path, body, key: randomUUID(), token: await this.#token(by, undefined) })));
    return burst<T>(this.portOf(path.split('/')[1] ?? ''), laidOut);
  }

  /** The bytes of a document. */
  async download(by: Role, path: string): Promise<Buffer> {
    return (await this.#send('GET', by, path, undefined, undefined)).body;
  }

  async #call<T>(method: string, by: Role, path: string, body: object | undefined, unit: string | undefined): Promise<T> {
    const { body: answer } = await this.#send(method, by, path, body, unit);
    return (answer.length === 0 ? undefined : JSON.parse(answer.toString('utf8'))) as T;
  }

  async #send(method: string, by: Role, path: string, body: object | undefined, unit: string | undefined): Promise<{ body: Buffer }> {
    this.calls++;
    const token = await this.#token(by, unit);
    const content = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    const headers = {
      authorization: `Bearer ${token}`,
      ...(content && { 'content-type': 'application/json', 'content-length': content.length }),
      ...(method !== 'GET' && { 'idempotency-key': randomUUID() }),
    };
    const { status, body: answer } = await exchange({ method, port: this.portOf(path.split('/')[1] ?? ''), path, headers }, content);
    if (status >= 200 && status < 300) return { body: answer };
    throw new UnexpectedAnswer(`${method} ${path.split('?')[0]}`, status, answer.toString('utf8').slice(0, 600));
  }

  #token(role: Role, unit: string | undefined): Promise<string> {
    const id = accountId(role, unit);
    const known = this.#tokens.get(id);
    if (known) return known;
    const account = demoAccount(id);
    if (!account) throw new Error(`there is no demo account ${id}`);
    const token = requestToken(this.issuer, account);
    this.#tokens.set(id, token);
    return token;
  }
}

function exchange(options: { method: string; port: number; path: string; headers: object }, content: Buffer | undefined): Promise<{ status: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const call = request({ ...options, headers: { ...options.headers }, host: '127.0.0.1', agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
    });
    call.once('error', reject);
    call.end(content);
  });
}
