import type { Readable } from 'node:stream';

/** Injection token of the service's {@link ObjectStore}. */
export const OBJECT_STORE = Symbol('intake.object-store');

/** Where the bytes of attachments lie, by keys that tell nothing. Nothing here knows tickets, names or people. */
export interface ObjectStore {
  /** Stores a stream without holding all of it in memory; a stream that fails leaves nothing readable behind, and its error is thrown. */
  put(key: string, content: Readable): Promise<void>;
  /** Reads it from its beginning; throws {@link ObjectMissing}. */
  get(key: string): Promise<Readable>;
  /** Afterwards it is not there, whether it was or not. */
  remove(key: string): Promise<void>;
}

export class ObjectMissing extends Error {
  constructor(options?: ErrorOptions) {
    super('the object is not in the store', options);
    this.name = 'ObjectMissing';
  }
}
