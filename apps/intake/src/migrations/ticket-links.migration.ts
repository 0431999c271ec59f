import { Migration } from '@mikro-orm/migrations';

/** Which ticket hangs on which primary one, whether its petitioner was told how the matter ended, and which ties were undone and why. */
export class TicketLinks20260123000000 extends Migration {
  override up(): void {
    this.addSql(`create table ticket_link (
      ticket_id uuid primary key,
      primary_id uuid not null,
      kind text not null,
      linked_at timestamptz not null,
      told_at timestamptz,
      told_way text,
      check (ticket_id <> primary_id))`);
    this.addSql(`create index ticket_link_primary on ticket_link (primary_id, ticket_id)`);
    this.addSql(`create table ticket_link_undone (
      ticket_id uuid not null,
      primary_id uuid not null,
      kind text not null,
      undone_at timestamptz not null,
      reason text not null,
      primary key (ticket_id, undone_at))`);
  }
}
