import { Migration } from '@mikro-orm/migrations';

/**
 * What a follow-up found, of each of its tickets. `follow_up_fact` keeps only the first ticket of each follow-up; services of the release before still write
 * to it, nobody reads it any more. What was lost comes back out of the history (`npm run rebuild -- --apply`).
 */
export class Findings20261125000800 extends Migration {
  override up(): void {
    this.addSql(`create table finding_fact (
      follow_up_id uuid not null,
      ticket_id uuid not null,
      dispatch_no integer not null,
      unit text not null,
      way text not null,
      finding text not null,
      found_on date not null,
      primary key (follow_up_id, ticket_id))`);
    this.addSql(`create index finding_fact_day on finding_fact (found_on, unit)`);
    this.addSql(`insert into finding_fact select follow_up_id, ticket_id, dispatch_no, unit, way, finding, found_on from follow_up_fact`);
  }
}
