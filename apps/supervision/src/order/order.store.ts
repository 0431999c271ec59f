import { supervisionOrder } from '@hotline/domain';
import { localDateOf, type Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';

export interface StoredOrder {
  readonly orderId: string;
  readonly state: supervisionOrder.SupervisionOrder;
  readonly version: number;
}

export interface OrderFilter {
  readonly status?: string | undefined;
  readonly unit?: string | undefined;
  readonly ticketId?: string | undefined;
}

/** One order a dispatch. */
export function orderIdOf(ticketId: string, dispatchNo: number): string {
  return `${ticketId}:${dispatchNo}`;
}

export async function loadOrder(tx: Transaction, orderId: string): Promise<{ state: supervisionOrder.OrderState; version: number }> {
  const [row] = await tx.sql<StoredOrder>(`select state, version from supervision_order where order_id = $1 for update`, [orderId]);
  return row ?? { state: supervisionOrder.initial, version: 0 };
}

export async function saveOrder(tx: Transaction, state: supervisionOrder.SupervisionOrder, version: number): Promise<void> {
  await tx.sql(
    `insert into supervision_order (order_id, order_no, ticket_id, unit, status, issued_at, state, version)
     values ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0), $7::jsonb, $8)
     on conflict (order_id) do update set status = excluded.status, state = excluded.state, version = excluded.version`,
    [orderIdOf(state.ticketId, state.dispatchNo), state.orderNo, state.ticketId, state.unit, state.status, state.issuedAt, JSON.stringify(state), version],
  );
}

/** The next running number of the year of `at` in Asia/Shanghai; numbers of rolled-back orders are used again, so there is no gap. */
export async function nextSequence(tx: Transaction, at: Instant): Promise<number> {
  const [row] = await tx.sql<{ last: number }>(
    `insert into order_sequence (year, last) values ($1, 1) on conflict (year) do update set last = order_sequence.last + 1 returning last`,
    [Number(localDateOf(at).slice(0, 4))],
  );
  return row?.last ?? 1;
}

export async function listOrders(tx: Transaction, filter: OrderFilter, after: string | undefined, limit: number): Promise<StoredOrder[]> {
  return tx.sql<StoredOrder>(
    `select order_id as "orderId", state, version from supervision_order
     where ($1::text is null or status = $1) and ($2::text is null or unit = $2) and ($3::uuid is null or ticket_id = $3) and ($4::text is null or order_id > $4)
     order by order_id limit $5`,
    [filter.status ?? null, filter.unit ?? null, filter.ticketId ?? null, after ?? null, limit],
  );
}
