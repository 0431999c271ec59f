import type { FilterQuery } from '@mikro-orm/core';
import type { supervisionOrder } from '@hotline/domain';
import { localDateOf, type Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import { OrderRow } from './order.row.js';

export interface StoredOrder {
  readonly orderId: string;
  readonly state: supervisionOrder.SupervisionOrder;
  /** Of the row as it is after the commit. */
  readonly version: number;
}

export interface OrderFilter {
  readonly status?: string | undefined;
  readonly unit?: string | undefined;
  readonly ticketId?: string | undefined;
}

/** The orders of a dispatch one after the other: `…:1`, then `…:1:2`, `…:1:3`. */
export function orderIdOf(ticketId: string, dispatchNo: number, ordinal: number): string {
  return ordinal === 1 ? `${ticketId}:${dispatchNo}` : `${ticketId}:${dispatchNo}:${ordinal}`;
}

export function findOrder(tx: Transaction, orderId: string): Promise<OrderRow | null> {
  return tx.em.findOne(OrderRow, { orderId });
}

export function findOrdersOf(tx: Transaction, ticketIds: readonly string[]): Promise<OrderRow[]> {
  return tx.em.find(OrderRow, { ticketId: { $in: [...ticketIds] } }, { orderBy: { issuedAt: 'asc', orderId: 'asc' } });
}

/** Writes the state with the next flush; another's change since the row was read makes that flush fail (optimistic lock). */
export function saveOrder(tx: Transaction, orderId: string, row: OrderRow | null, state: supervisionOrder.SupervisionOrder): StoredOrder {
  const { orderNo, ticketId, unit, status } = state;
  if (row) tx.em.assign(row, { status, state });
  else tx.em.persist(tx.em.create(OrderRow, { orderId, orderNo, ticketId, unit, status, state, issuedAt: new Date(state.issuedAt), version: 1 }));
  return { orderId, state, version: (row?.version ?? 0) + 1 };
}

/** The next running number of the year of `at` in Asia/Shanghai; the number of a rolled-back order is given again, so there is no gap. */
export async function nextSequence(tx: Transaction, at: Instant): Promise<number> {
  const [row] = await tx.sql<{ last: number }>(
    `insert into order_sequence (year, last) values ($1, 1) on conflict (year) do update set last = order_sequence.last + 1 returning last`,
    [Number(localDateOf(at).slice(0, 4))],
  );
  return row?.last ?? 1;
}

export function listOrders(tx: Transaction, filter: OrderFilter, after: string | undefined, limit: number): Promise<OrderRow[]> {
  return tx.em.find(OrderRow, orderQuery(filter, after), { orderBy: { orderId: 'asc' }, limit });
}

function orderQuery({ status, unit, ticketId }: OrderFilter, after: string | undefined): FilterQuery<OrderRow> {
  return {
    ...(status !== undefined && { status }),
    ...(unit !== undefined && { unit }),
    ...(ticketId !== undefined && { ticketId }),
    ...(after !== undefined && { orderId: { $gt: after } }),
  };
}
