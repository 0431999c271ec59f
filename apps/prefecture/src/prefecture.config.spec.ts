import { exampleEnvironment, readConfig } from '@hotline/http';
import { PREFECTURE_CONFIG, refuseUnsafePeer } from './prefecture.config.js';
import { signatureFault, signedHeaders } from './signature/signature.js';

const KEY = 'k1:a-secret-of-some-length';
const check = (about: Record<string, string>): void => refuseUnsafePeer(readConfig(PREFECTURE_CONFIG, { ...exampleEnvironment(PREFECTURE_CONFIG), ...about }));

describe('the settings of the adapter', () => {
  it('start without a peer, and with one that is safe', () => {
    check({});
    check({ PREFECTURE_PEER_URL: 'https://peer.example', PREFECTURE_PEER_KEY: KEY, PREFECTURE_INBOUND_KEYS: `${KEY},k2:another-secret-of-it` });
  });

  it.each([
    [{ PREFECTURE_INBOUND_KEYS: 'k1' }, 'PREFECTURE_INBOUND_KEYS'],
    [{ PREFECTURE_INBOUND_KEYS: `${KEY},${KEY}` }, 'PREFECTURE_INBOUND_KEYS'],
    [{ PREFECTURE_PEER_KEY: 'k1:short' }, 'PREFECTURE_PEER_KEY'],
    [{ PREFECTURE_PEER_URL: 'https://peer.example' }, 'PREFECTURE_PEER_KEY'],
    [{ PREFECTURE_PEER_URL: 'http://peer.example', PREFECTURE_PEER_KEY: KEY }, 'https'],
  ])('[Art. 10] refuse to start with %j, naming no secret', (about, named) => {
    expect(() => check(about)).toThrow(named);
    expect(() => check(about)).not.toThrow(/some-length|short/);
  });
});

describe('a signature', () => {
  it('[Art. 10] proves key, body and moment; every change of a character breaks it', () => {
    const key = { id: 'k1', secret: 'a-secret-of-some-length' };
    const keys = new Map([['k1', key]]);
    const headers = signedHeaders(key, '{"a":1}', 1_000_000);
    const fault = (changed: Record<string, string | undefined>, body = '{"a":1}', now = 1_000_000) => signatureFault(keys, { ...headers, ...changed }, Buffer.from(body), now);
    expect(fault({})).toBeUndefined();
    expect(fault({}, '{"a":2}')).toBe('signature-wrong');
    expect(fault({ 'x-hotline-signature': headers['x-hotline-signature']?.replace(/^./, (first) => (first === '0' ? '1' : '0')) })).toBe('signature-wrong');
    expect(fault({ 'x-hotline-timestamp': '1001' })).toBe('signature-wrong');
    expect(fault({ 'x-hotline-key': 'k2' })).toBe('signature-key-unknown');
    expect(fault({ 'x-hotline-key': undefined })).toBe('signature-missing');
    expect([fault({}, '{"a":1}', 1_300_000), fault({}, '{"a":1}', 1_300_001), fault({}, '{"a":1}', 699_999)]).toEqual([undefined, 'signature-outdated', 'signature-outdated']);
    expect(fault({ 'x-hotline-timestamp': '1e3' })).toBe('signature-outdated');
  });
});
