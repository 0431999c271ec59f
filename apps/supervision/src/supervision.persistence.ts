import type { PersistenceOptions } from '@hotline/persistence';
import { AnswersAndCorrections20261125000500 } from './migrations/answers-and-corrections.migration.js';
import { NoticeNames20261125000200 } from './migrations/notice-names.migration.js';
import { SupervisionTables20260102000000 } from './migrations/supervision-tables.migration.js';
import { DisposalRow } from './archive/disposal.row.js';
import { Archive20261125000400 } from './migrations/archive.migration.js';
import { CaseRow } from './accountability/case.row.js';
import { FollowUpRow } from './follow-up/follow-up.row.js';
import { FollowUpAndAccountability20260310000000 } from './migrations/follow-up-and-accountability.migration.js';
import { OrderRow } from './order/order.row.js';
import { SecondDissatisfactionRow } from './second-dissatisfaction/second-dissatisfaction.row.js';
import { VisitRow } from './visit/visit.row.js';

/** What the service's module and its migration step share. */
export const SUPERVISION_PERSISTENCE = {
  entities: [VisitRow, OrderRow, SecondDissatisfactionRow, FollowUpRow, CaseRow, DisposalRow],
  migrations: [SupervisionTables20260102000000, FollowUpAndAccountability20260310000000, NoticeNames20261125000200, Archive20261125000400, AnswersAndCorrections20261125000500],
} as const satisfies Pick<PersistenceOptions, 'entities' | 'migrations'>;
