import type { Transaction } from '@hotline/persistence';

export interface RecordedUnit {
  readonly code: string;
  readonly name: string;
  readonly active: boolean;
  /** Matters the unit is responsible for, in words a person would use. */
  readonly responsibilities: readonly string[];
  readonly version: number;
}

/** Keeps the newest version of each unit, whatever the order of arrival. */
export async function recordUnits(tx: Transaction, heard: readonly RecordedUnit[]): Promise<void> {
  const newest = new Map<string, RecordedUnit>();
  for (const unit of heard) if (unit.version > (newest.get(unit.code)?.version ?? -1)) newest.set(unit.code, unit);
  const units = [...newest.values()];
  await tx.sql(
    `insert into unit (code, name, active, responsibilities, version)
     select code, name, active, array(select jsonb_array_elements_text(responsibilities::jsonb)), version
     from unnest($1::text[], $2::text[], $3::boolean[], $4::text[], $5::integer[]) as heard (code, name, active, responsibilities, version) order by code
     on conflict (code) do update set name = excluded.name, active = excluded.active, responsibilities = excluded.responsibilities, version = excluded.version
     where unit.version < excluded.version`,
    [units.map(({ code }) => code), units.map(({ name }) => name), units.map(({ active }) => active), units.map(({ responsibilities }) => JSON.stringify(responsibilities)), units.map(({ version }) => version)],
  );
}

/** The directory by unit code. */
export async function unitDirectory(tx: Transaction): Promise<Record<string, { name: string; active: boolean }>> {
  const rows = await tx.sql<{ code: string; name: string; active: boolean }>(`select code, name, active from unit`);
  return Object.fromEntries(rows.map(({ code, name, active }) => [code, { name, active }]));
}

/** The units that a ticket can be sent to, with what they are responsible for. */
export function activeUnits(tx: Transaction): Promise<Pick<RecordedUnit, 'code' | 'name' | 'responsibilities' | 'version'>[]> {
  return tx.sql(`select code, name, responsibilities, version from unit where active order by code`);
}
