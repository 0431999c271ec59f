import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/persistence';
import { clocksOf, type KnownClock } from '../clock/clock.store.js';
import { listOrders, type OrderFilter, type StoredOrder } from './order.store.js';

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
      const orders = await listOrders(tx, filter, after, limit);
      const clocks = (await clocksOf(tx, orders.map(({ ticketId }) => ticketId))).filter(({ kind }) => kind === 'supervision');
      return orders.map((order) => ({ order, clock: clocks.find((clock) => runsFor(order, clock)) }));
    });
  }
}

/** Orders of a dispatch follow each other, so that the moment of issue tells them apart. */
function runsFor({ ticketId, state }: StoredOrder & { readonly ticketId: string }, clock: KnownClock): boolean {
  return clock.ticketId === ticketId && clock.dispatchNo === state.dispatchNo && clock.unit === state.unit && clock.startedAt === state.issuedAt;
}
