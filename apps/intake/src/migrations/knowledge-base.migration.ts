import { Migration } from '@mikro-orm/migrations';

/** Knowledge entries and all their versions. `words` is filled by the service: PostgreSQL has no parser for Chinese. */
export class KnowledgeBase20260121000000 extends Migration {
  override up(): void {
    this.addSql(`create table knowledge_entry (
      id uuid primary key,
      unit text not null,
      version integer not null,
      status text not null,
      in_force_version integer,
      review_on date,
      state jsonb not null)`);
    this.addSql(`create index knowledge_entry_unit on knowledge_entry (unit, id)`);
    this.addSql(`create index knowledge_entry_review on knowledge_entry (review_on, id) where in_force_version is not null`);
    this.addSql(`create table knowledge_version (
      entry_id uuid not null references knowledge_entry (id),
      version integer not null,
      stage text not null,
      title text not null,
      text text not null,
      keywords text[] not null,
      subject text,
      source text not null,
      reason text,
      published_at timestamptz,
      ended_at timestamptz,
      words tsvector not null,
      primary key (entry_id, version))`);
    this.addSql(`create index knowledge_version_words on knowledge_version using gin (words) where stage = 'in-force'`);
  }
}
