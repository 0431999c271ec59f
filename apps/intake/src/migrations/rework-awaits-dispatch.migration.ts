import { Migration } from '@mikro-orm/migrations';

/** A closed ticket waits for dispatch again when its rework found no unit: from the round that waits until a dispatch of that round. */
export class ReworkAwaitsDispatch20260103000000 extends Migration {
  override up(): void {
    this.addSql(`alter table ticket
      add column dispatched_round integer not null default 0,
      add column awaited_round integer not null default 0,
      drop column status`);
    this.addSql(`alter table ticket add column status text not null generated always as (case
      when returned_upstream_at is not null then 'returned-upstream'
      when awaited_round > dispatched_round then decision
      when closed_no > 0 and closed_no >= dispatch_no then 'closed'
      when dispatch_no > returned_no then 'dispatched'
      else decision end) stored`);
    this.addSql(`create index ticket_status on ticket (status, received_at, id)`);
  }
}
