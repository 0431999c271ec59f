import { Migration } from '@mikro-orm/migrations';

/** The slip of a transfer names it as the prefecture does, with the date that the prefecture set. */
export class PrefectureNumber20261126100000 extends Migration {
  override up(): void {
    this.addSql(`alter table ticket_number add column prefecture_number text, add column prefecture_due_on date`);
  }
}
