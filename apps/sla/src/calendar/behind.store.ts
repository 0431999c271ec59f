import { isoOf, type Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import { CLOCK_COLUMNS, storedClockOf, type ClockRow, type StoredClock } from '../clock/clock.row.js';
import type { Publication } from './calendar-year.store.js';

/** A place in the order of deadlines. */
export interface DuePosition {
  readonly dueAt: Instant;
  readonly id: string;
}

const BEHIND = `clock.verdict = 'running' and clock.calendar_revision < $1 and clock.due_on >= $2::date`;

/** Running clocks that a publication concerns and has not reached, in order of deadline, locked; those locked by others are left out. */
export async function takeBehind(tx: Transaction, publication: Publication, after: DuePosition | undefined, limit: number): Promise<StoredClock[]> {
  if (publication.changesFrom === null) return [];
  const rows = await tx.sql<ClockRow>(
    `select ${CLOCK_COLUMNS} from clock where ${BEHIND} and (clock.due_at, clock.id) > ($3::timestamptz, $4::uuid)
     order by clock.due_at, clock.id limit ${limit} for update skip locked`,
    [publication.revision, publication.changesFrom, ...positionOf(after)],
  );
  return rows.map(storedClockOf);
}

/** True when such clocks are left, locked or not. */
export async function anyBehind(tx: Transaction, publication: Publication): Promise<boolean> {
  if (publication.changesFrom === null) return false;
  const [row] = await tx.sql<{ left: boolean }>(`select exists (select from clock where ${BEHIND}) as left`, [publication.revision, publication.changesFrom]);
  return row?.left ?? false;
}

/** Running clocks whose count reaches `from`, in order of deadline; nothing is locked. */
export async function readConcerned(tx: Transaction, from: string, after: DuePosition | undefined, limit: number): Promise<StoredClock[]> {
  const rows = await tx.sql<ClockRow>(
    `select ${CLOCK_COLUMNS} from clock where clock.verdict = 'running' and clock.due_on >= $1::date and (clock.due_at, clock.id) > ($2::timestamptz, $3::uuid)
     order by clock.due_at, clock.id limit ${limit}`,
    [from, ...positionOf(after)],
  );
  return rows.map(storedClockOf);
}

/** Notes of clocks that stay as they are that they were looked at. */
export async function noteRevision(tx: Transaction, ids: readonly string[], revision: number): Promise<void> {
  if (ids.length > 0) await tx.sql(`update clock set calendar_revision = $2 where id = any($1::uuid[])`, [ids, revision]);
}

function positionOf(after: DuePosition | undefined): [string, string] {
  return [after ? isoOf(after.dueAt) : '-infinity', after?.id ?? '00000000-0000-0000-0000-000000000000'];
}
