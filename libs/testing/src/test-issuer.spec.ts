import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { TestIssuer } from './test-issuer.js';

let issuer: TestIssuer;
beforeAll(async () => void (issuer = await TestIssuer.start()));
afterAll(() => issuer.stop());

async function verify(token: string) {
  const discovery = (await (await fetch(`${issuer.issuer}/.well-known/openid-configuration`)).json()) as { issuer: string; jwks_uri: string };
  const keys = createRemoteJWKSet(new URL(discovery.jwks_uri));
  return (await jwtVerify(token, keys, { issuer: discovery.issuer, audience: 'hotline' })).payload;
}

it('signs tokens that verify through discovery, also after a rotation of keys', async () => {
  const before = await issuer.token({ roles: ['unit'], unit: 'u-01' });
  await issuer.rotate();
  const after = await issuer.token({ roles: ['operator'], sub: 'someone' });
  expect(await verify(before)).toMatchObject({ roles: ['unit'], unit: 'u-01', sub: 'test-unit' });
  expect(await verify(after)).toMatchObject({ roles: ['operator'], sub: 'someone' });
});

it('makes tokens that must be refused: forged, expired, for somebody else', async () => {
  await expect(verify(await issuer.forgedToken({ roles: ['admin'] }))).rejects.toThrow('signature');
  await expect(verify(await issuer.token({ roles: ['admin'], expiresInSeconds: -60 }))).rejects.toThrow('exp');
  await expect(verify(await issuer.token({ roles: ['admin'], audience: 'another' }))).rejects.toThrow('aud');
  await expect(verify(await issuer.token({ roles: ['admin'], issuer: 'http://elsewhere.test' }))).rejects.toThrow('iss');
});
