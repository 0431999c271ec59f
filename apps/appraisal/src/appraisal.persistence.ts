import type { PersistenceOptions } from '@hotline/persistence';
import { BulletinTables20261125000300 } from './migrations/bulletin-tables.migration.js';
import { CorrectedFacts20261125000400 } from './migrations/corrected-facts.migration.js';
import { CorrectedVisits20261125000700 } from './migrations/corrected-visits.migration.js';
import { FactTables20260102000000 } from './migrations/fact-tables.migration.js';
import { Findings20261125000800 } from './migrations/findings.migration.js';
import { FurtherFacts20260401000000 } from './migrations/further-facts.migration.js';
import { PeriodTables20260402000000 } from './migrations/period-tables.migration.js';
import { ReportBasis20261125000500 } from './migrations/report-basis.migration.js';
import { TopicTickets20261125000600 } from './migrations/topic-tickets.migration.js';
import { PeriodRow } from './period/period.row.js';

/** What the service's module and its migration step share. Facts are written and read as sets and are no mapped entities. */
export const APPRAISAL_PERSISTENCE = {
  entities: [PeriodRow],
  migrations: [FactTables20260102000000, FurtherFacts20260401000000, PeriodTables20260402000000, BulletinTables20261125000300, CorrectedFacts20261125000400, ReportBasis20261125000500, TopicTickets20261125000600, CorrectedVisits20261125000700, Findings20261125000800],
} as const satisfies Pick<PersistenceOptions, 'entities' | 'migrations'>;
