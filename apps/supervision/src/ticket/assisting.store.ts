import type { Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';

/** One assisting unit of a joint dispatch, as far as it is known. */
export interface HeardOfAssisting {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly unit: string;
  /** Named by a dispatch, not only by its opinion. */
  readonly named: boolean;
  readonly opinionAt: Instant | null;
}

/** Remembers assisting units and their opinions, in any order and any number of times. */
export async function rememberAssisting(tx: Transaction, heard: readonly HeardOfAssisting[]): Promise<void> {
  if (heard.length === 0) return;
  const rows = new Map<string, HeardOfAssisting>();
  for (const each of heard) {
    const key = `${each.ticketId}:${each.dispatchNo}:${each.unit}`;
    const known = rows.get(key);
    rows.set(key, { ...each, named: each.named || (known?.named ?? false), opinionAt: known?.opinionAt ?? each.opinionAt });
  }
  const each = [...rows.values()];
  await tx.sql(
    `insert into known_assisting (ticket_id, dispatch_no, unit, named, opinion_at)
     select ticket_id, dispatch_no, unit, named, to_timestamp(opinion_at / 1000.0)
     from unnest($1::uuid[], $2::int[], $3::text[], $4::boolean[], $5::float8[]) as heard (ticket_id, dispatch_no, unit, named, opinion_at)
     order by ticket_id, dispatch_no, unit
     on conflict (ticket_id, dispatch_no, unit) do update set named = known_assisting.named or excluded.named, opinion_at = coalesce(known_assisting.opinion_at, excluded.opinion_at)`,
    [each.map((row) => row.ticketId), each.map((row) => row.dispatchNo), each.map((row) => row.unit), each.map((row) => row.named), each.map((row) => row.opinionAt)],
  );
}

export interface KnownAssisting {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly opinionAt: Instant | null;
  readonly releasedAt: Instant | null;
}

export function assistingOf(tx: Transaction, ticketIds: readonly string[]): Promise<KnownAssisting[]> {
  return tx.sql<KnownAssisting>(
    `select a.ticket_id as "ticketId", a.dispatch_no as "dispatchNo", a.unit, (extract(epoch from a.opinion_at) * 1000)::float8 as "opinionAt", (extract(epoch from r.at) * 1000)::float8 as "releasedAt"
     from known_assisting a left join known_release r using (ticket_id, dispatch_no, unit) where a.ticket_id = any($1::uuid[]) order by ticket_id, dispatch_no, unit`,
    [[...new Set(ticketIds)]],
  );
}
