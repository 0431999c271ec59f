import { Migration } from '@mikro-orm/migrations';

/** What the rest of Art. 15(3), 19 and 23 needs: more of what others told, samples, follow-ups, candidates and cases. */
export class FollowUpAndAccountability20260310000000 extends Migration {
  override up(): void {
    this.addSql(`alter table supervised_ticket add column petitioner_kind text, add column imported boolean not null default false`);
    this.addSql(`alter table known_dispatch add column mode text, add column dispatched_at timestamptz, add column feedback_at timestamptz, add column supervised boolean not null default false`);
    this.addSql(`create index known_dispatch_closed on known_dispatch (closed_at) where closed_at is not null`);
    this.addSql(`create table known_assisting (
      ticket_id uuid not null,
      dispatch_no integer not null,
      unit text not null,
      named boolean not null default false,
      opinion_at timestamptz,
      primary key (ticket_id, dispatch_no, unit))`);
    // unit '*': the dispatch as a whole was withdrawn
    this.addSql(`create table known_release (
      ticket_id uuid not null,
      dispatch_no integer not null,
      unit text not null,
      at timestamptz not null,
      primary key (ticket_id, dispatch_no, unit))`);
    this.addSql(`create table known_clock (
      clock_id uuid primary key,
      version integer not null,
      ticket_id uuid not null,
      kind text not null,
      unit text not null,
      dispatch_no integer not null,
      due_on date not null,
      due_at timestamptz not null,
      started_at timestamptz not null,
      stopped_at timestamptz,
      overdue_at timestamptz,
      provisional boolean not null,
      verdict text not null,
      working_days_late integer)`);
    this.addSql(`create index known_clock_of_ticket on known_clock (ticket_id, dispatch_no)`);
    this.addSql(`create index known_clock_supervision on known_clock (due_at) where kind = 'supervision' and stopped_at is null and verdict = 'running'`);
    this.addSql(`create index known_clock_overdue on known_clock (overdue_at) where kind <> 'supervision' and stopped_at is null and overdue_at is not null and verdict = 'running'`);
    this.addSql(`create table calendar_year (
      layer text not null,
      year integer not null,
      version integer not null,
      record jsonb not null,
      primary key (layer, year, version))`);
    this.addSql(`create table known_identity_view (
      view_id uuid primary key,
      ticket_id uuid not null,
      unit text not null,
      viewer text not null,
      viewed_at timestamptz not null)`);
    this.addSql(`create index known_identity_view_of_ticket on known_identity_view (ticket_id)`);

    this.addSql(`create index supervision_order_of_ticket on supervision_order (ticket_id)`);
    // orders of the release before: who issued, reminded and judged was not kept
    this.addSql(`update supervision_order set state = state || jsonb_build_object(
      'issuer', jsonb_build_object('person', null, 'body', '县政府热线管理机构'),
      'finding', case when jsonb_typeof(state->'finding') = 'string' then jsonb_build_object('text', state->'finding', 'by', null, 'at', state->'issuedAt') else null end,
      'reminders', (select coalesce(jsonb_agg('{"by": "", "dueOn": null}'::jsonb || r order by n), '[]') from jsonb_array_elements(state->'reminders') with ordinality as t (r, n)),
      'reports', (select coalesce(jsonb_agg('{"judged": null}'::jsonb || r order by n), '[]') from jsonb_array_elements(state->'reports') with ordinality as t (r, n)))`);
    this.addSql(`create table second_dissatisfaction (
      visit_id text primary key,
      ticket_id uuid not null,
      unit text not null,
      status text not null,
      state jsonb not null,
      version integer not null default 1)`);
    this.addSql(`create index second_dissatisfaction_of_ticket on second_dissatisfaction (ticket_id)`);

    this.addSql(`alter table visit add column caller text, add column due_on date`);
    this.addSql(`update visit set state = '{"caller": null, "dueOn": null}'::jsonb || state`);
    this.addSql(`create index visit_of_caller on visit (caller, visit_id) where status = 'planned'`);
    this.addSql(`create table visit_draw (
      period text not null,
      draw_no integer not null,
      seed text not null,
      rate double precision not null,
      way text not null,
      drawn_at timestamptz not null,
      drawn_by text not null,
      primary key (period, draw_no))`);
    this.addSql(`create table visit_draw_member (
      period text not null,
      draw_no integer not null,
      ticket_id uuid not null,
      dispatch_no integer not null,
      unit text not null,
      always_visited boolean not null,
      drawn boolean not null,
      primary key (period, ticket_id, dispatch_no))`);

    this.addSql(`create table follow_up (
      follow_up_id uuid primary key,
      way text not null,
      unit text not null,
      status text not null,
      planned_on date not null,
      ticket_ids uuid[] not null,
      state jsonb not null,
      version integer not null default 1)`);
    this.addSql(`create index follow_up_of_ticket on follow_up using gin (ticket_ids)`);

    this.addSql(`create table accountability_candidate (
      candidate_id text primary key,
      ground text not null,
      unit text not null,
      status text not null,
      state jsonb not null,
      version integer not null default 1)`);
    this.addSql(`create index accountability_candidate_status on accountability_candidate (status, candidate_id)`);
    this.addSql(`create table accountability_case (
      case_id uuid primary key,
      ground text not null,
      unit text not null,
      status text not null,
      candidate_id text,
      ticket_ids uuid[] not null,
      state jsonb not null,
      version integer not null default 1)`);
    this.addSql(`create index accountability_case_of_unit on accountability_case (unit, case_id)`);
  }
}
