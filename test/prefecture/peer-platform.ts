import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CALM, type PeerBehaviour } from './behaviour.ts';
import { SeededChance } from './seeded-chance.ts';
import { isSigned, signed, type SharedSecret } from './shared-secret.ts';
import { TransferBook, type Transferred } from './transfer-book.ts';

/** What the county tells. */
export interface CountyMessage {
  readonly key: string;
  readonly kind: string;
  readonly prefectureNumber: string | null;
  readonly ticketNumber: string | null;
  readonly [more: string]: unknown;
}

export interface PeerOptions {
  /** Where the county's adapter is: `http://localhost:8080/prefecture`. */
  readonly county?: string;
  /** With which the county signs. */
  readonly countyKey: SharedSecret;
  /** With which this platform signs. */
  readonly ownKey: SharedSecret;
  readonly seed?: number;
  readonly port?: number;
  readonly pageSize?: number;
}

export interface Pushed {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/**
 * A prefecture platform that can be slow, fail, break off, repeat and contradict itself; the same for the same seed. It keeps a message once
 * by its key, answers a repetition by the same receipt, and refuses other content under a known key.
 */
export class PeerPlatform {
  readonly #server: Server;
  readonly #chance: SeededChance;
  readonly #receipts = new Map<string, { readonly body: string; readonly receipt: string }>();
  /** What it took, each message once, in the order in which it came first. */
  readonly messages: CountyMessage[] = [];
  /** Every request that came, also those that were turned away. */
  requests = 0;
  readonly book = new TransferBook();
  /** Where it pushes to. */
  county: string;
  behaviour: PeerBehaviour = CALM;
  /** Kinds that are refused by 422 until it is changed. */
  refuses: ReadonlySet<string> = new Set();

  readonly #options: PeerOptions;

  private constructor(options: PeerOptions) {
    this.#options = options;
    this.#chance = new SeededChance(options.seed ?? 1);
    this.county = options.county ?? '';
    this.#server = createServer((request, response) => void this.#answer(request, response).catch(() => response.destroy()));
  }

  static async start(options: PeerOptions): Promise<PeerPlatform> {
    const peer = new PeerPlatform(options);
    await peer.listen(options.port ?? 0);
    return peer;
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => this.#server.once('error', reject).listen(port, '127.0.0.1', resolve));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Pushes transfers as the play says: so many copies, shuffled, all at once; answers what came of each copy. */
  transfer(...transfers: readonly Transferred[]): Promise<Pushed[]> {
    for (const each of transfers) this.book.record(each);
    const copies = transfers.flatMap((each) => Array.from({ length: this.behaviour.copies }, () => each));
    return Promise.all(this.#chance.shuffled(copies).map((each) => this.push('transfers', each)));
  }

  /** Decides on an application, by the copies of the play. `record: false` plays a decision of which its own list then knows nothing. */
  async decide(message: CountyMessage, accepted: boolean, about: { readonly receipt?: string; readonly record?: boolean } = {}): Promise<Pushed[]> {
    if (about.record !== false) this.book.decide(message, accepted);
    const decision = { kind: message.kind, reference: message.key, accepted, receipt: about.receipt ?? `决定-${message.key.slice(-12)}`, decidedAt: new Date().toISOString() };
    return Promise.all(Array.from({ length: this.behaviour.copies }, () => this.push('decisions', decision)));
  }

  /** Repeats until it is taken or refused for good, as a platform does that was told to come again. */
  async insist(what: 'transfers' | 'decisions', body: object, again: () => Promise<void>): Promise<Pushed> {
    for (;;) {
      const pushed = await this.push(what, body);
      if (pushed.status < 500) return pushed;
      await again();
    }
  }

  async push(what: 'transfers' | 'decisions', body: object, headers: Record<string, string> = {}): Promise<Pushed> {
    const text = JSON.stringify(body);
    const init = { method: 'POST', body: text, headers: { 'content-type': 'application/json', ...signed(this.#options.ownKey, text), ...headers } };
    const response = await fetch(`${this.county}/v1/inbound/${what}`, init).catch(() => undefined);
    if (!response) return { status: 599, body: {} };
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests += 1;
    const { failing, resetting, hanging, busy, slowMs } = this.behaviour;
    const [fails, resets, hangs, isBusy, afterwards] = [failing, resetting, hanging, busy, 0.5].map((probability) => this.#chance.happens(probability));
    const body = await bodyOf(request);
    if (slowMs > 0) await new Promise((resolve) => setTimeout(resolve, slowMs));
    if (resets && !afterwards) return void request.socket.destroy();
    if (fails) return send(response, 500, {});
    if (isBusy) return send(response.setHeader('retry-after', '1'), 503, {});
    const url = new URL(request.url ?? '/', this.url);
    const { status, content } = url.pathname === '/county-transfers' ? this.#list(request, url) : this.#take(request, body);
    if (hangs) return;
    if (resets) return void request.socket.destroy();
    send(response, status, content);
  }

  #take(request: IncomingMessage, body: string): { status: number; content: object } {
    if (!isSigned(this.#options.countyKey, request.headers, body)) return { status: 401, content: {} };
    const message = JSON.parse(body) as CountyMessage;
    const known = this.#receipts.get(message.key);
    if (known) return known.body === body ? { status: 200, content: { receipt: known.receipt } } : { status: 409, content: {} };
    if (this.refuses.has(message.kind) || request.headers['idempotency-key'] !== message.key) return { status: 422, content: {} };
    const receipt = `州回-${this.#receipts.size + 1}`;
    this.#receipts.set(message.key, { body, receipt });
    this.messages.push(message);
    this.book.hear(message);
    return { status: 200, content: { receipt } };
  }

  #list(request: IncomingMessage, { search, searchParams }: URL): { status: number; content: object } {
    if (!isSigned(this.#options.countyKey, request.headers, search.slice(1))) return { status: 401, content: {} };
    const [from, to] = [searchParams.get('from') ?? '', searchParams.get('to') ?? ''];
    return { status: 200, content: this.book.page(from, to, searchParams.get('cursor'), this.#options.pageSize ?? 2) };
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
