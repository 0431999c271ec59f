import { randomUUIDv7 as newId } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { actsForUnit, deputyAccount, demoAccount, accountId, type DemoAccount, type Role } from '../../deploy/local/demo-accounts.ts';
import { requestToken } from '../../deploy/local/token.ts';

/** Longer than a killed process needs to come back. */
const INSIST_FOR_MS = 40_000;
const RETRY_MS = 100;

/** What was answered: the status, the parsed body and a header or two that matter. */
export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly etag: string | null;
}

/** How one command is sent. */
export interface Sending {
  /** Default: 200 or 201. */
  readonly status?: number;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The platform as its callers see it: one address, one account a person. */
export class Hotline {
  readonly #callers = new Map<string, Caller>();

  constructor(
    readonly url: string,
    private readonly issuer: string,
  ) {}

  /** A person with a demo account; `unit` for the roles that act for one. */
  as(role: Role, unit?: string): Caller {
    const id = accountId(role, unit);
    const account = demoAccount(id);
    if (!account) throw new Error(`no demo account ${id}: ${actsForUnit(role) ? 'name its unit' : 'it has no unit'}`);
    return this.#caller(account);
  }

  /** The deputy of a unit's leader: an account of that role, in whose right it approves only by an authorisation. */
  asDeputy(unit: string): Caller {
    return this.#caller(deputyAccount(unit));
  }

  #caller(account: DemoAccount): Caller {
    const known = this.#callers.get(account.id);
    if (known) return known;
    const caller = new Caller(this.url, () => requestToken(this.issuer, account));
    this.#callers.set(account.id, caller);
    return caller;
  }
}

/** One caller with a real token of the identity provider. */
export class Caller {
  #token: Promise<string> | undefined;

  constructor(
    private readonly url: string,
    private readonly login: () => Promise<string>,
  ) {}

  async get<Body>(path: string, status = 200): Promise<Body> {
    return (await this.#expecting<Body>('GET', path, undefined, { status })).body;
  }

  async post<Body>(path: string, body: object | undefined = undefined, sending: Sending = {}): Promise<Body> {
    return (await this.#expecting<Body>('POST', path, body, sending)).body;
  }

  async put<Body>(path: string, body: object, sending: Sending = {}): Promise<Body> {
    return (await this.#expecting<Body>('PUT', path, body, sending)).body;
  }

  /** The problem document with which a command is refused. */
  refused(path: string, body: object | undefined, status: number): Promise<Problem> {
    return this.post<Problem>(path, body, { status });
  }

  /**
   * Sends a command until it is answered for good: a lost connection or a 5xx is tried again under the same key.
   * What was answered meanwhile is told to `again`.
   */
  async insist<Body>(path: string, body: object | undefined, again: (why: string) => void = () => undefined): Promise<Body> {
    const key = newId();
    const deadline = performance.now() + INSIST_FOR_MS;
    for (;;) {
      const { status, body: answer } = await this.send<Body>('POST', path, body, { key }).catch((error: unknown) => ({ status: 599, body: error as Body }));
      if (status === 200 || status === 201) return answer;
      if (status < 500 || performance.now() > deadline) throw new Error(`POST ${path} answered ${status}: ${JSON.stringify(answer)}`);
      again(`${status} ${path}`);
      await pause(RETRY_MS);
    }
  }

  /** A paper, a sheet or an attachment, byte for byte, with how it is to be treated. */
  async download(path: string): Promise<Download> {
    this.#token ??= this.login();
    const response = await fetch(this.url + path, { headers: { authorization: `Bearer ${await this.#token}` } });
    const bytes = Buffer.from(await response.arrayBuffer());
    return { status: response.status, type: response.headers.get('content-type'), disposition: response.headers.get('content-disposition') ?? '', bytes };
  }

  /** Sends a file under the name `file`, as a browser would. */
  async upload<Body>(path: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Answer<Body>> {
    this.#token ??= this.login();
    const body = new FormData();
    body.set('file', new Blob([bytes]), name);
    const response = await fetch(this.url + path, { method: 'POST', headers: { authorization: `Bearer ${await this.#token}`, 'idempotency-key': newId() }, body });
    return { status: response.status, etag: response.headers.get('etag'), body: parsed(await response.text()) as Body };
  }

  /** Sends once and answers whatever comes; throws only when nothing does. */
  async send<Body>(method: string, path: string, body?: object | string, { key = newId(), headers = {} }: Sending = {}): Promise<Answer<Body>> {
    this.#token ??= this.login();
    const content = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const idempotency = method === 'GET' ? {} : { 'idempotency-key': key };
    const response = await fetch(this.url + path, { method, headers: { authorization: `Bearer ${await this.#token}`, ...type, ...idempotency, ...headers }, ...content });
    const text = await response.text();
    return { status: response.status, etag: response.headers.get('etag'), body: parsed(text) as Body };
  }

  async #expecting<Body>(method: string, path: string, body: object | undefined, sending: Sending): Promise<Answer<Body>> {
    const answer = await this.send<Body>(method, path, body, sending);
    const expected = sending.status === undefined ? answer.status === 200 || answer.status === 201 : answer.status === sending.status;
    if (!expected) throw new Error(`${method} ${path} answered ${answer.status} instead of ${sending.status ?? '200 or 201'}: ${JSON.stringify(answer.body)}`);
    return answer;
  }
}

export interface Download {
  readonly status: number;
  readonly type: string | null;
  readonly disposition: string;
  readonly bytes: Buffer;
}

/** RFC 9457, as far as the stories look at it. */
export interface Problem {
  readonly type: string;
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
