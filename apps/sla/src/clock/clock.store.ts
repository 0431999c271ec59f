import { hash } from 'node:crypto';
import type { Transaction } from '@hotline/persistence';
import { CLOCK_COLUMNS, isoOrNull, recordOf, storedClockOf, type ClockRow, type StoredClock } from './clock.row.js';

/** Id of a clock: a UUID (version 8, SHA-256) out of ticket and key, so that whoever derives the clock first gives it the same name. */
export function clockIdOf(ticketId: string, key: string): string {
  const hex = hash('sha256', `hotline-clock:${ticketId}:${key}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** All clocks of some tickets, locked until the end of the transaction in the order of their ids. */
export async function lockClocksOf(tx: Transaction, ticketIds: readonly string[]): Promise<StoredClock[]> {
  const rows = await tx.sql<ClockRow>(`select ${CLOCK_COLUMNS} from clock where ticket_id = any($1::uuid[]) order by id for update`, [ticketIds]);
  return rows.map(storedClockOf);
}

/** Writes new and changed clocks whole, in one statement. */
export async function saveClocks(tx: Transaction, clocks: readonly StoredClock[]): Promise<void> {
  if (clocks.length === 0) return;
  await tx.sql(SAVE, [JSON.stringify(clocks.map(recordOf))]);
}

/** Writes only what the passing of time changes; a third of the work of {@link saveClocks}. */
export async function saveTicked(tx: Transaction, clocks: readonly StoredClock[]): Promise<void> {
  if (clocks.length === 0) return;
  await tx.sql(
    `update clock set wake_at = ticked.wake_at, overdue_at = ticked.overdue_at, warned = string_to_array(ticked.warned, ','), version = ticked.version
     from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::text[], $5::integer[]) as ticked (id, wake_at, overdue_at, warned, version)
     where clock.id = ticked.id`,
    [
      clocks.map((each) => each.id),
      clocks.map((each) => isoOrNull(each.clock.wakeAt)),
      clocks.map((each) => isoOrNull(each.clock.overdueAt)),
      clocks.map((each) => each.clock.warned.join(',')),
      clocks.map((each) => each.clock.version),
    ],
  );
}

/** What may change of a clock after its first writing. */
const CHANGING = [
  'terms',
  'started_at',
  'due_on',
  'due_at',
  'provisional',
  'verdict_waits',
  'stopped_at',
  'verdict',
  'working_days_used',
  'working_days_late',
  'overdue_at',
  'warned',
  'wake_at',
  'moved_by',
  'calendar_revision',
  'version',
];

const COLUMNS = ['id', 'ticket_id', 'key', 'kind', 'unit', 'dispatch_no', 'round', ...CHANGING];

const SAVE = `
  insert into clock (${COLUMNS.join(', ')})
  select ${COLUMNS.map((column) => `row.${column}`).join(', ')} from jsonb_populate_recordset(null::clock, $1::jsonb) as row order by row.id
  on conflict (id) do update set ${CHANGING.map((column) => `${column} = excluded.${column}`).join(', ')}`;
