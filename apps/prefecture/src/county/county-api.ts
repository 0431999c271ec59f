import { Inject, Injectable } from '@nestjs/common';
import type { ResultCode } from '@hotline/domain/shared';
import { PREFECTURE_SETTINGS, type PrefectureConfig } from '../prefecture.config.js';
import { ServiceAccount } from './service-account.js';

const WITHIN_MS = 8_000;

/** A registration as intake takes it; passed on and forgotten. */
export type RegistrationOfTransfer = Readonly<Record<string, unknown>>;

export interface RegisteredTicket {
  readonly id: string;
  readonly number: string;
  readonly receivedAt: string;
}

/** Why a service of the county did not do as asked; its texts are of the service, never of the petitioner. */
export interface CountyProblem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly advice: string;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
}

export type CountyAnswer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: CountyProblem };

/** Thrown when a service of the county does not answer, or not now: to be tried again. */
export class CountyUnavailable extends Error {
  override readonly name = 'CountyUnavailable';
}

/** As far as messages need a ticket's handling. */
export interface HandledCase {
  readonly dispatch: HandledDispatch | null;
  readonly past: readonly HandledDispatch[];
  readonly upstreamReturns: readonly { readonly reason: string; readonly askedAt: string; readonly accepted: boolean | null }[];
}
export interface HandledDispatch {
  readonly dispatchNo: number;
  readonly result: { readonly resultCode?: ResultCode; readonly text: string } | null;
}
export interface ReviewedExtension {
  readonly status: string;
  readonly reason: string;
}
export interface AnsweredTicket {
  readonly answer: { readonly answer: string } | null;
}

/** The county's other services over HTTP, as the service account with the role `prefecture`. */
@Injectable()
export class CountyApi {
  constructor(
    @Inject(PREFECTURE_SETTINGS) private readonly config: PrefectureConfig,
    private readonly account: ServiceAccount,
  ) {}

  /** Registers a transfer; the same key with the same content is answered as the first time. */
  register(ticket: RegistrationOfTransfer, key: string): Promise<CountyAnswer<RegisteredTicket>> {
    return this.#call<RegisteredTicket>('POST', '/intake/v1/tickets', ticket, { 'idempotency-key': key });
  }

  handlingOf(ticketId: string): Promise<CountyAnswer<HandledCase>> {
    return this.#call('GET', `/routing/v1/tickets/${ticketId}`);
  }

  extension(extensionId: string): Promise<CountyAnswer<ReviewedExtension>> {
    return this.#call('GET', `/sla/v1/extensions/${encodeURIComponent(extensionId)}`);
  }

  ticket(ticketId: string): Promise<CountyAnswer<AnsweredTicket>> {
    return this.#call('GET', `/intake/v1/tickets/${ticketId}`);
  }

  async #call<T>(method: 'GET' | 'POST', path: string, body?: object, headers: Record<string, string> = {}, again = true): Promise<CountyAnswer<T>> {
    const response = await this.#send(method, path, body, headers);
    if (response.status === 401 && again) {
      this.account.forget();
      return this.#call(method, path, body, headers, false);
    }
    const answer = await response.json().catch(() => undefined) as unknown;
    if (response.ok) return { ok: true, value: answer as T };
    const problem = answer as Partial<CountyProblem> | undefined;
    // 401 and 403 are faults of our own account, 408 and 429 pass: none of them is the transfer's.
    if (response.status >= 500 || [401, 403, 408, 429].includes(response.status) || problem?.code === undefined) throw new CountyUnavailable(`${method} ${path.split('/')[1]} answered ${response.status}`);
    const { code, title = '', detail = '', advice = '', errors } = problem;
    return { ok: false, problem: { status: response.status, code, title, detail, advice, ...(errors && { errors }) } };
  }

  async #send(method: string, path: string, body: object | undefined, headers: Record<string, string>): Promise<Response> {
    try {
      const authorization = `Bearer ${await this.account.token()}`;
      const content = body === undefined ? {} : { body: JSON.stringify(body) };
      const type = body === undefined ? {} : { 'content-type': 'application/json' };
      return await fetch(this.config.apiUrl.replace(/\/$/, '') + path, { method, headers: { authorization, ...type, ...headers }, ...content, signal: AbortSignal.timeout(WITHIN_MS) });
    } catch (cause) {
      throw new CountyUnavailable(`${method} ${path.split('/')[1]} did not answer`, { cause });
    }
  }
}
