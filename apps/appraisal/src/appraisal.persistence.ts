import type { PersistenceOptions } from '@hotline/persistence';
import { BulletinTables20261125000300 } from './migrations/bulletin-tables.migration.js';
import { FactTables20260102000000 } from './migrations/fact-tables.migration.js';

/** What the service's module and its migration step share. Facts are written and read as sets, so there are no mapped entities. */
export const APPRAISAL_PERSISTENCE = {
  entities: [],
  migrations: [FactTables20260102000000, BulletinTables20261125000300],
} as const satisfies Pick<PersistenceOptions, 'entities' | 'migrations'>;
