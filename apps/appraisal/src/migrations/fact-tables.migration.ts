import { Migration } from '@mikro-orm/migrations';

/** Facts from events only; each table can be rebuilt from the stream. Dates are local dates in Asia/Shanghai. */
export class FactTables20260102000000 extends Migration {
  override up(): void {
    this.addSql(`create table ticket_fact (
      ticket_id uuid primary key,
      number text not null,
      category text not null,
      channel text not null,
      town_code text,
      received_at timestamptz not null)`);
    this.addSql(`create table unit_fact (
      code text primary key,
      name text not null,
      kind text not null,
      active boolean not null,
      version integer not null)`);
    this.addSql(`create table clock_fact (
      clock_id text primary key,
      ticket_id uuid not null,
      kind text not null,
      unit text not null,
      dispatch_no integer not null,
      round integer not null,
      started_at timestamptz not null,
      due_on date not null,
      due_at timestamptz not null,
      provisional boolean not null,
      stopped_at timestamptz,
      overdue_at timestamptz,
      verdict text not null,
      working_days_used integer,
      working_days_late integer,
      version integer not null)`);
    this.addSql(`create index clock_fact_due on clock_fact (kind, due_on, unit)`);
    this.addSql(`create table dispatch_fact (
      ticket_id uuid not null,
      dispatch_no integer not null,
      unit text not null,
      role text not null,
      round integer not null,
      mode text not null,
      supervised boolean not null,
      dispatched_on date not null,
      primary key (ticket_id, dispatch_no, unit))`);
    this.addSql(`create index dispatch_fact_day on dispatch_fact (dispatched_on, unit)`);
    this.addSql(`create table return_fact (
      ticket_id uuid not null,
      dispatch_no integer not null,
      unit text not null,
      accepted boolean not null,
      decided_on date not null,
      primary key (ticket_id, dispatch_no, unit))`);
    this.addSql(`create index return_fact_day on return_fact (decided_on, unit)`);
    this.addSql(`create table closing_fact (
      ticket_id uuid not null,
      dispatch_no integer not null,
      unit text not null,
      round integer not null,
      closed_on date not null,
      primary key (ticket_id, dispatch_no))`);
    this.addSql(`create index closing_fact_day on closing_fact (closed_on, unit)`);
    this.addSql(`create table visit_fact (
      visit_id text primary key,
      ticket_id uuid not null,
      unit text not null,
      reached boolean not null,
      solved boolean,
      satisfaction text,
      visited_on date not null)`);
    this.addSql(`create index visit_fact_day on visit_fact (visited_on, unit)`);
    this.addSql(`create table extension_fact (
      extension_id text primary key,
      ticket_id uuid not null,
      dispatch_no integer not null,
      unit text not null,
      granted_on date not null)`);
    this.addSql(`create index extension_fact_dispatch on extension_fact (ticket_id, dispatch_no)`);
  }
}
