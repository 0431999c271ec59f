import { Migration } from '@mikro-orm/migrations';

/** Hot topics and the tickets behind them (Art. 21). */
export class HotTopics20260124000000 extends Migration {
  override up(): void {
    this.addSql(`create table topic (
      id uuid primary key,
      version integer not null,
      label text not null,
      subject text,
      town_code text,
      tickets integer not null,
      first_received_at timestamptz not null,
      last_received_at timestamptz not null,
      found_at timestamptz not null)`);
    this.addSql(`create index topic_last_received on topic (last_received_at, id)`);
    this.addSql(`create table topic_ticket (topic_id uuid not null references topic (id), ticket_id uuid not null, primary key (topic_id, ticket_id))`);
    this.addSql(`create index topic_ticket_ticket on topic_ticket (ticket_id)`);
  }
}
