import { createRemoteJWKSet, customFetch, type FlattenedJWSInput, type JWSHeaderParameters, type RemoteJWKSet } from 'jose';
import { IdentityProviderUnavailable } from './refused-call.js';

const TIMEOUT_MS = 5_000;
const REFRESH_MS = 10 * 60_000;
const UNKNOWN_KEY_COOLDOWN_MS = 30_000;
const FAILURE_PAUSE_MS = 1_000;

/**
 * The identity provider's public keys, fetched on first need and looked for again when a token names an unknown key
 * (at most every 30 s). Once fetched they go on serving while the provider is down; they are refreshed every ten
 * minutes so that a withdrawn key disappears. After a failed fetch further ones wait a second.
 */
export class SigningKeys {
  private keySet: RemoteJWKSet | undefined;
  private opening: Promise<RemoteJWKSet> | undefined;
  private refreshedAt = 0;
  private pausedUntil = 0;

  constructor(
    private readonly issuer: string,
    private readonly jwksUrl?: string,
  ) {}

  readonly find = async (header?: JWSHeaderParameters, token?: FlattenedJWSInput) => {
    const keys = this.keySet ?? (await this.open());
    this.refreshInBackground(keys);
    return keys(header, token);
  };

  private open(): Promise<RemoteJWKSet> {
    this.opening ??= this.discover().finally(() => (this.opening = undefined));
    return this.opening;
  }

  private async discover(): Promise<RemoteJWKSet> {
    const url = this.jwksUrl ?? (await this.discoverJwksUrl());
    this.keySet = createRemoteJWKSet(new URL(url), {
      timeoutDuration: TIMEOUT_MS,
      cooldownDuration: UNKNOWN_KEY_COOLDOWN_MS,
      cacheMaxAge: Infinity,
      [customFetch]: (jwksUrl, options) => this.fetchPatiently(jwksUrl, options),
    });
    this.refreshedAt = Date.now();
    return this.keySet;
  }

  private async discoverJwksUrl(): Promise<string> {
    const response = await this.fetchPatiently(`${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const document = (await response.json().catch(() => ({}))) as { issuer?: unknown; jwks_uri?: unknown };
    if (document.issuer !== this.issuer || typeof document.jwks_uri !== 'string') {
      throw new IdentityProviderUnavailable(new Error('the discovery document names another issuer or no jwks_uri'));
    }
    return document.jwks_uri;
  }

  private async fetchPatiently(url: string, options: RequestInit): Promise<Response> {
    if (Date.now() < this.pausedUntil) throw new IdentityProviderUnavailable();
    try {
      const response = await fetch(url, options);
      if (response.status !== 200) throw new Error(`answered ${response.status}`);
      return response;
    } catch (cause) {
      this.pausedUntil = Date.now() + FAILURE_PAUSE_MS;
      throw new IdentityProviderUnavailable(cause);
    }
  }

  private refreshInBackground(keys: RemoteJWKSet): void {
    if (Date.now() - this.refreshedAt < REFRESH_MS) return;
    this.refreshedAt = Date.now();
    keys.reload().catch(() => undefined); // the keys at hand go on serving; the next refresh tries again
  }
}
