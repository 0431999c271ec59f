import type { Transaction } from '@hotline/persistence';
import { FACT_WRITERS } from '../facts/fact-recordings.js';

/** The live facts, and the schema of the second set. */
export interface Schemas {
  readonly live: string;
  readonly rebuilt: string;
}

/** One fact on which the two sets differ; a side that does not have it is null. */
export interface FactDifference {
  /** In the order of the table's key. */
  readonly key: readonly unknown[];
  readonly live: Readonly<Record<string, unknown>> | null;
  readonly rebuilt: Readonly<Record<string, unknown>> | null;
}

export interface TableComparison {
  readonly table: string;
  readonly live: number;
  readonly rebuilt: number;
  readonly differences: readonly FactDifference[];
}

/** Empty tables of the same shape, and beside them what is live now, so that applying never touches a fact that came in meanwhile. */
export async function prepareSecondSet(tx: Transaction, { live, rebuilt }: Schemas): Promise<void> {
  await tx.sql(`drop schema if exists ${rebuilt} cascade`);
  await tx.sql(`create schema ${rebuilt}`);
  for (const { table } of FACT_WRITERS) {
    await tx.sql(`create table ${rebuilt}.${table} (like ${live}.${table} including all)`);
    await tx.sql(`create table ${rebuilt}.before_${table} as table ${live}.${table}`);
  }
}

/** Every row of every fact table on which the two sets differ, in the order of the keys. */
export async function compareSets(tx: Transaction, schemas: Schemas): Promise<TableComparison[]> {
  const compared: TableComparison[] = [];
  for (const { table, key } of FACT_WRITERS) compared.push(await compareTable(tx, schemas, table, key));
  return compared;
}

async function compareTable(tx: Transaction, { live, rebuilt }: Schemas, table: string, key: readonly string[]): Promise<TableComparison> {
  const [counts] = await tx.sql<{ live: number; rebuilt: number }>(`select (select count(*)::int from ${live}.${table}) as live, (select count(*)::int from ${rebuilt}.${table}) as rebuilt`);
  const differences = await tx.sql<FactDifference>(
    `select jsonb_build_array(${key.join(', ')}) as key, to_jsonb(l) as live, to_jsonb(r) as rebuilt
     from (table ${live}.${table} except table ${rebuilt}.${table}) as l full join (table ${rebuilt}.${table} except table ${live}.${table}) as r using (${key.join(', ')})
     order by ${key.join(', ')}`,
  );
  return { table, live: counts?.live ?? 0, rebuilt: counts?.rebuilt ?? 0, differences };
}

/**
 * Makes the live facts what was rebuilt: facts that nothing bears out go, others are put right. A fact that the service
 * recorded since the rebuild began stays, and what came to a newer version since then is never replaced by an older one.
 */
export async function applySecondSet(tx: Transaction, { live, rebuilt }: Schemas): Promise<void> {
  for (const { table, key } of FACT_WRITERS) {
    const same = (a: string, b: string): string => key.map((column) => `${a}.${column} = ${b}.${column}`).join(' and ');
    await tx.sql(
      `delete from ${live}.${table} l using ${rebuilt}.before_${table} b
       where ${same('l', 'b')} and row(l.*) is not distinct from row(b.*) and not exists (select from ${rebuilt}.${table} r where ${same('r', 'l')})`,
    );
    const columns = (await tx.sql<{ name: string }>(`select attname as name from pg_attribute where attrelid = '${live}.${table}'::regclass and attnum > 0 and not attisdropped`)).map(({ name }) => name);
    const untouched = `exists (select from ${rebuilt}.before_${table} b where ${same('b', 'l')} and row(b.*) is not distinct from row(l.*))`;
    const newer = columns.includes('version') ? `where l.version <= excluded.version or ${untouched}` : '';
    await tx.sql(
      `insert into ${live}.${table} as l (${columns.join(', ')}) select ${columns.join(', ')} from ${rebuilt}.${table} order by ${key.join(', ')}
       on conflict (${key.join(', ')}) do update set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')} ${newer}`,
    );
  }
}
