import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '@hotline/domain/shared';
import type { SharedKey } from './shared-keys.js';

export const KEY_HEADER = 'x-hotline-key';
export const TIMESTAMP_HEADER = 'x-hotline-timestamp';
export const SIGNATURE_HEADER = 'x-hotline-signature';

/** How far the moment of signing may lie from now, to either side: 5 minutes. */
export const REPLAY_WINDOW_MS = 5 * 60_000;

export type SignatureFault = 'signature-missing' | 'signature-key-unknown' | 'signature-outdated' | 'signature-wrong';

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The headers that prove a body: key id, seconds since 1970, and HMAC-SHA256 (hex) over `<timestamp>.<body>`. */
export function signedHeaders(key: SharedKey, body: string | Uint8Array, at: Instant): Record<string, string> {
  const timestamp = String(Math.floor(at / 1_000));
  return { [KEY_HEADER]: key.id, [TIMESTAMP_HEADER]: timestamp, [SIGNATURE_HEADER]: digestOf(key, timestamp, body).toString('hex') };
}

/** What is wrong with the proof of a body; undefined when nothing is. Compares in constant time. */
export function signatureFault(keys: ReadonlyMap<string, SharedKey>, headers: Headers, body: Uint8Array, now: Instant): SignatureFault | undefined {
  const [id, timestamp, signature] = [KEY_HEADER, TIMESTAMP_HEADER, SIGNATURE_HEADER].map((name) => headers[name]);
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signature !== 'string') return 'signature-missing';
  const key = keys.get(id);
  if (!key) return 'signature-key-unknown';
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(Number(timestamp) * 1_000 - now) > REPLAY_WINDOW_MS) return 'signature-outdated';
  const given = /^[0-9a-f]{64}$/i.test(signature) ? Buffer.from(signature, 'hex') : Buffer.alloc(32);
  return timingSafeEqual(given, digestOf(key, timestamp, body)) ? undefined : 'signature-wrong';
}

function digestOf({ secret }: SharedKey, timestamp: string, body: string | Uint8Array): Buffer {
  return createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest();
}
