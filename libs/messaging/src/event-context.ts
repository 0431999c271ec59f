import { BaseRpcContext } from '@nestjs/microservices';
import type { CloudEvent } from '@hotline/contracts';
import type { Transaction } from '@hotline/persistence';

/** Set-based work that a batch of messages leaves for its end, e.g. "reconcile the clocks of these tickets". */
export type DeferredWork<Item> = (tx: Transaction, items: readonly Item[]) => Promise<void>;

/** The deferred work of one batch, by the function that does it. */
export class Deferred {
  readonly #items = new Map<DeferredWork<never>, unknown[]>();

  add<Item>(work: DeferredWork<Item>, item: Item): void {
    const items = this.#items.get(work as DeferredWork<never>);
    if (items) items.push(item);
    else this.#items.set(work as DeferredWork<never>, [item]);
  }

  async run(tx: Transaction): Promise<void> {
    for (const [work, items] of this.#items) await work(tx, items as never[]);
  }
}

/** What an `@EventPattern` handler gets beside the event's data: the event, and the transaction that commits the whole batch with its inbox rows. */
export class EventContext extends BaseRpcContext<[CloudEvent, Transaction, Deferred]> {
  get event(): CloudEvent {
    return this.args[0];
  }

  get tx(): Transaction {
    return this.args[1];
  }

  /** Hands an item to work that runs once for the whole batch, in the same transaction; `work` must be the same function each time. */
  defer<Item>(work: DeferredWork<Item>, item: Item): void {
    this.args[2].add(work, item);
  }
}
