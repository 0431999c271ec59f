import { Migration } from '@mikro-orm/migrations';

/** Tables that every service has for its bus and its commands: outbox, inbox, idempotency keys, audit. */
export class PlatformTables20260101000000 extends Migration {
  override up(): void {
    this.addSql(`create table outbox (
      id bigint generated always as identity primary key,
      event_id uuid not null unique,
      subject text not null,
      aggregate text not null,
      payload text not null,
      created_at timestamptz not null default clock_timestamp())`);
    // What is still to be published stands apart: marking a row of the outbox itself as sent wrote the whole payload a second time.
    this.addSql(`create table outbox_unsent (id bigint primary key) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000)`);
    this.addSql(`create table inbox (
      consumer text not null,
      event_id uuid not null,
      handled_at timestamptz not null default clock_timestamp(),
      primary key (consumer, event_id))`);
    this.addSql(`create table idempotency_key (
      subject text not null,
      key text not null,
      fingerprint text not null,
      answer jsonb,
      created_at timestamptz not null default clock_timestamp(),
      primary key (subject, key))`);
    this.addSql(`create table audit_entry (
      id bigint generated always as identity primary key,
      at timestamptz not null default clock_timestamp(),
      actor text not null,
      roles text[] not null,
      unit text,
      action text not null,
      target text not null,
      details jsonb not null default '{}')`);
    this.addSql(`create index audit_entry_target on audit_entry (target, id)`);
  }
}
