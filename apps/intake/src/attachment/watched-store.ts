import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import { ProblemException, problem } from '@hotline/http';
import { RefusedFile } from './metered-stream.js';
import { ObjectMissing, type ObjectStore } from './object-store.js';

/**
 * A store whose failures are its own: they end a request as `attachments-unavailable`, with the cause in the log once an outage, where a
 * refused connection would pass for the database's. What the sender of a file did wrong stays as it is.
 */
export class WatchedStore implements ObjectStore {
  readonly #log = new Logger('Attachments');
  #away = false;

  constructor(private readonly store: ObjectStore) {}

  put(key: string, content: Readable): Promise<void> {
    return this.#watched(this.store.put(key, content));
  }

  get(key: string): Promise<Readable> {
    return this.#watched(this.store.get(key));
  }

  remove(key: string): Promise<void> {
    return this.#watched(this.store.remove(key));
  }

  /** Stores and removes a few bytes, so that the log says at once what is wrong: the address, the bucket, the keys, a folder that takes nothing. */
  async greet(): Promise<void> {
    const key = randomUUID();
    await this.put(key, Readable.from([Buffer.from('hello')])).then(
      () => this.remove(key),
      () => undefined, // it is in the log
    );
  }

  async #watched<T>(done: Promise<T>): Promise<T> {
    try {
      const result = await done;
      this.#isBack();
      return result;
    } catch (error) {
      if (error instanceof ObjectMissing) this.#isBack();
      if (error instanceof ObjectMissing || isSenders(error)) throw error;
      this.#isAway(error);
      throw new ProblemException(problem('attachments-unavailable'), { cause: error });
    }
  }

  #isAway(error: unknown): void {
    if (!this.#away) this.#log.error({ msg: 'the store of attachments (HOTLINE_ATTACHMENTS) does not work; tickets are taken down, files are not', err: error });
    this.#away = true;
  }

  #isBack(): void {
    if (this.#away) this.#log.log('the store of attachments works again');
    this.#away = false;
  }
}

function isSenders(error: unknown): boolean {
  return error instanceof RefusedFile || (error instanceof ProblemException && error.problem.status < 500);
}
