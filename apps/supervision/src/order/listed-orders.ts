import { Injectable } from '@nestjs/common';
import type { Outcome } from '@hotline/domain/shared';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { clocksOf, type KnownClock } from '../clock/clock.store.js';
import type { OrderRow } from './order.row.js';
import { findOrder, listOrders, type OrderFilter, type StoredOrder } from './order.store.js';

export interface ListedOrder {
  readonly order: StoredOrder;
  /** Undefined until the clock of the order is known. */
  readonly clock: KnownClock | undefined;
}

/** Orders beside the clocks that the SLA service runs for them. */
@Injectable()
export class ListedOrders {
  constructor(private readonly uow: UnitOfWork) {}

  page(filter: OrderFilter, after: string | undefined, limit: number): Promise<readonly ListedOrder[]> {
    return this.uow.read(async (tx) => {
      return withClocks(tx, await listOrders(tx, filter, after, limit));
    });
  }

  /** One order; of another unit's, a unit hears that there is none. */
  one(orderId: string, unit: string | undefined): Promise<Outcome<ListedOrder>> {
    return this.uow.read(async (tx) => {
      const order = await findOrder(tx, orderId);
      const [listed] = order && (unit === undefined || order.unit === unit) ? await withClocks(tx, [order]) : [];
      return listed ? { ok: true, value: listed } : { ok: false, refusal: { slug: 'no-such-order' } };
    });
  }
}

async function withClocks(tx: Transaction, orders: readonly OrderRow[]): Promise<ListedOrder[]> {
  const clocks = (await clocksOf(tx, orders.map(({ ticketId }) => ticketId))).filter(({ kind }) => kind === 'supervision');
  return orders.map((order) => ({ order, clock: clocks.find((clock) => runsFor(order, clock)) }));
}

/** Orders of a dispatch follow each other, so that the moment of issue tells them apart. */
function runsFor({ ticketId, state }: OrderRow, clock: KnownClock): boolean {
  return clock.ticketId === ticketId && clock.dispatchNo === state.dispatchNo && clock.unit === state.unit && clock.startedAt === state.issuedAt;
}
