import { isoOf, type ClockKind, type LocalDate, type Verdict } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import type { DuePosition } from '../calendar/behind.store.js';
import { CLOCK_COLUMNS, storedClockOf, type ClockRow, type StoredClock } from './clock.row.js';

/** Which clocks to list; what is absent does not narrow. */
export interface ClockFilter {
  readonly verdict: Verdict;
  readonly unit?: string | undefined;
  readonly kind?: ClockKind | undefined;
  readonly ticketId?: string | undefined;
  readonly overdue?: boolean | undefined;
  readonly provisional?: boolean | undefined;
  readonly dueFrom?: LocalDate | undefined;
  readonly dueTo?: LocalDate | undefined;
  /** Only clocks of dispatches to this unit. */
  readonly seenBy?: string | undefined;
}

/** Every dispatch starts a clock of each unit it names, so the clocks themselves tell whose dispatch it is; who had it before or after sees nothing of it. */
const SEEN_BY = (unit: string): string => `exists (select from clock as own where own.ticket_id = clock.ticket_id and own.dispatch_no = clock.dispatch_no and own.unit = ${unit})`;

/** Clocks in order of deadline after a position. */
export async function readClocks(tx: Transaction, filter: ClockFilter, after: DuePosition | undefined, limit: number): Promise<StoredClock[]> {
  const params: unknown[] = [filter.verdict];
  const bound = (value: unknown): string => `$${params.push(value)}`;
  const conditions = ['clock.verdict = $1'];
  const narrow = (value: unknown, condition: (param: string) => string): void => {
    if (value !== undefined) conditions.push(condition(bound(value)));
  };
  narrow(filter.unit, (param) => `clock.unit = ${param}`);
  narrow(filter.kind, (param) => `clock.kind = ${param}`);
  narrow(filter.ticketId, (param) => `clock.ticket_id = ${param}::uuid`);
  narrow(filter.overdue, (param) => `(clock.overdue_at is not null) = ${param}`);
  narrow(filter.provisional, (param) => `clock.provisional = ${param}`);
  narrow(filter.dueFrom, (param) => `clock.due_on >= ${param}::date`);
  narrow(filter.dueTo, (param) => `clock.due_on <= ${param}::date`);
  narrow(filter.seenBy, SEEN_BY);
  if (after) conditions.push(`(clock.due_at, clock.id) > (${bound(isoOf(after.dueAt))}::timestamptz, ${bound(after.id)}::uuid)`);
  const rows = await tx.sql<ClockRow>(
    `select ${CLOCK_COLUMNS} from clock where ${conditions.join(' and ')} order by clock.due_at, clock.id limit ${bound(limit)}`,
    params,
  );
  return rows.map(storedClockOf);
}

/** All clocks of a ticket by their start; for a unit those of its own dispatches. */
export async function readClocksOfTicket(tx: Transaction, ticketId: string, seenBy: string | undefined): Promise<StoredClock[]> {
  const rows = await tx.sql<ClockRow>(
    `select ${CLOCK_COLUMNS} from clock
     where clock.ticket_id = $1::uuid and ($2::text is null or ${SEEN_BY('$2')})
     order by clock.started_at, clock.key`,
    [ticketId, seenBy ?? null],
  );
  return rows.map(storedClockOf);
}

export async function readClock(tx: Transaction, id: string, seenBy: string | undefined): Promise<StoredClock | undefined> {
  const [row] = await tx.sql<ClockRow>(
    `select ${CLOCK_COLUMNS} from clock
     where clock.id = $1::uuid and ($2::text is null or ${SEEN_BY('$2')})`,
    [id, seenBy ?? null],
  );
  return row && storedClockOf(row);
}
