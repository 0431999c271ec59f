import type { clock as clocks } from '@hotline/domain';
import { isoOf, type ClockKind, type Instant, type LocalDate, type Verdict } from '@hotline/domain/shared';

/** A clock as this service keeps it: its id, its ticket, and the calendar with which its deadline was last computed. */
export interface StoredClock {
  readonly id: string;
  readonly ticketId: string;
  readonly calendarRevision: number;
  readonly clock: clocks.Clock;
}

type Terms = Pick<clocks.Clock, 'category' | 'prefectureTransfer' | 'startEvent' | 'article' | 'policy' | 'limit' | 'limitParts' | 'calendar' | 'missed' | 'basis'> & { readonly voidedBy?: clocks.VoidCause | null; readonly prefectureDueOn?: LocalDate | null };

/** One row as {@link CLOCK_COLUMNS} selects it: instants in milliseconds, dates as text. */
export interface ClockRow {
  readonly id: string;
  readonly ticket_id: string;
  readonly key: string;
  readonly kind: ClockKind;
  readonly unit: string;
  readonly dispatch_no: number;
  readonly round: number;
  readonly terms: Terms;
  readonly started_at: Instant;
  readonly due_on: LocalDate;
  readonly due_at: Instant;
  readonly provisional: boolean;
  readonly verdict_waits: boolean;
  readonly stopped_at: Instant | null;
  readonly verdict: Verdict;
  readonly working_days_used: number | null;
  readonly working_days_late: number | null;
  readonly overdue_at: Instant | null;
  readonly warned: readonly clocks.Warning[];
  readonly wake_at: Instant | null;
  readonly moved_by: string | null;
  readonly calendar_revision: number;
  readonly version: number;
}

const millis = (column: string): string => `round(date_part('epoch', clock.${column}) * 1000) as ${column}`;

/** What to select of the table `clock`; instants come as floats, which hold whole milliseconds exactly and spare the driver a Date. */
export const CLOCK_COLUMNS = [
  ...['id', 'ticket_id', 'key', 'kind', 'unit', 'dispatch_no', 'round', 'terms'].map((column) => `clock.${column}`),
  ...['started_at', 'due_at', 'stopped_at', 'overdue_at', 'wake_at'].map(millis),
  'clock.due_on::text as due_on',
  ...['provisional', 'verdict_waits', 'verdict', 'working_days_used', 'working_days_late', 'warned', 'moved_by', 'calendar_revision', 'version'].map(
    (column) => `clock.${column}`,
  ),
].join(', ');

export function storedClockOf(row: ClockRow): StoredClock {
  const clock: clocks.Clock = {
    ...row.terms,
    voidedBy: row.terms.voidedBy ?? null,
    prefectureDueOn: row.terms.prefectureDueOn ?? null,
    key: row.key,
    kind: row.kind,
    unit: row.unit,
    dispatchNo: row.dispatch_no,
    round: row.round,
    startedAt: row.started_at,
    dueOn: row.due_on,
    dueAt: row.due_at,
    provisional: row.provisional,
    verdictWaits: row.verdict_waits,
    stoppedAt: row.stopped_at,
    verdict: row.verdict,
    workingDaysUsed: row.working_days_used,
    workingDaysLate: row.working_days_late,
    overdueAt: row.overdue_at,
    warned: row.warned,
    wakeAt: row.wake_at,
    movedBy: row.moved_by,
    version: row.version,
  };
  return { id: row.id, ticketId: row.ticket_id, calendarRevision: row.calendar_revision, clock };
}

/** The row as `jsonb_to_recordset` takes it. */
export function recordOf({ id, ticketId, calendarRevision, clock }: StoredClock): Readonly<Record<string, unknown>> {
  const { category, prefectureTransfer, startEvent, article, policy, limit, limitParts, calendar, missed, voidedBy, prefectureDueOn, basis } = clock;
  return {
    id,
    ticket_id: ticketId,
    key: clock.key,
    kind: clock.kind,
    unit: clock.unit,
    dispatch_no: clock.dispatchNo,
    round: clock.round,
    terms: { category, prefectureTransfer, startEvent, article, policy, limit, limitParts, calendar, missed, ...(voidedBy && { voidedBy }), ...(prefectureDueOn && { prefectureDueOn }), basis } satisfies Terms,
    started_at: isoOf(clock.startedAt),
    due_on: clock.dueOn,
    due_at: isoOf(clock.dueAt),
    provisional: clock.provisional,
    verdict_waits: clock.verdictWaits,
    stopped_at: isoOrNull(clock.stoppedAt),
    verdict: clock.verdict,
    working_days_used: clock.workingDaysUsed,
    working_days_late: clock.workingDaysLate,
    overdue_at: isoOrNull(clock.overdueAt),
    warned: clock.warned,
    wake_at: isoOrNull(clock.wakeAt),
    moved_by: clock.movedBy,
    calendar_revision: calendarRevision,
    version: clock.version,
  };
}

export function isoOrNull(at: Instant | null): string | null {
  return at === null ? null : isoOf(at);
}
