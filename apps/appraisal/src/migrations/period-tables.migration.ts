import { Migration } from '@mikro-orm/migrations';

/** Periods of appraisal and what was counted in them (Art. 22). What is frozen cannot be changed by anybody's slip: the database refuses it too. */
export class PeriodTables20260402000000 extends Migration {
  override up(): void {
    this.addSql(`create table appraisal_period (
      period_id text primary key,
      name text not null,
      period_version integer not null,
      kind text not null,
      status text not null,
      from_day date not null,
      to_day date not null,
      state jsonb not null,
      frozen jsonb,
      revision integer not null default 1,
      unique (name, period_version))`);
    this.addSql(`create table period_counted (
      period_id text not null references appraisal_period,
      rate text not null,
      unit text not null,
      ticket_id uuid not null,
      dispatch_no integer not null,
      hit boolean not null)`);
    this.addSql(`create index period_counted_behind on period_counted (period_id, unit, rate, ticket_id)`);
    this.addSql(`create function refuse_change_of_frozen_period() returns trigger language plpgsql as $$
      begin
        raise exception 'a frozen appraisal period does not change: %', old.period_id using errcode = '23514';
      end $$`);
    this.addSql(`create trigger frozen_period before update or delete on appraisal_period for each row when (old.status = 'frozen') execute function refuse_change_of_frozen_period()`);
    this.addSql(`create function refuse_change_of_frozen_counting() returns trigger language plpgsql as $$
      begin
        if exists (select from changed c join appraisal_period p using (period_id) where p.status = 'frozen') then
          raise exception 'the counting of a frozen appraisal period does not change' using errcode = '23514';
        end if;
        return null;
      end $$`);
    const guarded: readonly (readonly [string, string])[] = [
      ['insert', 'new table as changed'],
      ['update', 'new table as changed'],
      ['delete', 'old table as changed'],
    ];
    for (const [change, table] of guarded) {
      this.addSql(`create trigger frozen_counting_${change} after ${change} on period_counted referencing ${table} for each statement execute function refuse_change_of_frozen_counting()`);
    }
  }
}
