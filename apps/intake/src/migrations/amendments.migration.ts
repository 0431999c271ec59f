import { Migration } from '@mikro-orm/migrations';

/** What was put right in a ticket after its registration, and what its petitioner said later. */
export class Amendments20260201000000 extends Migration {
  override up(): void {
    this.addSql(`create table ticket_correction (
      id uuid primary key,
      ticket_id uuid not null,
      changes jsonb not null,
      reason text not null,
      corrected_at timestamptz not null)`);
    this.addSql(`create index ticket_correction_ticket on ticket_correction (ticket_id, corrected_at)`);
    this.addSql(`create table ticket_supplement (
      id uuid primary key,
      ticket_id uuid not null,
      text text not null,
      received_at timestamptz not null,
      recorded_at timestamptz not null)`);
    this.addSql(`create index ticket_supplement_ticket on ticket_supplement (ticket_id, received_at)`);
  }
}
