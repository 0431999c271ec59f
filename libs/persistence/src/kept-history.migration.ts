import { Migration } from '@mikro-orm/migrations';
import { TICKETS_IN_ANSWER } from './idempotency.js';

/** Answers that are kept are found by their age and by the tickets of which they speak, keys without an answer stay longer; and whether the outbox still holds its beginning is known. */
export class KeptHistory20261126000000 extends Migration {
  override up(): void {
    this.addSql(`create index idempotency_answer_age on idempotency_key (created_at) where answer is not null`);
    this.addSql(`create index idempotency_answer_tickets on idempotency_key using gin ((${TICKETS_IN_ANSWER})) where answer is not null`);
    this.addSql(`create table outbox_pruned (up_to bigint not null, one boolean primary key default true check (one))`);
  }
}
