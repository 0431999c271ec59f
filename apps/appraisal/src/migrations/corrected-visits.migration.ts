import { Migration } from '@mikro-orm/migrations';

/** How often what a petitioner said was put right; what is on record already was so never. */
export class CorrectedVisits20261125000700 extends Migration {
  override up(): void {
    this.addSql(`alter table visit_fact add column version integer not null default 0`);
    this.addSql(`alter table founding_visit add column version integer not null default 0`);
  }
}
