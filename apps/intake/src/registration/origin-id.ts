import { hash } from 'node:crypto';
import type { Instant } from '@hotline/domain/shared';

/**
 * The id of a ticket that comes from another system: a UUID of version 7 that is the same for the same origin and moment of
 * receipt, so that what is brought in again from the same source, into an empty platform too, has the ids it had before.
 */
export function originId(source: string, externalId: string, receivedAt: Instant): string {
  const time = receivedAt.toString(16).padStart(12, '0');
  const digest = hash('sha256', JSON.stringify([source, externalId]), 'hex');
  const variant = (8 + (Number.parseInt(digest.charAt(3), 16) % 4)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
}
