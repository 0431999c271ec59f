import type { topic } from '@hotline/domain';
import { isoOf, type Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';

/** True for one replica at a time: two would find the same topic twice. */
export async function mayFind(tx: Transaction): Promise<boolean> {
  const [row] = await tx.sql<{ mine: boolean }>(`select pg_try_advisory_xact_lock(hashtextextended('intake topics', 0)) as mine`);
  return row?.mine ?? false;
}

interface LessonRow {
  readonly ticketId: string;
  readonly words: readonly string[];
  readonly weights: readonly number[];
  readonly labelWords: readonly string[];
  readonly townCode: string | null;
  readonly subject: string | null;
  readonly receivedAt: number;
}

const instant = (column: string): string => `round(date_part('epoch', ${column}) * 1000)::double precision`;

/** The newest tickets since a moment that were not declined, with the words that were learnt of them. */
export async function recentTickets(tx: Transaction, since: Instant, until: Instant, limit: number): Promise<topic.TopicTicket[]> {
  const rows = await tx.sql<LessonRow>(
    `select ticket_id as "ticketId", words, weights, label_words as "labelWords", town_code as "townCode", subject, ${instant('received_at')} as "receivedAt"
     from ticket_lesson where received_at > $1::timestamptz and received_at <= $2::timestamptz
       and not exists (select from ticket where ticket.id = ticket_lesson.ticket_id and ticket.decision = 'declined')
     order by received_at desc, ticket_id limit ${limit}`,
    [isoOf(since), isoOf(until)],
  );
  return rows.map(({ words, weights, labelWords, ...row }) => ({ ...row, words: new Map(words.map((word, place) => [word, weights[place] ?? 0])), labelWords: new Set(labelWords) }));
}

/** Topics that had a ticket since a moment. */
export function recentTopics(tx: Transaction, since: Instant): Promise<topic.KnownTopic[]> {
  return tx.sql<topic.KnownTopic>(
    `select id as "topicId", version, label, subject, town_code as "townCode", ${instant('first_received_at')} as "firstReceivedAt", ${instant('last_received_at')} as "lastReceivedAt",
       array(select ticket_id::text from topic_ticket where topic_id = topic.id order by ticket_id) as "ticketIds"
     from topic where last_received_at > $1::timestamptz order by id`,
    [isoOf(since)],
  );
}

export async function saveTopic(tx: Transaction, { topicId, version, ...found }: topic.KnownTopic, foundAt: Instant): Promise<void> {
  await tx.sql(
    `insert into topic (id, version, label, subject, town_code, tickets, first_received_at, last_received_at, found_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (id) do update set version = excluded.version, label = excluded.label, subject = excluded.subject, town_code = excluded.town_code,
       tickets = excluded.tickets, first_received_at = excluded.first_received_at, last_received_at = excluded.last_received_at`,
    [topicId, version, found.label, found.subject, found.townCode, found.ticketIds.length, isoOf(found.firstReceivedAt), isoOf(found.lastReceivedAt), isoOf(foundAt)],
  );
  await tx.sql(`delete from topic_ticket where topic_id = $1 and not ticket_id = any($2::uuid[])`, [topicId, found.ticketIds]);
  await tx.sql(`insert into topic_ticket (topic_id, ticket_id) select $1, unnest($2::uuid[]) on conflict do nothing`, [topicId, found.ticketIds]);
}
