import { instantOf, localDateOf } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';

/** A fact that changes, with the version of its owner. */
export interface Versioned<T> {
  readonly reading: T;
  readonly version: number;
}

/** The local date in Asia/Shanghai of an instant on the wire. */
export const dayOf = (iso: string): string => localDateOf(instantOf(iso));

/** One column of a fact table: its name, its PostgreSQL type on the way in, how to read it from an item, and what to cast it to if that is another type. */
type Column<Item> = readonly [name: string, type: string, read: (item: Item) => unknown, cast?: string];

interface FactTable<Item> {
  readonly table: string;
  readonly key: readonly string[];
  readonly columns: readonly Column<Item>[];
  /** With a version the newest wins; without, the first stays (the fact never changes). */
  readonly versioned: boolean;
}

/** Writes facts of one table, in any order and any number of times. */
export interface FactWriter<Item> {
  (tx: Transaction, items: readonly Item[]): Promise<void>;
  readonly table: string;
  /** Columns of its primary key. */
  readonly key: readonly string[];
}

/**
 * Writes many facts of one table by one statement, in any order and any number of times:
 * unversioned facts are kept as first heard, versioned ones only ever move forward.
 */
export function recordFacts<Item>(fact: FactTable<Item>): FactWriter<Item> {
  const names = fact.columns.map(([name]) => name);
  const arrays = fact.columns.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ');
  const values = fact.columns.map(([name, , , cast]) => (cast ? `given.${name}::${cast}` : `given.${name}`)).join(', ');
  const conflict = fact.versioned
    ? `do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')} where ${fact.table}.version < excluded.version`
    : 'do nothing';
  const statement = `insert into ${fact.table} (${names.join(', ')}) select ${values} from unnest(${arrays}) as given (${names.join(', ')}) on conflict (${fact.key.join(', ')}) ${conflict}`;
  const write = async (tx: Transaction, items: readonly Item[]): Promise<void> => {
    const rows = newestPerKey(fact, items);
    await tx.sql(statement, fact.columns.map(([, , read]) => rows.map((row) => read(row))));
  };
  return Object.assign(write, { table: fact.table, key: fact.key });
}

/** One row a key, in key order: PostgreSQL refuses to update a row twice in one statement, and one order for all avoids deadlocks. */
function newestPerKey<Item>(fact: FactTable<Item>, items: readonly Item[]): Item[] {
  const keyColumns = fact.columns.filter(([name]) => fact.key.includes(name));
  const version = fact.columns.find(([name]) => name === 'version');
  const newest = new Map<string, Item>();
  for (const item of items) {
    const key = keyColumns.map(([, , read]) => String(read(item))).join('|');
    const earlier = newest.get(key);
    if (earlier === undefined || (version && Number(version[2](earlier)) < Number(version[2](item)))) newest.set(key, item);
  }
  return [...newest.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}
