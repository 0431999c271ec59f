import { Migration } from '@mikro-orm/migrations';

/** Tickets with the petitioner's words, the identity vault, and what intake keeps of routing's events. */
export class TicketTables20260102000000 extends Migration {
  override up(): void {
    this.addSql(`create table ticket (
      id uuid primary key,
      number text not null unique,
      version integer not null,
      channel text not null,
      petitioner_kind text not null,
      category text not null,
      subject text,
      town_code text,
      place text,
      title text not null,
      text text not null,
      received_at timestamptz not null,
      registered_at timestamptz not null,
      source text,
      external_id text,
      prefecture_number text,
      confidential boolean not null,
      decision text not null,
      lifecycle jsonb not null,
      dispatch_no integer not null default 0,
      returned_no integer not null default 0,
      closed_no integer not null default 0,
      first_dispatched_at timestamptz,
      returned_upstream_at timestamptz,
      status text not null generated always as (case
        when returned_upstream_at is not null then 'returned-upstream'
        when closed_no > 0 and closed_no >= dispatch_no then 'closed'
        when dispatch_no > returned_no then 'dispatched'
        else decision end) stored)`);
    this.addSql(`create unique index ticket_external_id on ticket (source, external_id) where external_id is not null`);
    this.addSql(`create unique index ticket_prefecture_number on ticket (prefecture_number) where prefecture_number is not null`);
    this.addSql(`create index ticket_received on ticket (received_at, id)`);
    this.addSql(`create index ticket_status on ticket (status, received_at, id)`);
    this.addSql(`create table petitioner_identity (
      ticket_id uuid primary key,
      format smallint not null,
      key_id text not null,
      nonce bytea not null,
      ciphertext bytea not null)`);
    this.addSql(`create table ticket_unit (
      ticket_id uuid not null,
      dispatch_no integer not null,
      unit text not null,
      role text,
      returned boolean not null default false,
      primary key (ticket_id, dispatch_no, unit))`);
    this.addSql(`create index ticket_unit_unit on ticket_unit (unit, ticket_id)`);
    this.addSql(`create table unit (
      code text primary key,
      name text not null,
      active boolean not null,
      version integer not null)`);
    this.addSql(`create table ticket_number (
      day date primary key,
      last integer not null)`);
  }
}
