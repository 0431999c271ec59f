import type { PersistenceOptions } from '@hotline/persistence';
import { CalendarDraft20261125110000 } from './migrations/calendar-draft.migration.js';
import { ClockTables20260103000000 } from './migrations/clock-tables.migration.js';
import { StatutoryLimit20261125100000 } from './migrations/statutory-limit.migration.js';
import { TicketNumber20261126100000 } from './migrations/ticket-number.migration.js';

/** What the service's module and its migration step share. Rows are read and written as sets, so there are no mapped entities. */
export const SLA_PERSISTENCE = {
  entities: [],
  migrations: [ClockTables20260103000000, StatutoryLimit20261125100000, CalendarDraft20261125110000, TicketNumber20261126100000],
} as const satisfies Pick<PersistenceOptions, 'entities' | 'migrations'>;
