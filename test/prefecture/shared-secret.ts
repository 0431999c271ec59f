import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The other side of the signature, written from its description and not from the county's code. */
export interface SharedSecret {
  readonly id: string;
  readonly secret: string;
}

export function signed({ id, secret }: SharedSecret, body: string, at = Date.now()): Record<string, string> {
  const timestamp = String(Math.floor(at / 1_000));
  return { 'x-hotline-key': id, 'x-hotline-timestamp': timestamp, 'x-hotline-signature': createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex') };
}

export function isSigned({ id, secret }: SharedSecret, headers: IncomingHttpHeaders, body: string): boolean {
  const timestamp = String(headers['x-hotline-timestamp']);
  const expected = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest();
  const given = Buffer.from(String(headers['x-hotline-signature']), 'hex');
  return headers['x-hotline-key'] === id && given.length === expected.length && timingSafeEqual(given, expected);
}
