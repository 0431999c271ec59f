import { Migration } from '@mikro-orm/migrations';

/**
 * The particulars of channels, data keys apart from the identities they open, blind indexes, blocks, releases of identities, attachments
 * and what disposal leaves.
 */
export class Desk20260120000000 extends Migration {
  override up(): void {
    this.addSql(`alter table ticket
      add column particulars jsonb not null default '{}',
      add column prefecture_due_on date,
      add column disposed_at timestamptz,
      add column certificate_no text`);
    this.addSql(`create index ticket_escalation_open on ticket (id) where jsonb_path_exists(lifecycle, '$.escalations[*] ? (@.acknowledgedAt == null)')`);
    // Apart from petitioner_identity, so that it is backed up apart and forgotten sooner: without it a sealed identity opens for nobody.
    this.addSql(`create table identity_data_key (
      ticket_id uuid primary key,
      key_id text not null,
      nonce bytea not null,
      wrapped bytea not null)`);
    this.addSql(`create table petitioner_index (
      ticket_id uuid not null,
      blind bytea not null,
      primary key (ticket_id, blind))`);
    this.addSql(`create index petitioner_index_blind on petitioner_index (blind)`);
    this.addSql(`create table identity_release (
      id uuid primary key,
      ticket_id uuid not null,
      kind text not null,
      unit text,
      reason text not null,
      given_by text not null,
      given_at timestamptz not null,
      withdrawn_by text,
      withdrawn_at timestamptz)`);
    this.addSql(`create index identity_release_ticket on identity_release (ticket_id)`);
    this.#blocks();
    this.#attachments();
  }

  #blocks(): void {
    this.addSql(`create table block (
      id uuid primary key,
      version integer not null,
      status text not null,
      ground text not null,
      evidence_ticket_ids uuid[] not null,
      findings text not null,
      days integer not null,
      asked_at timestamptz not null,
      asked_by text not null,
      started_at timestamptz,
      until timestamptz,
      review_due_at timestamptz,
      ended_at timestamptz,
      cause text,
      reviews jsonb not null default '[]',
      attempts integer not null default 0,
      emergencies integer not null default 0)`);
    this.addSql(`create index block_until on block (until) where status = 'running'`);
    this.addSql(`create index block_asked on block (asked_at, id)`);
    this.addSql(`create table block_index (
      blind bytea not null,
      block_id uuid not null,
      primary key (blind, block_id))`);
  }

  #attachments(): void {
    this.addSql(`create table attachment (
      id uuid primary key,
      ticket_id uuid not null,
      object_key text not null unique,
      name text not null,
      media_type text not null,
      size bigint not null,
      sha256 text not null,
      added_by text not null,
      added_at timestamptz not null)`);
    this.addSql(`create index attachment_ticket on attachment (ticket_id, id)`);
    // Objects to be removed: an upload stands here until its row is committed, a disposed attachment for good.
    this.addSql(`create table object_removal (
      object_key text primary key,
      due_at timestamptz not null)`);
    this.addSql(`create index object_removal_due on object_removal (due_at)`);
  }
}
