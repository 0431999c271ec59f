import { Migration } from '@mikro-orm/migrations';

/** What the directory knows beside the four people: responsibilities, mergers, reported liaison changes, the duty roster and its gaps. */
export class Directory20260301000000 extends Migration {
  override up(): void {
    for (const table of ['unit', 'unit_record']) {
      this.addSql(`alter table ${table} add column responsibilities text[] not null default '{}', add column merged_into text`);
    }
    this.addSql(`create table liaison_change (
      id uuid primary key,
      unit text not null,
      name text not null,
      changed_on date not null,
      reported_on date not null,
      working_days integer not null,
      late boolean not null,
      reported_by text not null,
      recorded_at timestamptz not null)`);
    this.addSql(`create index liaison_change_recorded on liaison_change (recorded_at desc, id desc)`);
    this.addSql(`create table duty (
      unit text not null,
      date date not null,
      officer text not null,
      phone text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      primary key (unit, date))`);
    this.addSql(`create index duty_date on duty (date)`);
    this.addSql(`create table duty_gap (
      unit text not null,
      date date not null,
      found_at timestamptz not null,
      primary key (unit, date))`);
  }
}
