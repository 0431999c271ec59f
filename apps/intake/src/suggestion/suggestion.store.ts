import type { suggestion } from '@hotline/domain';
import type { Transaction } from '@hotline/persistence';
import type { TicketStatus } from '../ticket/ticket.view.js';
import type { LabelKind } from './lesson.js';

/** What tickets taught about these words, by kind of label. */
export async function learntCounts(tx: Transaction, words: readonly string[], cues: readonly string[]): Promise<Record<LabelKind, suggestion.WordCounts>> {
  const labels = await tx.sql<{ kind: LabelKind; label: string; tickets: number; weight: string }>(`select kind, label, tickets, weight from label_count where tickets > 0`);
  const rows = await tx.sql<{ kind: LabelKind; word: string; labels: string[]; weights: string[] }>(
    `select kind, word, array_agg(label) as labels, array_agg(weight::text) as weights from word_count
     where kind = 'category' and word = any($2::text[]) or kind in ('subject', 'leaf', 'unit') and word = any($1::text[]) group by kind, word`,
    [words, cues],
  );
  const of = (kind: LabelKind): suggestion.WordCounts => ({
    labels: new Map(labels.filter((each) => each.kind === kind).map(({ label, tickets, weight }) => [label, { tickets, weight: Number(weight) }])),
    words: new Map(rows.filter((each) => each.kind === kind).map((row) => [row.word, new Map(row.labels.map((label, index) => [label, Number(row.weights[index])]))])),
  });
  return { category: of('category'), subject: of('subject'), leaf: of('leaf'), unit: of('unit') };
}

export interface Saying {
  /** How many tickets say each of the words. */
  readonly byWord: ReadonlyMap<string, number>;
  /** How many tickets were learnt. */
  readonly tickets: number;
}

export async function sayingOf(tx: Transaction, words: readonly string[]): Promise<Saying> {
  const rows = await tx.sql<{ word: string; tickets: number }>(`select word, tickets from word_ticket where word = any($1::text[])`, [words]);
  const [all] = await tx.sql<{ tickets: number }>(`select coalesce(sum(tickets), 0)::integer as tickets from label_count where kind = 'category'`);
  return { byWord: new Map(rows.map(({ word, tickets }) => [word, tickets])), tickets: all?.tickets ?? 0 };
}

/** A ticket that may be about the same, or by the same petitioner. */
export interface Candidate extends suggestion.EarlierMatter {
  readonly number: string;
  readonly status: TicketStatus;
  readonly receivedAt: string;
}

interface CandidateRow {
  readonly ticketId: string;
  readonly words: readonly string[];
  readonly weights: readonly number[];
  readonly townCode: string | null;
  readonly samePetitioner: boolean;
  readonly number: string;
  readonly status: TicketStatus;
  readonly receivedAt: string;
}

/** The newest tickets that say one of the telling words within the days before and after, and those of the same petitioner at any time; never the ticket itself. */
export async function candidates(
  tx: Transaction,
  about: { readonly ticketId: string | null; readonly telling: readonly string[]; readonly petitioners: readonly Buffer[]; readonly at: string; readonly days: number; readonly limit: number },
): Promise<Candidate[]> {
  const columns = `lesson.ticket_id as "ticketId", lesson.words, lesson.weights, lesson.town_code as "townCode",
    exists (select 1 from petitioner_index known where known.ticket_id = ticket.id and known.blind = any($6::bytea[])) as "samePetitioner", ticket.number, ticket.status,
    to_char(ticket.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "receivedAt"`;
  const other = `lesson.ticket_id is distinct from $1::uuid`;
  const rows = await tx.sql<CandidateRow>(
    `(select ${columns} from ticket_lesson lesson join ticket on ticket.id = lesson.ticket_id
      where ${other} and lesson.words && $2::text[] and lesson.received_at > $3::timestamptz - make_interval(days => $4) and lesson.received_at < $3::timestamptz + make_interval(days => $4)
      order by lesson.received_at desc, lesson.ticket_id limit $5)
     union
     (select ${columns} from ticket_lesson lesson join ticket on ticket.id = lesson.ticket_id
      where ${other} and lesson.ticket_id in (select ticket_id from petitioner_index where blind = any($6::bytea[])) order by lesson.received_at desc, lesson.ticket_id limit $5)`,
    [about.ticketId, about.telling, about.at, about.days, about.limit, about.petitioners],
  );
  return rows.map(({ words, weights, ...row }) => ({ ...row, words: new Map(words.map((word, index) => [word, weights[index] ?? 0])) }));
}

/** The words of a registered ticket; undefined when there is none. */
export async function wordsOfTicket(tx: Transaction, id: string): Promise<{ title: string; text: string; townCode: string | null; receivedAt: string } | undefined> {
  const [row] = await tx.sql<{ title: string; text: string; townCode: string | null; receivedAt: string }>(
    `select title, text, town_code as "townCode", to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "receivedAt" from ticket where id = $1`,
    [id],
  );
  return row;
}
