import type { statutoryLimit as limits } from '@hotline/domain';
import { isoOf, type Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';

/** What was set, whether it stands or not. */
export type KnownLimit = Exclude<limits.StatutoryLimit, { status: 'none' }>;

export interface StoredLimit {
  readonly id: string;
  readonly ticketId: string;
  readonly state: KnownLimit;
  readonly version: number;
}

/** Which limits to list; what is absent does not narrow. */
export interface LimitFilter {
  readonly status?: string | undefined;
  readonly ticketId?: string | undefined;
  /** Only those of dispatches to this unit. */
  readonly seenBy?: string | undefined;
}

export interface SetPosition {
  readonly setAt: Instant;
  readonly id: string;
}

interface LimitRow {
  readonly id: string;
  readonly ticket_id: string;
  readonly state: KnownLimit;
  readonly version: number;
}

export async function insertLimit(tx: Transaction, { id, ticketId, state, version }: StoredLimit): Promise<void> {
  await tx.sql(`insert into statutory_limit (id, ticket_id, dispatch_no, status, set_at, state, version) values ($1, $2, $3, $4, $5::timestamptz, $6::jsonb, $7)`, [
    id,
    ticketId,
    state.dispatchNo,
    state.status,
    isoOf(state.setAt),
    JSON.stringify(state),
    version,
  ]);
}

/** Writes the next version of a limit whose ticket the transaction has locked. */
export async function updateLimit(tx: Transaction, { id, state, version }: StoredLimit): Promise<void> {
  await tx.sql(`update statutory_limit set status = $2, state = $3::jsonb, version = $4 where id = $1`, [id, state.status, JSON.stringify(state), version]);
}

export async function findLimit(tx: Transaction, id: string): Promise<StoredLimit | undefined> {
  const [row] = await tx.sql<LimitRow>(`select id, ticket_id, state, version from statutory_limit where id = $1`, [id]);
  return row && storedOf(row);
}

/** True when a limit of law stands on a dispatch. */
export async function anyStanding(tx: Transaction, ticketId: string, dispatchNo: number): Promise<boolean> {
  const rows = await tx.sql(`select from statutory_limit where ticket_id = $1 and dispatch_no = $2 and status = 'set' limit 1`, [ticketId, dispatchNo]);
  return rows.length > 0;
}

/** Limits in the order in which they were set. */
export async function readLimits(tx: Transaction, filter: LimitFilter, after: SetPosition | undefined, limit: number): Promise<StoredLimit[]> {
  const rows = await tx.sql<LimitRow>(
    `select id, ticket_id, state, version from statutory_limit
     where ($1::text is null or status = $1) and ($2::uuid is null or ticket_id = $2)
       and ($3::text is null or exists (select from clock as own where own.ticket_id = statutory_limit.ticket_id and own.dispatch_no = statutory_limit.dispatch_no and own.unit = $3))
       and (set_at, id) > ($4::timestamptz, $5::uuid)
     order by set_at, id limit $6`,
    [filter.status ?? null, filter.ticketId ?? null, filter.seenBy ?? null, after ? isoOf(after.setAt) : '-infinity', after?.id ?? FIRST_ID, limit],
  );
  return rows.map(storedOf);
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

function storedOf(row: LimitRow): StoredLimit {
  return { id: row.id, ticketId: row.ticket_id, state: row.state, version: row.version };
}
