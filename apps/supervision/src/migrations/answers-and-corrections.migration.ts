import { Migration } from '@mikro-orm/migrations';

/** What the county answered itself can be visited and opened again; an outcome of a signed period stays as it is. */
export class AnswersAndCorrections20261125000500 extends Migration {
  override up(): void {
    this.addSql(`alter table supervised_ticket add column answered_at timestamptz`);
    this.addSql(`alter table archive_file add column reworked_at timestamptz`);
    this.addSql(`create table frozen_period (from_day date not null, to_day date not null, primary key (from_day, to_day))`);
  }
}
