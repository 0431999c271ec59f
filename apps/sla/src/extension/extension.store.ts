import { extension as extensions } from '@hotline/domain';
import { isoOf, type Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';

/** What was asked for, wherever it stands. */
export type KnownExtension = Exclude<extensions.Extension, { status: 'none' }>;

export interface StoredExtension {
  readonly id: string;
  readonly ticketId: string;
  readonly state: KnownExtension;
  readonly version: number;
}

/** Which extensions to list; what is absent does not narrow. */
export interface ExtensionFilter {
  readonly status?: string | undefined;
  readonly unit?: string | undefined;
  readonly ticketId?: string | undefined;
}

export interface AskedPosition {
  readonly askedAt: Instant;
  readonly id: string;
}

interface AskedInDispatch {
  readonly asked: number;
  readonly days: number;
  readonly granted: number;
}

interface ExtensionRow {
  readonly id: string;
  readonly ticket_id: string;
  readonly state: KnownExtension;
  readonly version: number;
}

const COLUMNS = 'id, ticket_id, state, version';

export async function insertExtension(tx: Transaction, { id, ticketId, state, version }: StoredExtension): Promise<void> {
  await tx.sql(
    `insert into extension (id, ticket_id, dispatch_no, round, unit, status, prefecture_reviews, asked_at, state, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz, $9::jsonb, $10)`,
    [id, ticketId, state.dispatchNo, state.round, state.unit, state.status, state.prefectureReviews, isoOf(state.askedAt), JSON.stringify(state), version],
  );
}

/** Writes the next version of an extension that the transaction has locked. */
export async function updateExtension(tx: Transaction, { id, state, version }: StoredExtension): Promise<void> {
  await tx.sql(`update extension set status = $2, state = $3::jsonb, version = $4 where id = $1`, [id, state.status, JSON.stringify(state), version]);
}

export async function findExtension(tx: Transaction, id: string): Promise<StoredExtension | undefined> {
  const [row] = await tx.sql<ExtensionRow>(`select ${COLUMNS} from extension where id = $1`, [id]);
  return row && storedOf(row);
}

/** The same, locked until the end of the transaction. */
export async function lockExtension(tx: Transaction, id: string): Promise<StoredExtension | undefined> {
  const [row] = await tx.sql<ExtensionRow>(`select ${COLUMNS} from extension where id = $1 for update`, [id]);
  return row && storedOf(row);
}

/** How many were asked for in a dispatch, whatever became of them, and the days of those that were not refused, and of those that were granted: of each round its own, and of a unit that took over none of the unit before it. */
export async function askedInDispatch(tx: Transaction, ticketId: string, dispatchNo: number): Promise<AskedInDispatch> {
  const [row] = await tx.sql<AskedInDispatch>(
    `select count(*)::integer as asked, coalesce(sum((state->>'workingDays')::integer) filter (where status <> 'refused'), 0)::integer as days,
       coalesce(sum((state->>'workingDays')::integer) filter (where status = 'granted'), 0)::integer as granted from extension where ticket_id = $1 and dispatch_no = $2`,
    [ticketId, dispatchNo],
  );
  return row ?? { asked: 0, days: 0, granted: 0 };
}

/** Extensions in the order in which they were asked for. */
export async function readExtensions(tx: Transaction, filter: ExtensionFilter, after: AskedPosition | undefined, limit: number): Promise<StoredExtension[]> {
  const rows = await tx.sql<ExtensionRow>(
    `select ${COLUMNS} from extension
     where ($1::text is null or status = $1) and ($2::text is null or unit = $2) and ($3::uuid is null or ticket_id = $3)
       and (asked_at, id) > ($4::timestamptz, $5::uuid)
     order by asked_at, id limit $6`,
    [filter.status ?? null, filter.unit ?? null, filter.ticketId ?? null, after ? isoOf(after.askedAt) : '-infinity', after?.id ?? FIRST_ID, limit],
  );
  return rows.map(storedOf);
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

function storedOf(row: ExtensionRow): StoredExtension {
  return { id: row.id, ticketId: row.ticket_id, state: row.state, version: row.version };
}
