import type { PersistenceOptions } from '@hotline/persistence';
import { DeskTransfers20261126100000 } from './migrations/desk-transfers.migration.js';
import { PrefectureTables20260103000000 } from './migrations/prefecture-tables.migration.js';
import { ReconciliationAttempt20260125000000 } from './migrations/reconciliation-attempt.migration.js';
import { SettledAtDesk20261126300000 } from './migrations/settled-at-desk.migration.js';

/** What the service's module and its migration step share; the ledgers are written as sets, by SQL. */
export const PREFECTURE_PERSISTENCE = {
  entities: [],
  migrations: [PrefectureTables20260103000000, ReconciliationAttempt20260125000000, DeskTransfers20261126100000, SettledAtDesk20261126300000],
} as const satisfies Pick<PersistenceOptions, 'entities' | 'migrations'>;
