import { Migration } from '@mikro-orm/migrations';

/** The facts that the whole regulation adds. Dates are local dates in Asia/Shanghai. */
export class FurtherFacts20260401000000 extends Migration {
  override up(): void {
    this.addSql(`alter table visit_fact add column dispatch_no integer`);
    // a unit that was brought in later is told without the flag of the dispatch
    this.addSql(`alter table dispatch_fact alter column supervised drop not null`);
    this.addSql(`create table category_fact (ticket_id uuid primary key, category text not null, changed_at timestamptz not null, version integer not null)`);
    this.addSql(`create table withdrawn_fact (ticket_id uuid not null, dispatch_no integer not null, withdrawn_on date not null, primary key (ticket_id, dispatch_no))`);
    this.addSql(`create table link_fact (
      ticket_id uuid not null,
      primary_ticket_id uuid not null,
      link text not null,
      linked_on date not null,
      version integer not null,
      primary key (ticket_id, primary_ticket_id))`);
    this.addSql(`create table opinion_fact (
      ticket_id uuid not null,
      dispatch_no integer not null,
      unit text not null,
      given_on date not null,
      primary key (ticket_id, dispatch_no, unit))`);
    this.addSql(`create table feedback_fact (
      ticket_id uuid not null,
      dispatch_no integer not null,
      unit text not null,
      result_code text not null,
      feedback_on date not null,
      primary key (ticket_id, dispatch_no))`);
    this.addSql(`create index feedback_fact_day on feedback_fact (feedback_on)`);
    this.addSql(`create table accountability_fact (
      case_id uuid primary key,
      unit text not null,
      ground text not null,
      measure text not null,
      ticket_ids uuid[] not null,
      decided_on date not null,
      version integer not null)`);
    this.addSql(`create index accountability_fact_day on accountability_fact (decided_on, unit)`);
    this.addSql(`create table follow_up_fact (
      follow_up_id uuid primary key,
      ticket_id uuid not null,
      dispatch_no integer not null,
      unit text not null,
      way text not null,
      finding text not null,
      found_on date not null)`);
    this.addSql(`create index follow_up_fact_day on follow_up_fact (found_on, unit)`);
    this.addSql(`create table knowledge_fact (
      entry_id uuid not null,
      entry_version integer not null,
      unit text not null,
      in_force boolean not null,
      review_on date,
      published_on date not null,
      version integer not null,
      primary key (entry_id, entry_version))`);
    this.addSql(`create index knowledge_fact_day on knowledge_fact (published_on, unit)`);
    this.addSql(`create table liaison_fact (
      change_id uuid primary key,
      unit text not null,
      changed_on date not null,
      reported_on date not null,
      working_days integer not null,
      late boolean not null)`);
    this.addSql(`create index liaison_fact_day on liaison_fact (reported_on, unit)`);
    this.addSql(`create table duty_gap_fact (unit text not null, day date not null, found_on date not null, primary key (unit, day))`);
  }
}
