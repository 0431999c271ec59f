import { Migration } from '@mikro-orm/migrations';

/** The visits that oblige to reports (Art. 21), so that a report can be weighed anew when a dispatch turns out void, and the files that were disposed of (Art. 20). Of what was raised before, the visit that raised it. */
export class ReportBasis20261125000500 extends Migration {
  override up(): void {
    this.addSql(`create table founding_visit (
      visit_id text primary key,
      ticket_id uuid not null,
      dispatch_no integer not null,
      unit text not null,
      duty_at timestamptz not null)`);
    this.addSql(`create index founding_visit_ticket on founding_visit (ticket_id)`);
    this.addSql(`insert into founding_visit (visit_id, ticket_id, dispatch_no, unit, duty_at)
      select 'report:' || report_id, (state->'ticketIds'->>0)::uuid, coalesce((state->>'dispatchNo')::integer, 0), unit, duty_at
      from report where state->>'cause' = 'repeatedly-dissatisfied'`);
    this.addSql(`create table disposed_file (ticket_id uuid primary key, disposed_at timestamptz not null)`);
    this.addSql(`create index report_tickets on report using gin ((state->'ticketIds'))`);
    this.addSql(`create index report_topic on report ((state->>'topicId')) where state->>'topicId' is not null`);
  }
}
