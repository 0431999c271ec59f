import { Migration } from '@mikro-orm/migrations';

/** Old Idempotency-Keys are found by their age. */
export class KeyAge20261125120000 extends Migration {
  override up(): void {
    this.addSql(`create index idempotency_key_age on idempotency_key (created_at)`);
  }
}
