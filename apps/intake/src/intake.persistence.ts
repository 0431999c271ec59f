import type { PersistenceOptions } from '@hotline/persistence';
import { Amendments20260201000000 } from './migrations/amendments.migration.js';
import { Desk20260120000000 } from './migrations/desk.migration.js';
import { HistoryFingerprint20260104000000 } from './migrations/history-fingerprint.migration.js';
import { HotTopics20260124000000 } from './migrations/hot-topics.migration.js';
import { KnowledgeBase20260121000000 } from './migrations/knowledge-base.migration.js';
import { Lessons20260122000000 } from './migrations/lessons.migration.js';
import { RemovalUnderWay20260202000000 } from './migrations/removal-under-way.migration.js';
import { ReworkAwaitsDispatch20260103000000 } from './migrations/rework-awaits-dispatch.migration.js';
import { TicketLinks20260123000000 } from './migrations/ticket-links.migration.js';
import { TicketTables20260102000000 } from './migrations/ticket-tables.migration.js';
import { TicketRow } from './ticket/ticket.row.js';

/** What the service's module and its migration step share. */
export const INTAKE_PERSISTENCE = {
  entities: [TicketRow],
  migrations: [
    TicketTables20260102000000,
    ReworkAwaitsDispatch20260103000000,
    HistoryFingerprint20260104000000,
    Desk20260120000000,
    KnowledgeBase20260121000000,
    Lessons20260122000000,
    TicketLinks20260123000000,
    HotTopics20260124000000,
    Amendments20260201000000,
    RemovalUnderWay20260202000000,
  ],
} as const satisfies Pick<PersistenceOptions, 'entities' | 'migrations'>;
