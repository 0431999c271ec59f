import { Migration } from '@mikro-orm/migrations';

/** Work lists, marks and reviews of cases; authorisations of deputies; the county's numbering of paper files. */
export class HandlingRecords20260301000000 extends Migration {
  override up(): void {
    this.#cases();
    this.#openTasks();
    this.addSql(`create table deputy_authorisation (
      id uuid primary key,
      unit text not null,
      deputy text not null,
      document_number text not null,
      valid_from date not null,
      valid_to date not null,
      granted_by text not null,
      granted_at timestamptz not null,
      revoked_by text,
      revoked_at timestamptz,
      appointed boolean not null default false)`);
    this.addSql(`create index deputy_authorisation_unit on deputy_authorisation (unit, granted_at desc, id desc)`);
    this.addSql(`create table paper_register_year (year integer primary key, last_number integer not null)`);
    this.addSql(`create unique index case_step_paper on case_step (((event->'paper'->>'year')::integer), ((event->'paper'->>'number')::integer)) where type = 'CaseClosed' and event ? 'paper'`);
    this.addSql(`create index case_step_seal on case_step (at desc, ticket_id desc, version desc) where type = 'FeedbackGiven'`);
  }

  #cases(): void {
    this.addSql(`alter table handling_case
      add column marks text[] not null default '{}',
      add column accepted_returns integer not null default 0,
      add column review_on date,
      add column tasks text[] not null default '{}'`);
    this.addSql(`update handling_case set accepted_returns = (state->>'acceptedReturns')::integer where (state->>'acceptedReturns')::integer > 0`);
    this.addSql(`update handling_case set review_on = (state->'dispatch'->'result'->>'reviewDate')::date
      where status in ('feedback-given', 'closed') and state->'dispatch'->'result'->>'resultCode' = 'conditions-not-ready'`);
    this.addSql(`create index handling_case_tasks on handling_case using gin (tasks)`);
    this.addSql(`create index handling_case_work on handling_case (ticket_id) where tasks <> '{}'`);
    this.addSql(`create index handling_case_review on handling_case (review_on) where review_on is not null`);
    this.addSql(`create index handling_case_paper on handling_case (((state->'dispatch'->'approval'->>'at')::bigint), ticket_id) where status = 'feedback-given'`);
  }

  /** What `tasksOf` of the domain says of the cases that there are; none of them has a mark yet. */
  #openTasks(): void {
    this.addSql(`update handling_case set tasks = array['dispatch'] where status = 'awaiting-dispatch'`);
    this.addSql(`update handling_case set tasks = array['decide-upstream'] where status = 'upstream-return-asked'`);
    this.addSql(`update handling_case set tasks = array['approve', 'approve:' || lead] where status = 'result-entered'`);
    this.addSql(`update handling_case set tasks = array['paper', 'paper:' || lead] where status = 'feedback-given'`);
    this.addSql(`update handling_case set tasks = open.tasks from (
      select ticket_id, array_agg(distinct named.task) as tasks
      from handling_case
      cross join lateral jsonb_array_elements(state->'dispatch'->'parts') as parts (part)
      cross join lateral (values
        ('result', part->>'role' = 'lead'),
        ('sign', jsonb_typeof(part->'signedAt') = 'null'),
        ('opinion', part->>'role' = 'assisting' and jsonb_typeof(part->'opinion') = 'null'),
        ('decide-return', jsonb_typeof(part->'return') = 'object' and jsonb_typeof(part->'return'->'decision') = 'null')) as work (task, open)
      cross join lateral (values (work.task), (work.task || ':' || (part->>'unit'))) as named (task)
      where status = 'dispatched' and work.open and jsonb_typeof(part->'leftAt') = 'null'
      group by ticket_id) as open
      where handling_case.ticket_id = open.ticket_id`);
  }
}
