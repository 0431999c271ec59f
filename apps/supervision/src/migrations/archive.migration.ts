import { Migration } from '@mikro-orm/migrations';

/** What is kept of each ended matter and until when, who holds it, further material, and disposals with their certificates (Art. 20). */
export class Archive20261125000400 extends Migration {
  override up(): void {
    this.addSql(`create table archive_file (
      ticket_id uuid primary key,
      last_dispatch integer not null default 0,
      last_closed integer not null default 0,
      ended_otherwise boolean not null default false,
      ended_at timestamptz,
      retain_until date,
      disposed_at timestamptz,
      certificate_no text,
      erased_at timestamptz)`);
    this.addSql(`create index archive_file_retention on archive_file (retain_until, ticket_id) where disposed_at is null and retain_until is not null`);
    this.addSql(`create table archive_hold (
      id uuid primary key,
      ticket_id uuid not null,
      reason text not null,
      placed_by text not null,
      placed_at timestamptz not null,
      lift_reason text,
      lifted_by text,
      lifted_at timestamptz)`);
    this.addSql(`create index archive_hold_of_ticket on archive_hold (ticket_id)`);
    this.addSql(`create table archive_material (
      id uuid primary key,
      kind text not null,
      ticket_id uuid,
      kept_by text not null,
      document_no text not null,
      location text not null,
      kept_from date not null,
      retain_until date not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      certificate_no text)`);
    this.addSql(`create index archive_material_of_ticket on archive_material (ticket_id)`);
    this.addSql(`create table disposal (
      id uuid primary key,
      status text not null,
      proposed_at timestamptz not null,
      state jsonb not null,
      version integer not null default 1)`);
    this.addSql(`create table certificate_sequence (year integer primary key, last integer not null)`);
  }
}
