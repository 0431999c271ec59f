import { isoOf, type Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import { CLOCK_COLUMNS, storedClockOf, type ClockRow, type StoredClock } from '../clock/clock.row.js';

/** Clocks that have something to say by `now`, the longest due first, locked; those that another replica has in hand are left to it. */
export async function takeDue(tx: Transaction, now: Instant, limit: number): Promise<StoredClock[]> {
  const rows = await tx.sql<ClockRow>(
    `select ${CLOCK_COLUMNS} from clock where clock.wake_at <= $1::timestamptz order by clock.wake_at limit ${limit} for update skip locked`,
    [isoOf(now)],
  );
  return rows.map(storedClockOf);
}

/** When the next clock is due; one that is due already but locked elsewhere counts too. Null when none is waiting. */
export async function earliestWake(tx: Transaction): Promise<Instant | null> {
  const [row] = await tx.sql<{ at: number | null }>(`select round(date_part('epoch', min(wake_at)) * 1000) as at from clock where wake_at is not null`);
  return row?.at ?? null;
}

export async function countDue(tx: Transaction, now: Instant): Promise<number> {
  const [row] = await tx.sql<{ due: number }>(`select count(*)::integer as due from clock where wake_at <= $1::timestamptz`, [isoOf(now)]);
  return row?.due ?? 0;
}

/** Puts clocks off that could not be read, so that they do not hold up the others. */
export async function putOff(tx: Transaction, ids: readonly string[], until: Instant): Promise<void> {
  await tx.sql(`update clock set wake_at = $2::timestamptz where id = any($1::uuid[])`, [ids, isoOf(until)]);
}
