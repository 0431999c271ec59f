import fc from 'fast-check';
import { canonicalJson, expectedVersion, etagOf, fingerprintOf } from './index.js';

type Request = Parameters<typeof fingerprintOf>[0];

const request = (about: Partial<Record<'method' | 'params' | 'body' | 'url', unknown>> = {}) =>
  ({ method: about.method ?? 'POST', params: about.params ?? {}, body: about.body, routeOptions: { url: about.url ?? '/intake/v1/tickets' } }) as unknown as Request;

it('canonical JSON is JSON of the same value, whatever the order of the keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(canonicalJson({ b: 1, a: [{ d: null, c: undefined }, undefined] })).toBe('{"a":[{"d":null},null],"b":1}');
});

it('a fingerprint tells commands apart by method, route, path, body and caller, and nothing else', () => {
  const base = fingerprintOf(request({ body: { a: 1, b: 2 } }), 'li');
  expect(fingerprintOf(request({ body: { b: 2, a: 1 } }), 'li')).toBe(base);
  const others = [
    fingerprintOf(request({ body: { a: 1, b: 3 } }), 'li'),
    fingerprintOf(request({ body: { a: 1, b: 2 } }), 'wang'),
    fingerprintOf(request({ body: { a: 1, b: 2 }, method: 'PUT' }), 'li'),
    fingerprintOf(request({ body: { a: 1, b: 2 }, params: { id: '7' } }), 'li'),
    fingerprintOf(request({ body: { a: 1, b: 2 }, url: '/intake/v1/other' }), 'li'),
    fingerprintOf(request(), 'li'),
  ];
  expect(new Set([base, ...others]).size).toBe(7);
});

it('an entity tag names a version and back', () => {
  expect(expectedVersion(etagOf(12))).toBe(12);
  expect([expectedVersion('*'), expectedVersion(undefined)]).toEqual([undefined, undefined]);
  for (const bad of ['v12', 'W/"v12"', '"12"', '"v-1"', '"v1", "v2"']) expect(() => expectedVersion(bad)).toThrow('if-match-malformed');
});
