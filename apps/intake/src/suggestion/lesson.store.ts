import type { Transaction } from '@hotline/persistence';
import { CountChanges, type Lesson } from './lesson.js';

/** A ticket as it stands, to be learnt. */
export interface TicketToLearn {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly category: string;
  readonly subject: string | null;
  readonly townCode: string | null;
  readonly receivedAt: Date;
  /** The lead of the last dispatch that was not returned, withdrawn or recalled. */
  readonly unit: string | null;
}

/** True for one replica at a time: two learners would lock the same counts in different orders. */
export async function mayLearn(tx: Transaction): Promise<boolean> {
  const [row] = await tx.sql<{ mine: boolean }>(`select pg_try_advisory_xact_lock(hashtextextended('intake lessons', 0)) as mine`);
  return row?.mine ?? false;
}

/** Takes notes of changed tickets away; a ticket that changes again meanwhile is noted anew. */
export async function takeDue(tx: Transaction, limit: number): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>(
    `delete from lesson_due where id in (select id from lesson_due order by id limit ${limit}) returning ticket_id as id`,
  );
  return [...new Set(rows.map(({ id }) => id))].sort();
}

/** Whether a ticket waits to be learnt; what another replica has taken away but not committed counts as waiting. */
export async function anythingDue(tx: Transaction): Promise<boolean> {
  const [row] = await tx.sql<{ due: boolean }>(`select exists (select from lesson_due) as due`);
  return row?.due ?? false;
}

export function ticketsToLearn(tx: Transaction, ids: readonly string[]): Promise<TicketToLearn[]> {
  return tx.sql<TicketToLearn>(
    `select id, title, text, category, subject, town_code as "townCode", received_at as "receivedAt",
       (select held.unit from ticket_unit held where held.ticket_id = ticket.id and held.role = 'lead' and not held.returned
         and not exists (select from ticket_unit gone where gone.ticket_id = held.ticket_id and gone.dispatch_no = held.dispatch_no and gone.unit = '*') order by held.dispatch_no desc limit 1) as unit
     from ticket where id = any($1::uuid[])`,
    [ids],
  );
}

interface LessonRow {
  readonly ticketId: string;
  readonly words: readonly string[];
  readonly weights: readonly number[];
  readonly cues: readonly string[];
  readonly cueWeights: readonly number[];
  readonly labelWords: readonly string[];
  readonly category: string;
  readonly subject: string | null;
  readonly unit: string | null;
}

/** What these tickets taught before, by ticket. */
export async function lessonsOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, Lesson>> {
  const rows = await tx.sql<LessonRow>(
    `select ticket_id as "ticketId", words, weights, cues, cue_weights as "cueWeights", label_words as "labelWords", category, subject, unit
     from ticket_lesson where ticket_id = any($1::uuid[])`,
    [ids],
  );
  const paired = (words: readonly string[], weights: readonly number[]) => new Map(words.map((word, index) => [word, weights[index] ?? 0]));
  return new Map(rows.map(({ words, weights, cues, cueWeights, ...row }) => [row.ticketId, { ...row, features: paired(words, weights), cues: paired(cues, cueWeights) }]));
}

/** A lesson with place and time of its ticket. */
export interface NewLesson extends Lesson {
  readonly townCode: string | null;
  readonly receivedAt: Date;
}

export async function saveLesson(tx: Transaction, lesson: NewLesson): Promise<void> {
  await tx.sql(
    `insert into ticket_lesson (ticket_id, words, weights, cues, cue_weights, label_words, category, subject, unit, town_code, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (ticket_id) do update set words = excluded.words, weights = excluded.weights, cues = excluded.cues, cue_weights = excluded.cue_weights,
       label_words = excluded.label_words, category = excluded.category, subject = excluded.subject, unit = excluded.unit, town_code = excluded.town_code,
       received_at = excluded.received_at`,
    [
      lesson.ticketId, [...lesson.features.keys()], [...lesson.features.values()], [...lesson.cues.keys()], [...lesson.cues.values()], lesson.labelWords,
      lesson.category, lesson.subject, lesson.unit, lesson.townCode, lesson.receivedAt,
    ],
  );
}

/** Of tickets that are gone. */
export async function forgetLessons(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.sql(`delete from ticket_lesson where ticket_id = any($1::uuid[])`, [ids]);
}

/** Adds the changes; what nothing is left of goes. */
export async function applyChanges(tx: Transaction, { labels, words, tickets }: CountChanges): Promise<void> {
  const [byLabel, byWord] = [[...labels.values()], [...words.values()].filter(({ weight }) => weight !== 0)];
  await tx.sql(
    `insert into label_count (kind, label, tickets, weight) select * from unnest($1::text[], $2::text[], $3::integer[], $4::bigint[])
     on conflict (kind, label) do update set tickets = label_count.tickets + excluded.tickets, weight = label_count.weight + excluded.weight`,
    [byLabel.map(({ kind }) => kind), byLabel.map(({ label }) => label), byLabel.map((each) => each.tickets), byLabel.map(({ weight }) => weight)],
  );
  const keys = [byWord.map(({ kind }) => kind), byWord.map(({ word }) => word), byWord.map(({ label }) => label)];
  await tx.sql(
    `insert into word_count (kind, word, label, weight) select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[])
     on conflict (kind, word, label) do update set weight = word_count.weight + excluded.weight`,
    [...keys, byWord.map(({ weight }) => weight)],
  );
  if (byWord.some(({ weight }) => weight < 0)) {
    await tx.sql(`delete from word_count using unnest($1::text[], $2::text[], $3::text[]) as gone (kind, word, label)
      where word_count.kind = gone.kind and word_count.word = gone.word and word_count.label = gone.label and word_count.weight <= 0`, keys);
  }
  await countTickets(tx, [...tickets].filter(([, change]) => change !== 0));
}

async function countTickets(tx: Transaction, changes: readonly (readonly [string, number])[]): Promise<void> {
  await tx.sql(
    `insert into word_ticket (word, tickets) select * from unnest($1::text[], $2::integer[])
     on conflict (word) do update set tickets = word_ticket.tickets + excluded.tickets`,
    [changes.map(([word]) => word), changes.map(([, change]) => change)],
  );
  const fewer = changes.filter(([, change]) => change < 0).map(([word]) => word);
  if (fewer.length > 0) await tx.sql(`delete from word_ticket where word = any($1::text[]) and tickets <= 0`, [fewer]);
}
