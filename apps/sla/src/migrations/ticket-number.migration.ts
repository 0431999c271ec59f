import { Migration } from '@mikro-orm/migrations';

/** Lists name tickets by the number that people know. */
export class TicketNumber20261126100000 extends Migration {
  override up(): void {
    this.addSql(`create table ticket_number (ticket_id uuid primary key, number text not null)`);
  }
}
