import { Inject, Injectable } from '@nestjs/common';
import type { prefecture } from '@hotline/domain';
import type { Instant } from '@hotline/domain/shared';
import { PREFECTURE_SETTINGS, type PrefectureConfig } from '../prefecture.config.js';
import { parseKey } from '../signature/shared-keys.js';
import { signedHeaders } from '../signature/signature.js';

/** What became of a message at the peer. */
export type PeerAnswer =
  | { readonly kind: 'receipt'; readonly receipt: string }
  | { readonly kind: 'refused'; readonly fault: string }
  /** Not now: `afterMs` is what the peer asked for. */
  | { readonly kind: 'unavailable'; readonly fault: string; readonly afterMs?: number };

export interface PeerPage {
  readonly items: readonly prefecture.Standing[];
  readonly next: string | null;
}

/** Faults of the way or of our own account: the message itself may be good. */
const TRY_AGAIN = new Set([401, 403, 408, 425, 429]);
const LONGEST_RECEIPT = 120;

/** The prefecture platform over HTTP: signed, bounded in time, safe to repeat by the message's key. */
@Injectable()
export class PeerPlatform {
  constructor(@Inject(PREFECTURE_SETTINGS) private readonly config: PrefectureConfig) {}

  get configured(): boolean {
    return this.config.peerUrl !== undefined && this.#key !== undefined;
  }

  /** Never throws for what a peer may do. */
  async deliver(key: string, letter: object, now: Instant): Promise<PeerAnswer> {
    const body = JSON.stringify(letter);
    let response: Response;
    try {
      response = await this.#fetch('/county-messages', { method: 'POST', body, headers: { 'content-type': 'application/json', 'idempotency-key': key, ...this.#proof(body, now) } });
    } catch (error) {
      return { kind: 'unavailable', fault: faultOf(error) };
    }
    const said = await response.json().catch(() => undefined) as { receipt?: unknown } | undefined;
    if (response.status >= 400) return refusalOf(response);
    const receipt = said?.receipt;
    if (typeof receipt !== 'string' || receipt === '' || receipt.length > LONGEST_RECEIPT) return { kind: 'unavailable', fault: 'peer-without-receipt' };
    return { kind: 'receipt', receipt };
  }

  /** One page of the peer's own list of what it sent down, by the date of transfer (both ends included); throws when it cannot be had. */
  async transfers(from: string, to: string, cursor: string | null, now: Instant): Promise<PeerPage> {
    const query = new URLSearchParams({ from, to, ...(cursor !== null && { cursor }) }).toString();
    const response = await this.#fetch(`/county-transfers?${query}`, { headers: this.#proof(query, now) });
    if (!response.ok) throw new Error(`the prefecture's list answered ${response.status}`);
    return (await response.json()) as PeerPage;
  }

  get #key() {
    return this.config.peerKey === undefined ? undefined : parseKey(this.config.peerKey);
  }

  #proof(body: string, now: Instant): Record<string, string> {
    return this.#key ? signedHeaders(this.#key, body, now) : {};
  }

  #fetch(path: string, init: RequestInit): Promise<Response> {
    if (this.config.peerUrl === undefined) throw new Error('no peer is configured');
    return fetch(this.config.peerUrl.replace(/\/$/, '') + path, { ...init, redirect: 'error', signal: AbortSignal.timeout(this.config.peerTimeoutSeconds * 1_000) });
  }
}

function refusalOf({ status, headers }: Response): PeerAnswer {
  const fault = `peer-${status}`;
  if (status < 500 && !TRY_AGAIN.has(status)) return { kind: 'refused', fault };
  const seconds = Number(headers.get('retry-after') ?? NaN);
  return { kind: 'unavailable', fault, ...(seconds > 0 && seconds <= 86_400 && { afterMs: seconds * 1_000 }) };
}

function faultOf(error: unknown): string {
  const { name, cause } = error as Error;
  if (name === 'TimeoutError') return 'peer-timeout';
  const code = (cause as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? `peer-${code.toLowerCase()}` : 'peer-unreachable';
}
