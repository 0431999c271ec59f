import type { knowledge } from '@hotline/domain';
import { isoOf } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';

/** An entry with the version that its ETag and its events carry. */
export interface StoredEntry {
  readonly entry: knowledge.Entry;
  readonly version: number;
}

/** The entry, locked until the end of the transaction. */
export async function lockEntry(tx: Transaction, id: string): Promise<StoredEntry | undefined> {
  const [row] = await tx.sql<{ state: knowledge.Entry; version: number }>(`select state, version from knowledge_entry where id = $1 for update`, [id]);
  return row && { entry: row.state, version: row.version };
}

/** Writes the entry; `version` is the one it has from now on. */
export async function saveEntry(tx: Transaction, entry: knowledge.Entry, version: number): Promise<void> {
  await tx.sql(
    `insert into knowledge_entry (id, unit, version, status, in_force_version, review_on, state) values ($1, $2, $3, $4, $5, $6, $7::jsonb)
     on conflict (id) do update set version = excluded.version, status = excluded.status, in_force_version = excluded.in_force_version,
       review_on = excluded.review_on, state = excluded.state`,
    [entry.entryId, entry.unit, version, entry.status, entry.inForce?.version ?? null, entry.inForce?.reviewOn ?? null, JSON.stringify(entry)],
  );
}

/** Writes what an event does to the versions; those that are over stay. */
export async function saveVersions(tx: Transaction, entryId: string, event: knowledge.EntryEvent, vectorOf: (content: knowledge.EntryContent) => string): Promise<void> {
  const at = isoOf(event.at);
  switch (event.type) {
    case 'EntryDrafted':
      return writeDraft(tx, entryId, 1, event.content, vectorOf(event.content));
    case 'EntryRevised':
      return writeDraft(tx, entryId, event.version, event.content, vectorOf(event.content));
    case 'EntrySubmitted':
      return move(tx, entryId, event.version, 'submitted', {});
    case 'EntrySentBack':
      return move(tx, entryId, event.version, 'sent-back', { reason: event.reason });
    case 'EntryPublished':
      if (event.superseded !== null) await move(tx, entryId, event.superseded, 'superseded', { endedAt: at });
      return move(tx, entryId, event.version, 'in-force', { publishedAt: at });
    case 'EntryWithdrawn':
      return move(tx, entryId, event.version, 'withdrawn', { reason: event.reason, endedAt: at });
    case 'ReviewConfirmed':
      return;
  }
}

async function writeDraft(tx: Transaction, entryId: string, version: number, content: knowledge.EntryContent, vector: string): Promise<void> {
  await tx.sql(
    `insert into knowledge_version (entry_id, version, stage, title, text, keywords, subject, source, words) values ($1, $2, 'draft', $3, $4, $5, $6, $7, $8::tsvector)
     on conflict (entry_id, version) do update set stage = 'draft', title = excluded.title, text = excluded.text, keywords = excluded.keywords,
       subject = excluded.subject, source = excluded.source, words = excluded.words, reason = null`,
    [entryId, version, content.title, content.text, content.keywords, content.subject, content.source, vector],
  );
}

async function move(tx: Transaction, entryId: string, version: number, stage: string, about: { reason?: string; publishedAt?: string; endedAt?: string }): Promise<void> {
  await tx.sql(
    `update knowledge_version set stage = $3, reason = $4, published_at = coalesce($5::timestamptz, published_at), ended_at = coalesce($6::timestamptz, ended_at)
     where entry_id = $1 and version = $2`,
    [entryId, version, stage, about.reason ?? null, about.publishedAt ?? null, about.endedAt ?? null],
  );
}
