import { Inject, Injectable } from '@nestjs/common';
import { PREFECTURE_SETTINGS, type PrefectureConfig } from '../prefecture.config.js';

const WITHIN_MS = 5_000;
const RENEW_BEFORE_MS = 60_000;

interface Token {
  readonly value: string;
  readonly until: number;
}

/** The adapter's own access token, by OIDC client_credentials; asked for again a minute before it ends. */
@Injectable()
export class ServiceAccount {
  #token: Promise<Token> | undefined;

  constructor(@Inject(PREFECTURE_SETTINGS) private readonly config: PrefectureConfig) {}

  /** Throws when the identity provider does not answer, or refuses. */
  async token(): Promise<string> {
    const known = await this.#token?.catch(() => undefined);
    if (known && known.until > performance.now()) return known.value;
    const asked = this.#ask();
    this.#token = asked;
    return (await asked).value;
  }

  /** After a service has refused it. */
  forget(): void {
    this.#token = undefined;
  }

  async #ask(): Promise<Token> {
    const { oidcIssuer, clientId, clientSecret } = this.config;
    const discovery = (await json(await fetch(`${oidcIssuer}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(WITHIN_MS) }))) as { token_endpoint?: string };
    if (!discovery.token_endpoint) throw new Error('the identity provider names no token endpoint');
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret });
    const answer = (await json(await fetch(discovery.token_endpoint, { method: 'POST', body, signal: AbortSignal.timeout(WITHIN_MS) }))) as { access_token?: string; expires_in?: number };
    if (!answer.access_token) throw new Error('the identity provider gave no token');
    return { value: answer.access_token, until: performance.now() + (answer.expires_in ?? 300) * 1_000 - RENEW_BEFORE_MS };
  }
}

async function json(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`the identity provider answered ${response.status}`);
  return response.json();
}
