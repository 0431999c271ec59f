import { openOrm, UnitOfWork, type PersistenceOptions } from '@hotline/persistence';
import { recordEvents } from '../facts/fact-recordings.js';
import type { EventBatch } from './event-source.js';
import { applySecondSet, compareSets, prepareSecondSet, type Schemas, type TableComparison } from './rebuild.store.js';

export interface Rebuild {
  readonly persistence: Pick<PersistenceOptions, 'name' | 'url' | 'schema'>;
  readonly county: string;
  /** Makes the live facts what was rebuilt. */
  readonly apply: boolean;
  /** The events to build from, in any order, repeated or not. */
  readonly events: (uow: UnitOfWork) => AsyncIterable<EventBatch>;
  /** Whether they are all there ever were; else nothing is applied. */
  readonly isWhole: (uow: UnitOfWork) => Promise<boolean>;
}

/** The source of events forgot its beginning: to go by it would take away what only that bore out. */
export class BeginningForgotten extends Error {}

export interface RebuildReport {
  readonly events: number;
  readonly unreadable: number;
  /** Before anything was applied. */
  readonly tables: readonly TableComparison[];
  readonly equal: boolean;
  readonly applied: boolean;
}

/** Builds all facts of the appraisal anew beside the live ones and compares them row by row (Art. 22: any score can be recomputed from the events). Throws {@link BeginningForgotten} before it would apply a part. */
export async function rebuildFacts({ persistence, county, apply, events, isWhole }: Rebuild): Promise<RebuildReport> {
  const schemas: Schemas = { live: persistence.schema, rebuilt: `${persistence.schema}_rebuilt` };
  const orm = await openOrm({ ...persistence, schema: schemas.rebuilt, poolMax: 4, entities: [], migrations: [] });
  const uow = new UnitOfWork(orm, county);
  try {
    if (apply && !(await isWhole(uow))) throw new BeginningForgotten('the source of events is not whole');
    await uow.run((tx) => prepareSecondSet(tx, schemas));
    const told = { events: 0, unreadable: 0 };
    for await (const batch of events(uow)) {
      await uow.run((tx) => recordEvents(tx, batch.events)); // unqualified names lead into the second set, by the connection's search path
      told.events += batch.events.length;
      told.unreadable += batch.unreadable;
    }
    const tables = await uow.read((tx) => compareSets(tx, schemas));
    const equal = tables.every(({ differences }) => differences.length === 0);
    if (apply && !equal) await uow.run((tx) => applySecondSet(tx, schemas));
    await uow.run((tx) => tx.sql(`drop schema ${schemas.rebuilt} cascade`));
    return { ...told, tables, equal, applied: apply && !equal };
  } finally {
    await orm.close(true);
  }
}
