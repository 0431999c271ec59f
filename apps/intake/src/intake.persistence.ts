import type { PersistenceOptions } from '@hotline/persistence';
import type { IntakeConfig } from './intake.config.js';
import { TicketTables20260102000000 } from './migrations/ticket-tables.migration.js';
import { TicketRow } from './ticket/ticket.row.js';

/** What the service's module and its migration step share. */
export const INTAKE_PERSISTENCE = {
  name: 'intake',
  entities: [TicketRow],
  migrations: [TicketTables20260102000000],
} as const satisfies Pick<PersistenceOptions, 'name' | 'entities' | 'migrations'>;

export function persistenceOf(config: Pick<IntakeConfig, 'databaseUrl' | 'databaseSchema' | 'databasePoolMax'>): PersistenceOptions {
  return { ...INTAKE_PERSISTENCE, url: config.databaseUrl, schema: config.databaseSchema, poolMax: config.databasePoolMax };
}
