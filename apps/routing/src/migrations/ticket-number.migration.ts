import { Migration } from '@mikro-orm/migrations';

export class TicketNumber20261125000100 extends Migration {
  override up(): void {
    this.addSql(`create table ticket_number (ticket_id uuid primary key, number text not null)`);
  }
}
