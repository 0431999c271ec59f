import { Migration } from '@mikro-orm/migrations';

/** The topics of a ticket are found by an index: a dispatch asks for them, and the topics ever found only get more (Art. 21). */
export class TopicTickets20261125000600 extends Migration {
  override up(): void {
    this.addSql(`create index topic_fact_tickets on topic_fact using gin ((ticket_ids::jsonb))`);
  }
}
