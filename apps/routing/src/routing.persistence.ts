import type { PersistenceOptions } from '@hotline/persistence';
import { AuthorisationRow } from './authorisation/authorisation.row.js';
import { CaseRow, StepRow } from './handling/case.row.js';
import { CalendarNumber20261125000200 } from './migrations/calendar-number.migration.js';
import { Directory20260301000000 } from './migrations/directory.migration.js';
import { HandlingRecords20260301000000 } from './migrations/handling-records.migration.js';
import { PrefectureNumber20261126100000 } from './migrations/prefecture-number.migration.js';
import { RoutingTables20260103000000 } from './migrations/routing-tables.migration.js';
import { Supplements20261126200000 } from './migrations/supplements.migration.js';
import { TicketNumber20261125000100 } from './migrations/ticket-number.migration.js';
import { UnitRecordRow, UnitRow } from './unit/unit.row.js';

/** What the service's module and its migration step share. */
export const ROUTING_PERSISTENCE = {
  entities: [UnitRow, UnitRecordRow, CaseRow, StepRow, AuthorisationRow],
  migrations: [RoutingTables20260103000000, Directory20260301000000, HandlingRecords20260301000000, TicketNumber20261125000100, CalendarNumber20261125000200, PrefectureNumber20261126100000, Supplements20261126200000],
} as const satisfies Pick<PersistenceOptions, 'entities' | 'migrations'>;
