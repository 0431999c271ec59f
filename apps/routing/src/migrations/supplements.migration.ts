import { Migration } from '@mikro-orm/migrations';

/** That a petitioner added something, and which units have read it; the words stay at intake. */
export class Supplements20261126200000 extends Migration {
  override up(): void {
    this.addSql(`create table ticket_supplement (supplement_id uuid primary key, ticket_id uuid not null, added_at timestamptz not null, seen_by text[] not null default '{}')`);
    this.addSql(`create index ticket_supplement_ticket on ticket_supplement (ticket_id)`);
  }
}
