import { hash } from 'node:crypto';
import { bulletin } from '@hotline/domain';
import { canonicalJson } from '@hotline/http';
import type { Transaction } from '@hotline/persistence';
import type { BulletinFigures } from './figures.js';

export interface StoredBulletin {
  readonly state: bulletin.Bulletin;
  readonly version: number;
}

export function hashOf(figures: BulletinFigures): string {
  return hash('sha256', canonicalJson(figures), 'hex');
}

/** Locks the month against other drafts and issues until the commit. */
export async function lockBulletin(tx: Transaction, month: bulletin.Month): Promise<StoredBulletin> {
  await tx.sql(`insert into bulletin (month, state, version) values ($1, $2::jsonb, 0) on conflict do nothing`, [month, JSON.stringify(bulletin.noBulletin(month))]);
  const [row] = await tx.sql<StoredBulletin>(`select state, version from bulletin where month = $1 for update`, [month]);
  if (!row) throw new Error(`the bulletin of ${month} that was just written is not there`);
  return row;
}

export async function saveBulletin(tx: Transaction, { state, version }: StoredBulletin): Promise<void> {
  await tx.sql(`update bulletin set state = $2::jsonb, version = $3 where month = $1`, [state.month, JSON.stringify(state), version]);
}

/** Figures of a draft are replaced by those of the next draft of the same version; those of an issue are never written again, since its version is never drafted again. */
export async function saveFigures(tx: Transaction, version: number, figures: BulletinFigures): Promise<void> {
  await tx.sql(`insert into bulletin_figures (month, version, figures) values ($1, $2, $3::jsonb) on conflict (month, version) do update set figures = excluded.figures`, [
    figures.month,
    version,
    JSON.stringify(figures),
  ]);
}

export async function findBulletin(tx: Transaction, month: bulletin.Month): Promise<bulletin.Bulletin | undefined> {
  const [row] = await tx.sql<{ state: bulletin.Bulletin }>(`select state from bulletin where month = $1 and version > 0`, [month]);
  return row?.state;
}

export async function findFigures(tx: Transaction, month: bulletin.Month, version: number): Promise<BulletinFigures | undefined> {
  const [row] = await tx.sql<{ figures: BulletinFigures }>(`select figures from bulletin_figures where month = $1 and version = $2`, [month, version]);
  return row?.figures;
}

/** Newest month first. */
export async function listBulletins(tx: Transaction, filter: { readonly issuedOnly: boolean; readonly before: string | undefined; readonly limit: number }): Promise<bulletin.Bulletin[]> {
  const rows = await tx.sql<{ state: bulletin.Bulletin }>(
    `select state from bulletin where version > 0 and (not $1 or jsonb_array_length(state -> 'issued') > 0) and ($2::text is null or month < $2) order by month desc limit $3`,
    [filter.issuedOnly, filter.before ?? null, filter.limit],
  );
  return rows.map(({ state }) => state);
}

/** The next number of the year (第N期); the number of a rolled-back issue is given again, so there is no gap. */
export async function nextNumber(tx: Transaction, year: number): Promise<number> {
  const [row] = await tx.sql<{ last: number }>(`insert into bulletin_sequence (year, last) values ($1, 1) on conflict (year) do update set last = bulletin_sequence.last + 1 returning last`, [year]);
  return row?.last ?? 1;
}
