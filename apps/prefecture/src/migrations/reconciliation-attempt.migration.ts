import { Migration } from '@mikro-orm/migrations';

/** Which attempt at a day's report holds it: whoever comes back after the report was taken over writes nothing any more. */
export class ReconciliationAttempt20260125000000 extends Migration {
  override up(): void {
    this.addSql(`alter table reconciliation add column attempt integer not null default 0`);
  }
}
