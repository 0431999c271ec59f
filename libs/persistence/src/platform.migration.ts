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
      created_at timestamptz not null default clock_timestamp(),
      published_at timestamptz)`);
    this.addSql(`create index outbox_unsent on outbox (id) where published_at is null`);
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
