import { Migration } from '@mikro-orm/migrations';

/** What supervision owns: orders and visits; and what it knows of a ticket's dispatches from events. */
export class SupervisionTables20260102000000 extends Migration {
  override up(): void {
    // one row a ticket: its lock and its version in this service
    this.addSql(`create table supervised_ticket (
      ticket_id uuid primary key,
      version integer not null default 0)`);
    this.addSql(`create table known_dispatch (
      ticket_id uuid not null,
      dispatch_no integer not null,
      round integer not null,
      unit text not null,
      closed_at timestamptz,
      primary key (ticket_id, dispatch_no))`);
    this.addSql(`create table visit (
      visit_id text primary key,
      ticket_id uuid not null,
      unit text not null,
      status text not null,
      basis text not null,
      planned_at timestamptz not null,
      state jsonb not null,
      version integer not null default 1)`);
    this.addSql(`create index visit_queue on visit (status, visit_id)`);
    this.addSql(`create index visit_of_ticket on visit (ticket_id)`);
    this.addSql(`create index visit_of_unit on visit (unit, visit_id)`);
    this.addSql(`create table supervision_order (
      order_id text primary key,
      order_no text not null unique,
      ticket_id uuid not null,
      unit text not null,
      status text not null,
      issued_at timestamptz not null,
      state jsonb not null,
      version integer not null default 1)`);
    this.addSql(`create index supervision_order_of_unit on supervision_order (unit, order_id)`);
    this.addSql(`create index supervision_order_status on supervision_order (status, order_id)`);
    this.addSql(`create table order_sequence (year integer primary key, last integer not null)`);
  }
}
