import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TestIssuer } from '@hotline/testing';
import { jest } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { IdentityProviderUnavailable, NotAllowed, NotAuthenticated, TokenVerifier } from './index.js';
import { VerifiedTokens } from './verified-tokens.js';

let issuer: TestIssuer;

beforeEach(async () => {
  issuer = await TestIssuer.start();
});
afterEach(() => issuer.stop());

const verifier = () => new TokenVerifier({ issuer: issuer.issuer, audience: issuer.audience });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'verified',
    (error: unknown) => (error instanceof NotAuthenticated || error instanceof NotAllowed || error instanceof IdentityProviderUnavailable ? error.problem.code : error),
  );

describe('a token', () => {
  it('proves who is calling', async () => {
    const token = await issuer.token({ roles: ['unit', 'leader', 'stranger'], unit: 'YM-01', sub: 'zhang', name: '张某' });
    expect(await verifier().verify(token)).toEqual({ subject: 'zhang', roles: ['unit', 'leader'], unit: 'YM-01', name: '张某' });
  });

  it.each([
    [' 张\n某 ', '张 某'],
    [' ', undefined],
    ['长'.repeat(61), undefined],
    ['长'.repeat(60), '长'.repeat(60)],
  ])('says a name that fits on one line of a paper, or none: %j', async (name, kept) => {
    expect((await verifier().verify(await issuer.token({ roles: ['supervisor'], name }))).name).toBe(kept);
  });

  it('proves nothing when it is forged, foreign, meant for others, expired or no token at all', async () => {
    const tokens = verifier();
    expect(await codeOf(tokens.verify(await issuer.forgedToken({ roles: ['admin'] })))).toBe('token-invalid');
    expect(await codeOf(tokens.verify(await issuer.token({ roles: ['admin'], issuer: 'https://elsewhere.example' })))).toBe('token-invalid');
    expect(await codeOf(tokens.verify(await issuer.token({ roles: ['admin'], audience: 'shop' })))).toBe('token-invalid');
    expect(await codeOf(tokens.verify(await issuer.token({ roles: ['admin'], expiresInSeconds: -31 })))).toBe('token-expired');
    expect(await codeOf(tokens.verify('a.b.c'))).toBe('token-invalid');
  });

  it('of a demo account lets nobody in but where the platform runs locally', async () => {
    const token = await issuer.token({ roles: ['admin'], demo: true });
    expect(await codeOf(verifier().verify(token))).toBe('token-of-a-demo-account');
    const local = new TokenVerifier({ issuer: issuer.issuer, audience: issuer.audience, demoAccounts: true });
    expect(await codeOf(local.verify(token))).toBe('verified');
  });

  it('without signature or signed with a shared secret is refused', async () => {
    const claims = Buffer.from(JSON.stringify({ iss: issuer.issuer, aud: issuer.audience, sub: 'x', roles: ['admin'], exp: 9_999_999_999 })).toString('base64url');
    expect(await codeOf(verifier().verify(`${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`))).toBe('token-invalid');
    const secret = await new SignJWT({ roles: ['admin'] }).setProtectedHeader({ alg: 'HS256' }).setIssuer(issuer.issuer).setAudience(issuer.audience).setSubject('x').setExpirationTime('1h').sign(new Uint8Array(32));
    expect(await codeOf(verifier().verify(secret))).toBe('token-invalid');
  });

  it('must name a role of ours, and a unit where the role is of a unit', async () => {
    expect(await codeOf(verifier().verify(await issuer.token({ roles: ['stranger'] })))).toBe('roles-missing');
    expect(await codeOf(verifier().verify(await issuer.token({ roles: ['operator', 'leader'] })))).toBe('unit-claim-missing');
    expect(await codeOf(verifier().verify(await issuer.token({ roles: ['unit'], unit: '../etc' })))).toBe('unit-claim-missing');
  });

  it('is remembered until it expires', async () => {
    const tokens = verifier();
    const token = await issuer.token({ roles: ['operator'] });
    expect(tokens.remembered(token)).toBeUndefined();
    const principal = await tokens.verify(token);
    expect(tokens.remembered(token)).toBe(principal);
    const old = await issuer.token({ roles: ['operator'], expiresInSeconds: -29 });
    await tokens.verify(old);
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 2_000);
    expect(tokens.remembered(old)).toBeUndefined();
    expect(tokens.remembered(token)).toBe(principal);
    later.mockRestore();
  });
});

it('remembers at most ten thousand tokens and forgets the one not seen for longest', () => {
  const tokens = new VerifiedTokens();
  const principal = { subject: 'a', roles: ['operator'] as const };
  for (let i = 0; i < 10_000; i++) tokens.keep(`token-${i}`, principal, 2_000);
  expect(tokens.find('token-0', 1_000)).toBe(principal);
  tokens.keep('one-more', principal, 2_000);
  expect(tokens.size).toBe(10_000);
  expect([tokens.find('token-0', 1_000), tokens.find('token-1', 1_000)]).toEqual([principal, undefined]);
});

describe('the keys', () => {
  it.each(['RS256', 'EdDSA'])('may sign with %s', async (alg) => {
    const { privateKey, publicKey } = await generateKeyPair(alg);
    const key = { ...(await exportJWK(publicKey)), kid: 'k', alg };
    const provider = createServer((_, response) => response.end(JSON.stringify({ keys: [key] }))).listen(0, '127.0.0.1');
    await new Promise((resolve) => provider.once('listening', resolve));
    const jwksUrl = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/`;
    const token = await new SignJWT({ roles: ['auditor'] }).setProtectedHeader({ alg, kid: 'k' }).setIssuer('https://id.example').setAudience('hotline').setSubject('a').setExpirationTime('1h').sign(privateKey);
    expect(await new TokenVerifier({ issuer: 'https://id.example', audience: 'hotline', jwksUrl }).verify(token)).toEqual({ subject: 'a', roles: ['auditor'] });
    provider.closeAllConnections();
    provider.close();
  });

  it('are fetched on first need: a provider that is down is a 503, and is asked again a second later', async () => {
    const real = await fetch(`${issuer.issuer}/jwks`).then((response) => response.text());
    let up = false;
    let asked = 0;
    const provider = createServer((_, response) => {
      asked++;
      response.writeHead(up ? 200 : 503).end(up ? real : 'down');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => provider.once('listening', resolve));
    const jwksUrl = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/`;
    const tokens = new TokenVerifier({ issuer: issuer.issuer, audience: issuer.audience, jwksUrl });
    const token = await issuer.token({ roles: ['operator'] });
    expect(await codeOf(tokens.verify(token))).toBe('identity-provider-unavailable');
    up = true;
    expect(await codeOf(tokens.verify(token))).toBe('identity-provider-unavailable');
    expect(asked).toBe(1);
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 1_001);
    expect(await codeOf(tokens.verify(token))).toBe('verified');
    later.mockRestore();
    provider.closeAllConnections();
    provider.close();
  });

  it('go on serving while the provider is down', async () => {
    const tokens = verifier();
    await tokens.verify(await issuer.token({ roles: ['operator'] }));
    const another = await issuer.token({ roles: ['auditor'] });
    await issuer.stop();
    expect(await codeOf(tokens.verify(another))).toBe('verified');
    issuer = await TestIssuer.start();
  });

  it('are looked for again when a token names an unknown one, after the cool-down', async () => {
    const tokens = verifier();
    await tokens.verify(await issuer.token({ roles: ['operator'] }));
    await issuer.rotate();
    const fresh = await issuer.token({ roles: ['operator'] });
    expect(await codeOf(tokens.verify(fresh))).toBe('token-invalid');
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 31_000);
    expect(await codeOf(tokens.verify(fresh))).toBe('verified');
    later.mockRestore();
  });
});
