import { Migration } from '@mikro-orm/migrations';

/** The unit directory with its history, the cases with their steps, and routing's own copy of the published calendar years. */
export class RoutingTables20260103000000 extends Migration {
  override up(): void {
    this.#units();
    this.#cases();
    this.addSql(`create table calendar_year (
      layer text not null,
      year integer not null,
      version integer not null,
      record jsonb not null,
      primary key (layer, year, version))`);
  }

  #units(): void {
    const columns = `
      name text not null,
      kind text not null,
      active boolean not null,
      leader_in_charge text not null,
      office text not null,
      liaison_name text,
      liaison_phone text,
      principal_leader text not null,
      recorded_at timestamptz not null`;
    this.addSql(`create table unit (code text primary key, ${columns}, version integer not null default 1)`);
    this.addSql(`create table unit_record (code text not null, version integer not null, ${columns}, recorded_by text not null, primary key (code, version))`);
  }

  #cases(): void {
    this.addSql(`create table handling_case (
      ticket_id uuid primary key,
      status text not null,
      category text,
      prefecture_transfer boolean not null,
      round integer not null,
      dispatch_no integer not null,
      lead text,
      assisting text[] not null,
      units text[] not null,
      supervised boolean not null,
      opened_at timestamptz,
      state jsonb not null,
      history_refusal text,
      version integer not null,
      updated_at timestamptz not null default clock_timestamp())`);
    // a list is read newest first; a row that was never opened (opened_at null) is in no list
    this.addSql(`create index handling_case_opened on handling_case (opened_at desc, ticket_id desc) where opened_at is not null`);
    this.addSql(`create index handling_case_status on handling_case (status, opened_at desc, ticket_id desc)`);
    this.addSql(`create index handling_case_units on handling_case using gin (units)`);
    this.addSql(`create index handling_case_history_refusal on handling_case (history_refusal) where history_refusal is not null`);
    this.addSql(`create table case_step (
      ticket_id uuid not null,
      version integer not null,
      type text not null,
      at timestamptz not null,
      dispatch_no integer,
      unit text,
      actor text not null,
      actor_roles text[] not null,
      actor_unit text,
      event jsonb not null,
      recorded_at timestamptz not null default clock_timestamp(),
      primary key (ticket_id, version))`);
  }
}
