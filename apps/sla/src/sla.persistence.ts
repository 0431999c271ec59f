import type { PersistenceOptions } from '@hotline/persistence';
import { ClockTables20260103000000 } from './migrations/clock-tables.migration.js';

/** What the service's module and its migration step share. Rows are read and written as sets, so there are no mapped entities. */
export const SLA_PERSISTENCE = {
  entities: [],
  migrations: [ClockTables20260103000000],
} as const satisfies Pick<PersistenceOptions, 'entities' | 'migrations'>;
