import { Migration } from '@mikro-orm/migrations';

/** The ledgers of what came from the prefecture and what goes to it: numbers, codes, hashes and moments, nobody's words (Art. 10). */
export class PrefectureTables20260103000000 extends Migration {
  override up(): void {
    this.addSql(`create table transfer (
      number text primary key,
      content_hash text not null,
      status text not null,
      way text not null,
      ticket_id uuid,
      ticket_number text,
      cause text,
      transferred_at timestamptz not null,
      arrived_at timestamptz not null,
      registered_at timestamptz)`);
    this.addSql(`create index transfer_by_day on transfer (transferred_at, number)`);
    this.addSql(`create index transfer_by_status on transfer (status, number)`);
    // what is known of tickets from events; the number of the prefecture is there for its transfers only
    this.addSql(`create table known_ticket (
      ticket_id uuid primary key,
      number text,
      prefecture_number text,
      received_at timestamptz,
      registered boolean not null default false,
      past boolean not null default false)`);
    this.addSql(`create index known_ticket_of_transfer on known_ticket (prefecture_number) where prefecture_number is not null`);
    this.addSql(`create table message (
      id bigint generated always as identity primary key,
      key text not null unique,
      lane text not null,
      kind text not null,
      ticket_id uuid,
      codes jsonb not null,
      happened_at timestamptz not null,
      awaits text,
      transfers_only boolean not null,
      status text not null,
      attempts integer not null,
      first_tried_at timestamptz,
      next_attempt_at timestamptz not null,
      receipt text,
      fault text,
      settled_at timestamptz,
      closed_by text,
      closing_reason text,
      accepted boolean,
      verdict_receipt text,
      verdict_at timestamptz)`);
    this.addSql(`create index message_due on message (next_attempt_at, id) where status in ('waiting', 'sent')`);
    this.addSql(`create index message_in_lane on message (lane, happened_at, id)`);
    this.addSql(`create index message_of_ticket on message (ticket_id) where ticket_id is not null`);
    this.addSql(`create index message_by_status on message (status, id)`);
    this.addSql(`create table contradiction (
      id bigint generated always as identity primary key,
      kind text not null,
      number text,
      reference text,
      ours text not null,
      theirs text not null,
      noted_at timestamptz not null,
      unique nulls not distinct (kind, number, reference, theirs))`);
    this.addSql(`create index contradiction_by_day on contradiction (noted_at)`);
    this.addSql(`create table reconciliation (
      day date primary key,
      status text not null,
      lease_until timestamptz not null,
      from_day date not null,
      here integer not null default 0,
      there integer not null default 0,
      differences integer not null default 0,
      fault text,
      finished_at timestamptz)`);
    this.addSql(`create table reconciliation_difference (
      day date not null references reconciliation (day) on delete cascade,
      position integer not null,
      kind text not null,
      number text,
      ticket_number text,
      reference text,
      ours text not null,
      theirs text not null,
      primary key (day, position))`);
  }
}
