import { createHmac, hkdfSync } from 'node:crypto';
import { ticket } from '@hotline/domain';
import type { PetitionerIdentity } from './petitioner-identity.js';

const BYTES = 16;

/**
 * By what a petitioner is known again without being known: an HMAC over the ways in which they can be reached, under a key of its own
 * that is derived from the identity key. Nobody can try numbers out against it without that key (Art. 10, 24).
 */
export class BlindIndex {
  readonly #keys: readonly Buffer[];

  /** New indexes are made with `key`; those made with `oldKeys` are still found. */
  constructor(key: Uint8Array, oldKeys: readonly Uint8Array[] = []) {
    this.#keys = [key, ...oldKeys].map((each) => Buffer.from(hkdfSync('sha256', each, '', 'hotline petitioner index', 32)));
  }

  /** The indexes to store with a ticket. */
  of(identity: PetitionerIdentity | null): readonly Buffer[] {
    return this.#with(this.#keys.slice(0, 1), identity);
  }

  /** Every index under which the same petitioner may have been stored, the keys before this one included. */
  candidates(identity: PetitionerIdentity | null): readonly Buffer[] {
    return this.#with(this.#keys, identity);
  }

  #with(keys: readonly Buffer[], identity: PetitionerIdentity | null): readonly Buffer[] {
    return keys.flatMap((key) => reachesOf(identity).map((reach) => createHmac('sha256', key).update(reach).digest().subarray(0, BYTES)));
  }
}

/** The ways to reach a petitioner in a form in which the same is written the same, each once: `tel:13800000000`, `mail:a@b.cn`, `wechat:o6_…`. */
export function reachesOf(identity: PetitionerIdentity | null): readonly string[] {
  if (!identity) return [];
  const own = identity.contact === null ? [] : [contactReach(identity.contact)];
  const channel = ticket.IDENTITY_PARTICULARS.flatMap((name) => {
    const value = identity.particulars?.[name];
    return value === undefined ? [] : [REACHES[name](value)];
  });
  return [...new Set([...own, ...channel])];
}

const REACHES: Readonly<Record<ticket.IdentityParticular, (value: string) => string>> = {
  callerNumber: contactReach,
  senderNumber: contactReach,
  senderAddress: contactReach,
  openId: (value) => `wechat:${value.trim()}`,
  accountId: (value) => `app:${value.trim()}`,
  deviceId: (value) => `device:${value.trim()}`,
};

/** A telephone number, whatever its spaces and country code; an address in small letters; else the text itself. */
function contactReach(text: string): string {
  const plain = text.normalize('NFKC').trim();
  if (/^\S+@\S+$/.test(plain)) return `mail:${plain.toLowerCase()}`;
  const digits = plain.replace(/[\s().-]/g, '').replace(/^(?:\+|00)86/, '');
  return /^\+?\d{5,15}$/.test(digits) ? `tel:${digits.replace(/^0(?=1\d{10}$)/, '')}` : `text:${plain.toLowerCase()}`;
}
