import { Migration } from '@mikro-orm/migrations';

/** Calendar years in preparation, and which ends of a published calendar were already alarmed of (reading §2.5, §2.6). */
export class CalendarDraft20261125110000 extends Migration {
  override up(): void {
    this.addSql(`create table calendar_draft (
      id uuid primary key,
      status text not null,
      terms jsonb not null,
      preview jsonb,
      created_by text not null,
      changed_at timestamptz not null,
      published jsonb,
      version integer not null)`);
    this.addSql(`create index calendar_draft_changed on calendar_draft (changed_at, id)`);
    this.addSql(`create table calendar_horizon_notice (
      layer text not null,
      year integer not null,
      noticed_at timestamptz not null,
      primary key (layer, year))`);
  }
}
