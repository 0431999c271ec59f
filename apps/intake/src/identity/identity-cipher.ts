import { createCipheriv, createDecipheriv, createHash, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import type { KeptIdentity } from './petitioner-identity.js';

/** An identity as the vault keeps it: AES-256-GCM under a fresh 96-bit nonce, the tag behind the ciphertext. */
export interface SealedIdentity {
  /** Version of the sealed form; part of what is authenticated. */
  readonly format: number;
  /** Names the key without revealing it; of a data key, `data-key`. */
  readonly keyId: string;
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
  /** The ticket's own key; null in the form before there were any, and where it was destroyed. */
  readonly dataKey: WrappedKey | null;
}

/** A ticket's own key, sealed with the identity key. Who destroys it destroys the identity, in every back-up of the vault too. */
export interface WrappedKey {
  readonly keyId: string;
  readonly nonce: Buffer;
  readonly wrapped: Buffer;
}

const ALGORITHM = 'aes-256-gcm';
/** Sealed with the identity key itself; read, and written no more. */
const DIRECT = 1;
/** Sealed with a key of the ticket's own, which the identity key seals. */
const ENVELOPE = 2;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** Seals and opens identities (Art. 10). The ticket's id is authenticated with them: a row moved to another ticket does not open. */
export class IdentityCipher {
  readonly #key: KeyObject;
  readonly #keyId: string;
  readonly #keys: ReadonlyMap<string, KeyObject>;

  /** Seals with `key` and opens with it and `oldKeys`; each has 32 bytes, else it throws. */
  constructor(key: Uint8Array, oldKeys: readonly Uint8Array[] = []) {
    if ([key, ...oldKeys].some(({ length }) => length !== KEY_BYTES)) throw new RangeError('the identity key must have 32 bytes');
    this.#key = createSecretKey(key);
    this.#keyId = keyIdOf(key);
    this.#keys = new Map([key, ...oldKeys].map((each) => [keyIdOf(each), createSecretKey(each)]));
  }

  /** Names of the keys with which identities can be opened. */
  get keyIds(): readonly string[] {
    return [...this.#keys.keys()];
  }

  seal(ticketId: string, identity: KeptIdentity): SealedIdentity {
    const secret = randomBytes(KEY_BYTES);
    const key = sealed(this.#key, secret, `${ticketId}:data-key:v${ENVELOPE}`);
    const words = sealed(createSecretKey(secret), Buffer.from(JSON.stringify(identity)), petitionerOf(ticketId, ENVELOPE));
    secret.fill(0);
    return { format: ENVELOPE, keyId: 'data-key', ...words, dataKey: { keyId: this.#keyId, nonce: key.nonce, wrapped: key.ciphertext } };
  }

  /** Throws {@link UnknownIdentityKey}, {@link DestroyedIdentityKey}, and an error when the row belongs to another ticket or was changed. */
  open(ticketId: string, { format, keyId, nonce, ciphertext, dataKey }: SealedIdentity): KeptIdentity {
    if (format !== DIRECT && format !== ENVELOPE) throw new Error(`identity sealed in an unknown form: ${format}`);
    const key = format === DIRECT ? this.#named(keyId) : this.#unwrapped(ticketId, dataKey);
    return JSON.parse(opened(key, nonce, ciphertext, petitionerOf(ticketId, format)).toString('utf8')) as KeptIdentity;
  }

  #unwrapped(ticketId: string, dataKey: WrappedKey | null): KeyObject {
    if (!dataKey) throw new DestroyedIdentityKey();
    return createSecretKey(opened(this.#named(dataKey.keyId), dataKey.nonce, dataKey.wrapped, `${ticketId}:data-key:v${ENVELOPE}`));
  }

  #named(keyId: string): KeyObject {
    const key = this.#keys.get(keyId);
    if (!key) throw new UnknownIdentityKey(keyId);
    return key;
  }
}

/** An identity was sealed with a key that is not configured. */
export class UnknownIdentityKey extends Error {
  constructor(keyId: string) {
    super(`an identity was sealed with key ${keyId}, which is not configured`);
    this.name = 'UnknownIdentityKey';
  }
}

/** The ticket's own key is gone, and with it the identity. */
export class DestroyedIdentityKey extends Error {
  constructor() {
    super('the key of this identity was destroyed');
    this.name = 'DestroyedIdentityKey';
  }
}

function sealed(key: KeyObject, plain: Buffer, about: string): { readonly nonce: Buffer; readonly ciphertext: Buffer } {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(about));
  return { nonce, ciphertext: Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]) };
}

function opened(key: KeyObject, nonce: Buffer, ciphertext: Buffer, about: string): Buffer {
  const decipher = createDecipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(about));
  decipher.setAuthTag(ciphertext.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(ciphertext.subarray(0, -TAG_BYTES)), decipher.final()]);
}

function keyIdOf(key: Uint8Array): string {
  return createHash('sha256').update('hotline identity key id').update(key).digest('hex').slice(0, 16);
}

function petitionerOf(ticketId: string, format: number): string {
  return `${ticketId}:petitioner:v${format}`;
}
