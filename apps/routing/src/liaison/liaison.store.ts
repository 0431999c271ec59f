import type { Transaction } from '@hotline/persistence';
import type { LiaisonChangeView } from './liaison.dto.js';

const COLUMNS = `id, unit, name, changed_on::text as "changedOn", reported_on::text as "reportedOn", working_days as "workingDays", late,
  reported_by as "reportedBy", to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"`;

export async function addLiaisonChange(tx: Transaction, change: LiaisonChangeView): Promise<void> {
  await tx.sql(`insert into liaison_change (id, unit, name, changed_on, reported_on, working_days, late, reported_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, [
    ...[change.id, change.unit, change.name, change.changedOn, change.reportedOn, change.workingDays, change.late, change.reportedBy, change.recordedAt],
  ]);
}

/** Local date of the newest change that a unit reported; locks the unit, so that of two reports one comes after the other. */
export async function lastChangedOn(tx: Transaction, unit: string): Promise<string | null> {
  await tx.sql(`select from unit where code = $1 for update`, [unit]);
  const [row] = await tx.sql<{ last: string | null }>(`select max(changed_on)::text as last from liaison_change where unit = $1`, [unit]);
  return row?.last ?? null;
}

/** Newest report first; one more than `limit` if there are more. */
export function readLiaisonChanges(
  tx: Transaction,
  { unit, late }: { readonly unit?: string | undefined; readonly late?: boolean | undefined },
  after: readonly [string, string] | undefined,
  limit: number,
): Promise<LiaisonChangeView[]> {
  return tx.sql<LiaisonChangeView>(
    `select ${COLUMNS} from liaison_change
     where ($1::text is null or unit = $1) and ($2::boolean is null or late = $2) and ($3::timestamptz is null or (recorded_at, id) < ($3::timestamptz, $4::uuid))
     order by recorded_at desc, id desc limit $5`,
    [unit ?? null, late ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
}
