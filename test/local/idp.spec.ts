import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { freePort } from '@hotline/testing';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { DEMO_CLIENT_SECRET, ROLES, SERVICE_ACCOUNT, accountId, actsForUnit, clientIdOf, demoAccount } from '../../deploy/local/demo-accounts.ts';
import { developmentIdp } from '../../deploy/local/idp.ts';
import { requestToken } from '../../deploy/local/token.ts';

const consoleOrigin = 'http://localhost:8080';
let issuer: string;
let server: Server;

beforeAll(async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined); // that its interactions are for development only
  const port = await freePort();
  issuer = `http://localhost:${port}`;
  const signingKey = { ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }), kid: 'k1', alg: 'ES256', use: 'sig' };
  server = developmentIdp({ issuer, consoleOrigins: [consoleOrigin], signingKey, cookieKey: 'for a test' }).listen(port, '127.0.0.1');
});
afterAll(() => void server.close().closeAllConnections());

async function claimsOf(token: string) {
  const { jwks_uri } = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as { jwks_uri: string };
  return (await jwtVerify(token, createRemoteJWKSet(new URL(jwks_uri)), { issuer, audience: 'hotline', algorithms: ['ES256'] })).payload;
}

/** A browser as far as a login needs one: it keeps cookies and follows redirects by hand. */
class Browser {
  readonly #cookies = new Map<string, string>();

  async go(url: string, form?: Record<string, string>): Promise<string> {
    const headers = { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
    const response = await fetch(url, { redirect: 'manual', headers, ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}) });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.#cookies.set(name, value);
    }
    await response.body?.cancel();
    return new URL(response.headers.get('location') ?? url, url).href;
  }
}

describe('the development identity provider', () => {
  it.each(ROLES)('gives the demo account of %s a token with its role, and its unit where it acts for one', async (role) => {
    const account = demoAccount(accountId(role, actsForUnit(role) ? '532328-03' : undefined));
    if (!account) throw new Error('no such account');
    const claims = await claimsOf(await requestToken(issuer, account));
    expect(claims).toMatchObject({ sub: account.id, roles: [role], name: account.name });
    expect(claims['unit']).toBe(actsForUnit(role) ? '532328-03' : undefined);
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(8 * 3_600);
  });

  it('[Art. 18] gives the deputy of a leader the leader’s role under an account of its own', async () => {
    const account = demoAccount('deputy-532328-03');
    if (!account) throw new Error('no such account');
    expect(await claimsOf(await requestToken(issuer, account))).toMatchObject({ sub: 'deputy-532328-03', roles: ['leader'], unit: '532328-03' });
    expect(demoAccount('deputy')).toBeUndefined();
  });

  it('gives the adapter to the prefecture a token of its own, and to nobody without its secret', async () => {
    const ask = (secret: string) => fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_id: SERVICE_ACCOUNT.id, client_secret: secret }) });
    const { access_token } = (await (await ask(DEMO_CLIENT_SECRET)).json()) as { access_token: string };
    expect(await claimsOf(access_token)).toMatchObject({ sub: 'prefecture-adapter', roles: ['prefecture'], demo: true });
    expect((await ask('another')).status).toBe(401);
  });

  it.each(['boss', 'unit', 'operator-x', 'unit-', 'unit-../..'])('knows no account %s', async (id) => {
    expect(demoAccount(id)).toBeUndefined();
    await expect(requestToken(issuer, { id, role: 'unit', name: '' })).rejects.toThrow('拒绝发放令牌');
  });

  it('wants the secret of its clients', async () => {
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientIdOf({ id: 'admin' }), client_secret: 'guessed' });
    expect((await fetch(`${issuer}/token`, { method: 'POST', body })).status).toBe(401);
  });

  it('logs a person in for the console with a code and a proof of possession', async () => {
    const verifier = randomBytes(32).toString('base64url');
    const redirect_uri = `${consoleOrigin}/login/callback`;
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const ask = new URLSearchParams({ client_id: 'console', response_type: 'code', scope: 'openid profile', redirect_uri, state: 's', code_challenge: challenge, code_challenge_method: 'S256' });
    const browser = new Browser();
    const interaction = await browser.go(`${issuer}/auth?${ask}`);
    const resume = await browser.go(interaction, { prompt: 'login', login: 'unit-532328-03', password: 'any' });
    const callback = new URL(await browser.go(resume));
    expect(`${callback.origin}${callback.pathname}`).toBe(redirect_uri);
    const body = new URLSearchParams({ grant_type: 'authorization_code', client_id: 'console', code: callback.searchParams.get('code') ?? '', redirect_uri, code_verifier: verifier });
    const { access_token } = (await (await fetch(`${issuer}/token`, { method: 'POST', body })).json()) as { access_token: string };
    expect(await claimsOf(access_token)).toMatchObject({ sub: 'unit-532328-03', roles: ['unit'], unit: '532328-03', client_id: 'console' });
  });

  it('refuses to run outside local mode', () => {
    const main = join(import.meta.dirname, '../../deploy/local/idp.main.ts');
    const run = spawnSync(process.execPath, ['--no-warnings', main], { encoding: 'utf8', env: { HOTLINE_MODE: 'production' } });
    expect([run.status, run.stderr]).toEqual([1, expect.stringContaining('HOTLINE_MODE=local')]);
  });
});
