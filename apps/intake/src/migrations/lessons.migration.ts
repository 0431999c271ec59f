import { Migration } from '@mikro-orm/migrations';

/**
 * What tickets teach: their words, and how much each word weighs under each label. Triggers note which tickets are to be learnt
 * (anew), whoever writes them; a row a change, without a key, so that nobody ever waits for the learner.
 */
export class Lessons20260122000000 extends Migration {
  override up(): void {
    this.addSql(`alter table unit add column responsibilities text[] not null default '{}'`);
    this.addSql(`create table lesson_due (id bigint generated always as identity primary key, ticket_id uuid not null)`);
    this.addSql(`create function note_lesson() returns trigger language plpgsql as $$
      begin
        insert into lesson_due (ticket_id) select id from changed;
        return null;
      end $$`);
    for (const [name, event, table] of [['new', 'insert', 'new'], ['changed', 'update', 'new'], ['gone', 'delete', 'old']]) {
      this.addSql(`create trigger ticket_lesson_${name} after ${event} on ticket referencing ${table} table as changed for each statement execute function note_lesson()`);
    }
    this.addSql(`insert into lesson_due (ticket_id) select id from ticket order by received_at`);
    this.addSql(`create table ticket_lesson (
      ticket_id uuid primary key,
      words text[] not null,
      weights integer[] not null,
      cues text[] not null,
      cue_weights integer[] not null,
      label_words text[] not null,
      category text not null,
      subject text,
      unit text,
      town_code text,
      received_at timestamptz not null)`);
    this.addSql(`create index ticket_lesson_words on ticket_lesson using gin (words)`);
    this.addSql(`create index ticket_lesson_received on ticket_lesson (received_at, ticket_id)`);
    this.addSql(`create table label_count (kind text not null, label text not null, tickets integer not null, weight bigint not null, primary key (kind, label))`);
    this.addSql(`create table word_count (kind text not null, word text not null, label text not null, weight bigint not null, primary key (kind, word, label))`);
    this.addSql(`create table word_ticket (word text primary key, tickets integer not null)`);
  }
}
