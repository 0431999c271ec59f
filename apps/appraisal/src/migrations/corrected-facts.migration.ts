import { Migration } from '@mikro-orm/migrations';

/** Subject and township as they were put right last. */
export class CorrectedFacts20261125000400 extends Migration {
  override up(): void {
    this.addSql(`create table corrected_fact (ticket_id uuid primary key, subject text, town_code text, version integer not null)`);
  }
}
