import { accountId, demoAccount, type Role } from '../local/demo-accounts.ts';
import { layoutFrom } from '../local/layout.ts';
import { requestToken } from '../local/token.ts';
import { UsageFault } from './usage-fault.ts';

const REQUEST_MS = 60_000;
/** Connection losses and overload are waited out this long before a command gives up. */
const PATIENCE_MS = 60_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 8_000;
const TRY_AGAIN = [429, 502, 503, 504];

/** As much of RFC 9457 problem details as a person at a terminal needs. */
interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly advice?: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

/** An answer of the platform that is no success; carries the problem's code and detail, never what was sent. */
export class RefusedCall extends UsageFault {
  readonly status: number;
  readonly code: string;

  constructor(call: string, status: number, problem: Problem) {
    const fields = problem.errors?.map(({ field, message }) => `${field} ${message}`).join('；');
    const words = fields || [problem.detail, problem.advice].filter((text) => text !== undefined).join('');
    super(`${call} 被拒绝（${status}${problem.code ? ` ${problem.code}` : ''}）：${words || '没有说明原因'}`, 'the platform refused the call');
    this.status = status;
    this.code = problem.code ?? '';
  }
}

/** Calls the platform over its gateway as one caller; repeats what failed for want of a connection, so calls must be repeatable. */
export class HotlineApi {
  readonly url: string;
  readonly #freshToken: () => Promise<string>;
  #token: Promise<string> | undefined;

  constructor(url: string, freshToken: () => Promise<string>) {
    this.url = url.replace(/\/$/, '');
    this.#freshToken = freshToken;
  }

  /**
   * The platform at HOTLINE_URL with HOTLINE_TOKEN, or the local stack (HOTLINE_PORT, default 8080) with the demo account of
   * the role; its tokens are fetched again when they run out during a long command.
   */
  static fromEnvironment(role: Role, environment: NodeJS.ProcessEnv = process.env): HotlineApi {
    const { HOTLINE_URL: url, HOTLINE_TOKEN: token } = environment;
    const layout = layoutFrom(environment);
    const local = `http://localhost:${layout.ports.gateway}`;
    if (token) return new HotlineApi(url || local, () => Promise.resolve(token));
    if (url && url.replace(/\/$/, '') !== local) {
      throw new UsageFault(`HOTLINE_URL 指向 ${url}，还需要用 HOTLINE_TOKEN 提供访问令牌（角色 ${role}）`, 'HOTLINE_URL needs HOTLINE_TOKEN');
    }
    const account = demoAccount(accountId(role));
    if (!account) throw new Error(`no demo account for the role ${role}`);
    return new HotlineApi(local, () => asUsage(requestToken(`http://localhost:${layout.ports.idp}`, account)));
  }

  /** The bearer token of the caller, for what is not a call of this class. */
  token(): Promise<string> {
    return (this.#token ??= this.#freshToken());
  }

  async get<T>(path: string, query: Readonly<Record<string, string | undefined>> = {}): Promise<T> {
    const filled = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return (await this.#call('GET', filled.length > 0 ? `${path}?${new URLSearchParams(filled).toString()}` : path)) as T;
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    return (await this.#call('POST', path, body)) as T;
  }

  /** All items of a list, page after page. */
  async all<T>(path: string, query: Readonly<Record<string, string>> = {}): Promise<T[]> {
    const items: T[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.get<{ readonly items: readonly T[]; readonly next: string | null }>(path, { limit: '200', ...query, cursor });
      items.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return items;
  }

  async #call(method: string, path: string, body?: unknown): Promise<unknown> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const until = Date.now() + PATIENCE_MS;
    let renewed = false;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const token = this.token();
      const response = await this.#attempt(method, path, text, await token);
      if (response?.ok) return response.json();
      const ranOut: boolean = response?.status === 401 && !renewed;
      if (ranOut && this.#token === token) this.#token = undefined;
      renewed ||= ranOut;
      const passing = !response || ranOut || TRY_AGAIN.includes(response.status);
      if (!passing || Date.now() + pause > until) throw response ? await refusal(`${method} ${path.split('?')[0]}`, response) : this.#unreachable();
      await response?.body?.cancel();
      await new Promise((resolve) => setTimeout(resolve, Math.max(pause, 1_000 * Number(response?.headers.get('retry-after') ?? 0))));
    }
  }

  #attempt(method: string, path: string, body: string | undefined, token: string): Promise<Response | undefined> {
    const headers = { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    return fetch(this.url + path, { method, headers, body: body ?? null, signal: AbortSignal.timeout(REQUEST_MS) }).catch(() => undefined);
  }

  #unreachable(): UsageFault {
    return new UsageFault(`平台 ${this.url} 没有应答：请先用 npm start 启动，或用 HOTLINE_URL、HOTLINE_PORT 指明地址`, 'the platform does not answer');
  }
}

async function asUsage(token: Promise<string>): Promise<string> {
  return token.catch((error: unknown) => {
    if (!(error instanceof Error)) throw error;
    const advice = error.message.replace('--port 指明它的端口', 'HOTLINE_PORT 指明平台的端口'); // --port is an option of `token` alone
    throw new UsageFault(advice.replace(/ \([^()]*\)$/, ''), 'no token');
  });
}

async function refusal(call: string, response: Response): Promise<RefusedCall> {
  return new RefusedCall(call, response.status, (await response.json().catch(() => ({}))) as Problem);
}
