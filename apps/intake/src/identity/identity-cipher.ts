import { createCipheriv, createDecipheriv, createHash, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import type { PetitionerIdentity } from './petitioner-identity.js';

/** An identity as the vault keeps it: AES-256-GCM under a fresh 96-bit nonce, the tag behind the ciphertext. */
export interface SealedIdentity {
  /** Version of the sealed form; part of what is authenticated. */
  readonly format: number;
  /** Names the key without revealing it. */
  readonly keyId: string;
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
}

const ALGORITHM = 'aes-256-gcm';
const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals and opens identities (Art. 10). The ticket's id is authenticated with them: a row moved to another ticket does not open. */
export class IdentityCipher {
  readonly #key: KeyObject;
  readonly #keyId: string;
  readonly #keys: ReadonlyMap<string, KeyObject>;

  /** Seals with `key` and opens with it and `oldKeys`; each has 32 bytes, else it throws. */
  constructor(key: Uint8Array, oldKeys: readonly Uint8Array[] = []) {
    if ([key, ...oldKeys].some(({ length }) => length !== 32)) throw new RangeError('the identity key must have 32 bytes');
    this.#key = createSecretKey(key);
    this.#keyId = keyIdOf(key);
    this.#keys = new Map([key, ...oldKeys].map((each) => [keyIdOf(each), createSecretKey(each)]));
  }

  /** Names of the keys with which identities can be opened. */
  get keyIds(): readonly string[] {
    return [...this.#keys.keys()];
  }

  seal(ticketId: string, identity: PetitionerIdentity): SealedIdentity {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#key, nonce).setAAD(authenticatedWith(ticketId, FORMAT));
    const ciphertext = Buffer.concat([cipher.update(JSON.stringify(identity), 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return { format: FORMAT, keyId: this.#keyId, nonce, ciphertext };
  }

  /** Throws {@link UnknownIdentityKey}, and an error when the row belongs to another ticket or was changed. */
  open(ticketId: string, { format, keyId, nonce, ciphertext }: SealedIdentity): PetitionerIdentity {
    if (format !== FORMAT) throw new Error(`identity sealed in an unknown form: ${format}`);
    const key = this.#keys.get(keyId);
    if (!key) throw new UnknownIdentityKey(keyId);
    const decipher = createDecipheriv(ALGORITHM, key, nonce).setAAD(authenticatedWith(ticketId, format));
    decipher.setAuthTag(ciphertext.subarray(-TAG_BYTES));
    return JSON.parse(decipher.update(ciphertext.subarray(0, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')) as PetitionerIdentity;
  }
}

/** An identity was sealed with a key that is not configured. */
export class UnknownIdentityKey extends Error {
  constructor(keyId: string) {
    super(`an identity was sealed with key ${keyId}, which is not configured`);
    this.name = 'UnknownIdentityKey';
  }
}

function keyIdOf(key: Uint8Array): string {
  return createHash('sha256').update('hotline identity key id').update(key).digest('hex').slice(0, 16);
}

function authenticatedWith(ticketId: string, format: number): Buffer {
  return Buffer.from(`${ticketId}:petitioner:v${format}`);
}
