import type { PersistenceOptions } from '@hotline/persistence';
import { SupervisionTables20260102000000 } from './migrations/supervision-tables.migration.js';
import { OrderRow } from './order/order.row.js';
import { VisitRow } from './visit/visit.row.js';

/** What the service's module and its migration step share. */
export const SUPERVISION_PERSISTENCE = {
  entities: [VisitRow, OrderRow],
  migrations: [SupervisionTables20260102000000],
} as const satisfies Pick<PersistenceOptions, 'entities' | 'migrations'>;
