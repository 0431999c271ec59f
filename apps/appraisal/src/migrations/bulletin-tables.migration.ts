import { Migration } from '@mikro-orm/migrations';

/** What bulletins and reports (Art. 21) rest on, and the bulletins and reports themselves. Dates are local dates in Asia/Shanghai. */
export class BulletinTables20261125000300 extends Migration {
  override up(): void {
    this.addSql(`create table matter_fact (
      ticket_id uuid primary key,
      number text not null,
      channel text not null,
      category text not null,
      subject text,
      town_code text,
      received_on date not null)`);
    this.addSql(`create index matter_fact_day on matter_fact (received_on)`);
    this.addSql(`create table matter_category_fact (ticket_id uuid primary key, category text not null, version integer not null)`);
    this.addSql(`create table matter_step_fact (ticket_id uuid not null, step text not null, taken_on date not null, primary key (ticket_id, step))`);
    this.addSql(`create index matter_step_fact_day on matter_step_fact (taken_on, step)`);
    this.addSql(`create table topic_fact (
      topic_id uuid primary key,
      label text not null,
      subject text,
      town_code text,
      ticket_ids text not null,
      tickets integer not null,
      first_on date not null,
      last_on date not null,
      found_at timestamptz not null,
      version integer not null)`);
    this.addSql(`create index topic_fact_days on topic_fact (last_on, first_on)`);
    this.addSql(`create table bulletin (month text primary key, state jsonb not null, version integer not null)`);
    this.addSql(`create table bulletin_figures (month text not null, version integer not null, figures jsonb not null, primary key (month, version))`);
    this.addSql(`create table bulletin_sequence (year integer primary key, last integer not null)`);
    this.addSql(`create table calendar_year (
      layer text not null,
      year integer not null,
      version integer not null,
      record jsonb not null,
      primary key (layer, year, version))`);
    this.addSql(`create table report (
      report_id uuid primary key,
      origin text not null unique,
      kind text not null,
      unit text not null,
      status text not null,
      due_on date not null,
      duty_at timestamptz not null,
      state jsonb not null,
      version integer not null)`);
    this.addSql(`create index report_of_unit on report (unit, duty_at desc, report_id desc)`);
    this.addSql(`create index report_open on report (due_on) where status in ('due', 'sent-back')`);
  }
}
