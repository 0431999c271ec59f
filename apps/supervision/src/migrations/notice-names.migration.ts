import { Migration } from '@mikro-orm/migrations';

/** What a notice on paper calls a unit and a ticket. */
export class NoticeNames20261125000200 extends Migration {
  override up(): void {
    this.addSql(`create table notice_unit_name (code text not null, version integer not null, name text not null, recorded_at timestamptz not null, primary key (code, version))`);
    this.addSql(`create table notice_ticket_number (ticket_id uuid primary key, number text not null)`);
  }
}
