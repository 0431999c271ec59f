import type { Transaction } from '@hotline/persistence';
import type { EntrySummary, EntryVersion, FoundEntry } from './knowledge.view.js';

/** Whose drafts a caller sees: everybody's, a unit's, or nobody's. */
export type DraftSight = 'all' | { readonly unit: string } | 'none';

type Bind = (value: unknown) => string;

function draftsSeen(sight: DraftSight, bind: Bind): string {
  if (typeof sight === 'object') return `knowledge_entry.unit = ${bind(sight.unit)}`;
  return sight === 'all' ? 'true' : 'false';
}

/** Everybody may read what was ever published; drafts only who sees them. */
const PUBLIC_STAGES = `version.stage in ('in-force', 'superseded', 'withdrawn')`;

/** With the county, and never published before. */
const SUBMITTED = `knowledge_entry.status = 'drafted' and knowledge_entry.state #>> '{draft,stage}' = 'submitted'`;

function summaryColumns(seen: string): string {
  return `knowledge_entry.id, knowledge_entry.unit, knowledge_entry.version, case when ${SUBMITTED} then 'submitted' else knowledge_entry.status end as status, knowledge_entry.in_force_version as "inForce",
    case when ${seen} then (knowledge_entry.state #>> '{draft,version}')::integer end as draft, to_char(knowledge_entry.review_on, 'YYYY-MM-DD') as "reviewOn",
    (select version.title from knowledge_version version where version.entry_id = knowledge_entry.id and (${PUBLIC_STAGES} or ${seen}) order by version.version desc limit 1) as title`;
}

export interface EntryFilter {
  readonly id?: string;
  readonly unit?: string | undefined;
  readonly status?: string | undefined;
}

/** Entries in the caller's sight, newest first; one more than `limit` if there are more. */
export function readEntries(tx: Transaction, sight: DraftSight, filter: EntryFilter, page: { after?: string | undefined; limit: number }): Promise<EntrySummary[]> {
  const params: unknown[] = [];
  const bind: Bind = (value) => `$${params.push(value)}`;
  const seen = draftsSeen(sight, bind);
  const conditions = [`(${seen} or exists (select 1 from knowledge_version version where version.entry_id = knowledge_entry.id and ${PUBLIC_STAGES}))`];
  if (filter.id !== undefined) conditions.push(`knowledge_entry.id = ${bind(filter.id)}`);
  if (filter.unit !== undefined) conditions.push(`knowledge_entry.unit = ${bind(filter.unit)}`);
  if (filter.status === 'submitted') conditions.push(`${seen} and knowledge_entry.state #>> '{draft,stage}' = 'submitted'`);
  else if (filter.status !== undefined) conditions.push(`knowledge_entry.status = ${bind(filter.status)}`, `not (${SUBMITTED})`);
  if (page.after !== undefined) conditions.push(`knowledge_entry.id < ${bind(page.after)}::uuid`);
  return tx.sql<EntrySummary>(
    `select ${summaryColumns(seen)} from knowledge_entry where ${conditions.join(' and ')} order by knowledge_entry.id desc limit ${bind(page.limit + 1)}`,
    params,
  );
}

/** Entries in force past their review date, longest first. */
export function readStale(tx: Transaction, today: string, unit: string | undefined, page: { after?: readonly [string, string] | undefined; limit: number }): Promise<EntrySummary[]> {
  const params: unknown[] = [today];
  const bind: Bind = (value) => `$${params.push(value)}`;
  const conditions = ['knowledge_entry.in_force_version is not null', 'knowledge_entry.review_on < $1::date'];
  if (unit !== undefined) conditions.push(`knowledge_entry.unit = ${bind(unit)}`);
  if (page.after) conditions.push(`(knowledge_entry.review_on, knowledge_entry.id) > (${bind(page.after[0])}::date, ${bind(page.after[1])}::uuid)`);
  return tx.sql<EntrySummary>(
    `select ${summaryColumns('false')} from knowledge_entry where ${conditions.join(' and ')} order by knowledge_entry.review_on, knowledge_entry.id limit ${bind(page.limit + 1)}`,
    params,
  );
}

/** The versions of an entry in the caller's sight, newest first. */
export function readVersions(tx: Transaction, sight: DraftSight, entryId: string): Promise<EntryVersion[]> {
  const params: unknown[] = [entryId];
  const seen = draftsSeen(sight, (value) => `$${params.push(value)}`);
  const moment = (column: string): string => `to_char(version.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return tx.sql<EntryVersion>(
    `select version.entry_id as "entryId", version.version, version.stage, version.title, version.text, version.keywords, version.subject, version.source, version.reason,
       ${moment('published_at')} as "publishedAt", ${moment('ended_at')} as "endedAt"
     from knowledge_version version join knowledge_entry on knowledge_entry.id = version.entry_id
     where version.entry_id = $1 and (${PUBLIC_STAGES} or ${seen}) order by version.version desc`,
    params,
  );
}

/** Which of the entries found are wanted: those of a unit, after as many as were shown. */
interface FoundPage {
  readonly unit: string | undefined;
  readonly shown: number;
  readonly limit: number;
}

/** Entries in force that say one of the words, best first: first by how many of the words, then by where and how often. */
export function findEntries(tx: Transaction, terms: readonly string[], { unit, shown, limit }: FoundPage): Promise<(Omit<FoundEntry, 'snippet'> & { text: string })[]> {
  return tx.sql(
    `select knowledge_entry.id, version.version, knowledge_entry.unit, version.title, version.text, version.subject, to_char(knowledge_entry.review_on, 'YYYY-MM-DD') as "reviewOn"
     from knowledge_version version join knowledge_entry on knowledge_entry.id = version.entry_id
     where version.stage = 'in-force' and version.words @@ $1::tsquery and ($2::text is null or knowledge_entry.unit = $2)
     order by (select count(*) from unnest($3::text[]) as asked (word) where version.words @@ quote_literal(asked.word)::tsquery) desc,
       ts_rank(version.words, $1::tsquery) desc, knowledge_entry.id limit $4 offset $5`,
    [terms.map((term) => `'${term}'`).join(' | '), unit ?? null, terms, limit, shown],
  );
}
