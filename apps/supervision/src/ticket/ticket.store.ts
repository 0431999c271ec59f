import type { Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';

/** Tickets that nobody else decides about until the commit, with their versions in this service. */
export class LockedTickets {
  readonly #versions: Map<string, number>;
  readonly #moved = new Set<string>();

  private constructor(
    private readonly tx: Transaction,
    rows: readonly { ticketId: string; version: number }[],
  ) {
    this.#versions = new Map(rows.map((row) => [row.ticketId, row.version]));
  }

  /** Locks the tickets in id order, so that two replicas cannot block each other; unknown ones are created. */
  static async of(tx: Transaction, ticketIds: readonly string[]): Promise<LockedTickets> {
    const ids = [...new Set(ticketIds)].sort();
    await tx.sql(`insert into supervised_ticket (ticket_id) select id from unnest($1::uuid[]) as t (id) order by id on conflict do nothing`, [ids]);
    const rows = await tx.sql<{ ticketId: string; version: number }>(
      `select ticket_id as "ticketId", version from supervised_ticket where ticket_id = any($1::uuid[]) order by ticket_id for update`,
      [ids],
    );
    return new LockedTickets(tx, rows);
  }

  /** The next version of a ticket, for the event that is about to be emitted. */
  next(ticketId: string): number {
    const version = (this.#versions.get(ticketId) ?? 0) + 1;
    this.#versions.set(ticketId, version);
    this.#moved.add(ticketId);
    return version;
  }

  /** Writes the versions that were given out, by one statement. */
  async save(): Promise<void> {
    const ids = [...this.#moved];
    if (ids.length === 0) return;
    await this.tx.sql(
      `update supervised_ticket t set version = moved.version from unnest($1::uuid[], $2::int[]) as moved (ticket_id, version) where t.ticket_id = moved.ticket_id`,
      [ids, ids.map((id) => this.#versions.get(id))],
    );
  }
}

export interface KnownDispatch {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly round: number;
  readonly unit: string;
  /** Null while it is not closed, or not known to be. */
  readonly closedAt: Instant | null;
}

/** Remembers dispatches and their closings, in any order and any number of times; answers them as they are now known. */
export async function rememberDispatches(tx: Transaction, heard: readonly KnownDispatch[]): Promise<KnownDispatch[]> {
  const rows = [...merged(heard).values()];
  return tx.sql<KnownDispatch>(
    `insert into known_dispatch (ticket_id, dispatch_no, round, unit, closed_at)
     select ticket_id, dispatch_no, round, unit, to_timestamp(closed_at / 1000.0)
     from unnest($1::uuid[], $2::int[], $3::int[], $4::text[], $5::float8[]) as heard (ticket_id, dispatch_no, round, unit, closed_at)
     order by ticket_id, dispatch_no
     on conflict (ticket_id, dispatch_no) do update set closed_at = coalesce(known_dispatch.closed_at, excluded.closed_at)
     returning ${COLUMNS}`,
    [rows.map((row) => row.ticketId), rows.map((row) => row.dispatchNo), rows.map((row) => row.round), rows.map((row) => row.unit), rows.map((row) => row.closedAt)],
  );
}

/** One row a dispatch: PostgreSQL refuses to update a row twice in one statement. */
function merged(heard: readonly KnownDispatch[]): Map<string, KnownDispatch> {
  const rows = new Map<string, KnownDispatch>();
  for (const each of heard) {
    const key = `${each.ticketId}:${each.dispatchNo}`;
    rows.set(key, { ...each, closedAt: rows.get(key)?.closedAt ?? each.closedAt });
  }
  return rows;
}

/** The newest dispatch of a ticket that supervision has heard of. */
export async function newestDispatch(tx: Transaction, ticketId: string): Promise<KnownDispatch | undefined> {
  const [row] = await tx.sql<KnownDispatch>(`select ${COLUMNS} from known_dispatch where ticket_id = $1 order by dispatch_no desc limit 1`, [ticketId]);
  return row;
}

const COLUMNS = `ticket_id as "ticketId", dispatch_no as "dispatchNo", round, unit, (extract(epoch from closed_at) * 1000)::float8 as "closedAt"`;
