import { outageOf } from './outage.js';

/** A second's worth; who comes later is better served by an honest refusal than by waiting for a database that does not keep up. */
const MOST_WAITING = 1_000;

/** Too much waits to be written; PostgreSQL's class for a lack of resources, so that it is told as such. */
export class Overloaded extends Error {
  readonly code = '53000';

  constructor() {
    super('too many requests wait for the database');
    this.name = 'Overloaded';
  }
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers single requests into batches: at most `lanes` batches are in flight, later arrivals join the next one.
 * Under light load a request goes alone and at once; under load one fsync serves many. Batches are small enough that there is
 * a next one to prepare while PostgreSQL writes the first.
 */
export class GroupCommit<Item, Result> {
  readonly #waiting: Waiting<Item, Result>[] = [];
  #inFlight = 0;

  constructor(
    private readonly flush: (items: readonly Item[]) => Promise<readonly Result[]>,
    private readonly limits: { readonly lanes: number; readonly batch: number } = { lanes: 2, batch: 32 },
  ) {}

  /** Rejects at once with {@link Overloaded} when too many wait already. */
  submit(item: Item): Promise<Result> {
    if (this.#waiting.length >= MOST_WAITING) return Promise.reject(new Overloaded());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      // at the end of the loop's turn, so that what was read in it travels together
      if (this.#inFlight < this.limits.lanes) setImmediate(() => this.#launch());
    });
  }

  #launch(): void {
    if (this.#inFlight >= this.limits.lanes || this.#waiting.length === 0) return;
    const batch = this.#waiting.splice(0, this.limits.batch);
    this.#inFlight++;
    void this.#settle(batch).finally(() => {
      this.#inFlight--;
      this.#launch();
    });
  }

  /** A batch that fails is tried again one by one, so that one bad item spoils only itself; in an outage all fail at once. */
  async #settle(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.flush(batch.map((each) => each.item));
      batch.forEach((each, index) => each.resolve(results[index] as Result));
    } catch (error) {
      if (batch.length === 1 || outageOf(error) !== undefined) return batch.forEach((each) => each.reject(error));
      for (const each of batch) await this.#settle([each]);
    }
  }
}
