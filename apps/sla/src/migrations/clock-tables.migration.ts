import { Migration } from '@mikro-orm/migrations';

/** Everything the service keeps: calendar years, what is known of each ticket, its clocks, and extensions. */
export class ClockTables20260103000000 extends Migration {
  override up(): void {
    this.calendarYears();
    this.timelines();
    this.clocks();
    this.extensions();
  }

  /** `revision` counts publications over all layers; a calendar is all years up to a revision. Rows are never changed but for the progress of applying them. */
  private calendarYears(): void {
    this.addSql(`create table calendar_year (
      revision integer primary key,
      layer text not null,
      year integer not null,
      version integer not null,
      source text not null,
      published_by text not null,
      published_at timestamptz not null,
      days_off jsonb not null,
      days_worked jsonb not null,
      changes_from date,
      allow_earlier boolean not null default false,
      reason text,
      recorded_by text not null,
      recorded_at timestamptz not null default clock_timestamp(),
      applied_at timestamptz,
      moved integer not null default 0,
      unique (layer, year, version))`);
  }

  private timelines(): void {
    this.addSql(`create table timeline (
      ticket_id uuid primary key,
      facts jsonb not null default '[]',
      version integer not null default 0) with (fillfactor = 60)`);
  }

  /** Columns for what is queried or changes with time, `terms` for the rest of a clock. */
  private clocks(): void {
    this.addSql(`create table clock (
      id uuid primary key,
      ticket_id uuid not null,
      key text not null,
      kind text not null,
      unit text not null,
      dispatch_no integer not null,
      round integer not null,
      terms jsonb not null,
      started_at timestamptz not null,
      due_on date not null,
      due_at timestamptz not null,
      provisional boolean not null,
      verdict_waits boolean not null,
      stopped_at timestamptz,
      verdict text not null,
      working_days_used integer,
      working_days_late integer,
      overdue_at timestamptz,
      warned text[] not null,
      wake_at timestamptz,
      moved_by text,
      calendar_revision integer not null,
      version integer not null)`);
    this.addSql(`create index clock_ticket on clock (ticket_id)`);
    this.addSql(`create index clock_wake on clock (wake_at) where wake_at is not null`);
    this.addSql(`create index clock_due on clock (verdict, due_at, id)`);
    this.addSql(`create index clock_unit_due on clock (unit, verdict, due_at, id)`);
  }

  private extensions(): void {
    this.addSql(`create table extension (
      id uuid primary key,
      ticket_id uuid not null,
      dispatch_no integer not null,
      round integer not null,
      unit text not null,
      status text not null,
      prefecture_reviews boolean not null,
      asked_at timestamptz not null,
      state jsonb not null,
      version integer not null)`);
    this.addSql(`create index extension_ticket on extension (ticket_id, round)`);
    this.addSql(`create index extension_status on extension (status, asked_at, id)`);
    this.addSql(`create index extension_unit on extension (unit, asked_at, id)`);
  }
}
