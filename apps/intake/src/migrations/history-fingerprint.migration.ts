import { Migration } from '@mikro-orm/migrations';

/** What a past ticket came in with, so that the same origin with other content is noticed; null for live tickets and for what came in before. */
export class HistoryFingerprint20260104000000 extends Migration {
  override up(): void {
    this.addSql(`alter table ticket add column history_fingerprint text`);
  }
}
