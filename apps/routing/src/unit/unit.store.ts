import { Injectable } from '@nestjs/common';
import type { FilterQuery } from '@mikro-orm/postgresql';
import type { handling } from '@hotline/domain';
import { decodeCursor } from '@hotline/http';
import type { Transaction } from '@hotline/persistence';
import type { UnitQuery } from './unit.dto.js';
import { UnitRecordRow, UnitRow } from './unit.row.js';

/** Rows of the unit directory. */
@Injectable()
export class UnitStore {
  find(tx: Transaction, code: string): Promise<UnitRow | null> {
    return tx.em.findOne(UnitRow, { code });
  }

  /** Every recorded state, newest first. */
  history(tx: Transaction, code: string): Promise<UnitRecordRow[]> {
    return tx.em.find(UnitRecordRow, { code }, { orderBy: { version: 'desc' } });
  }

  /** Every unit with the one it was merged into, if any. */
  async successors(tx: Transaction): Promise<ReadonlyMap<string, string | null>> {
    const rows = await tx.sql<{ code: string; into: string | null }>(`select code, merged_into as into from unit`);
    return new Map(rows.map(({ code, into }) => [code, into]));
  }

  /** All of them, in the order of their codes. */
  all(tx: Transaction): Promise<UnitRow[]> {
    return tx.em.find(UnitRow, {}, { orderBy: { code: 'asc' } });
  }

  /** In the order of codes; one row more than the page, which tells that there is a next one. */
  async list(tx: Transaction, query: UnitQuery): Promise<UnitRow[]> {
    const after = decodeCursor(query.cursor, 'text');
    const where: FilterQuery<UnitRow>[] = [];
    if (after) where.push({ code: { $gt: after[0] } });
    if (query.kind) where.push({ kind: query.kind });
    if (query.active) where.push({ active: query.active === 'true' });
    if (query.name) where.push({ code: { $in: await this.#everNamed(tx, query.name) } });
    return tx.em.find(UnitRow, { $and: where }, { orderBy: { code: 'asc' }, limit: query.limit + 1 });
  }

  /** What dispatching needs to know of these units; unknown codes are absent. */
  async views(tx: Transaction, codes: readonly string[]): Promise<Readonly<Record<string, handling.UnitView>>> {
    if (codes.length === 0) return {};
    const rows = await tx.sql<{ code: string; active: boolean; has_liaison: boolean }>(
      `select code, active, liaison_name is not null as has_liaison from unit where code = any($1)`,
      [[...new Set(codes)]],
    );
    return Object.fromEntries(rows.map((row) => [row.code, { active: row.active, hasLiaison: row.has_liaison }]));
  }

  /** The name that each unit bore at a moment (ISO text); of units recorded only later, the first name known. */
  async namesAt(tx: Transaction, asked: readonly { readonly unit: string; readonly at: string }[]): Promise<Map<string, string>> {
    const rows = await tx.sql<{ code: string; at: string; name: string }>(
      `select asked.code, asked.at, named.name
       from unnest($1::text[], $2::text[]) as asked (code, at)
       cross join lateral (
         select name from unit_record where unit_record.code = asked.code
         order by recorded_at <= asked.at::timestamptz desc, case when recorded_at <= asked.at::timestamptz then -version else version end
         limit 1) as named`,
      [asked.map(({ unit }) => unit), asked.map(({ at }) => at)],
    );
    return new Map(rows.map((row) => [nameKey(row.code, row.at), row.name]));
  }

  async #everNamed(tx: Transaction, part: string): Promise<string[]> {
    const rows = await tx.sql<{ code: string }>(`select distinct code from unit_record where position($1 in name) > 0`, [part]);
    return rows.map((row) => row.code);
  }
}

export function nameKey(unit: string, at: string): string {
  return `${unit} ${at}`;
}
