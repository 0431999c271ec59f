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

  /** `key`: 32 bytes, else it throws. */
  constructor(key: Uint8Array) {
    if (key.length !== 32) throw new RangeError('the identity key must have 32 bytes');
    this.#key = createSecretKey(key);
    this.#keyId = createHash('sha256').update('hotline identity key id').update(key).digest('hex').slice(0, 16);
  }

  seal(ticketId: string, identity: PetitionerIdentity): SealedIdentity {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#key, nonce).setAAD(authenticatedWith(ticketId, FORMAT));
    const ciphertext = Buffer.concat([cipher.update(JSON.stringify(identity), 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return { format: FORMAT, keyId: this.#keyId, nonce, ciphertext };
  }

  /** Throws when the row belongs to another ticket or key, or was changed. */
  open(ticketId: string, { format, keyId, nonce, ciphertext }: SealedIdentity): PetitionerIdentity {
    if (format !== FORMAT) throw new Error(`identity sealed in an unknown form: ${format}`);
    if (keyId !== this.#keyId) throw new Error(`identity sealed with another key: ${keyId}`);
    const decipher = createDecipheriv(ALGORITHM, this.#key, nonce).setAAD(authenticatedWith(ticketId, format));
    decipher.setAuthTag(ciphertext.subarray(-TAG_BYTES));
    return JSON.parse(decipher.update(ciphertext.subarray(0, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')) as PetitionerIdentity;
  }
}

function authenticatedWith(ticketId: string, format: number): Buffer {
  return Buffer.from(`${ticketId}:petitioner:v${format}`);
}
