import type { CalendarYear } from '@hotline/calendar';
import { isoOf, type Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import type { PreviewCounts } from './preview.service.js';

export const DRAFT_STATUSES = { draft: '草稿', published: '已发布', discarded: '已废弃' } as const;
export type DraftStatus = keyof typeof DRAFT_STATUSES;

/** What would be published, and on which terms. */
export interface DraftTerms {
  readonly record: CalendarYear;
  readonly allowEarlier: boolean;
  readonly reason: string | null;
}

/** What the last preview rested on and what it showed; a publication is measured against it. */
export interface DraftPreview {
  readonly draftVersion: number;
  readonly revision: number;
  readonly counts: PreviewCounts;
  /** Of all moves, clock by clock; missing from previews of an older version, which are stale. */
  readonly digest?: string;
  readonly previewedBy: string;
  readonly previewedAt: Instant;
}

/** What became of a published draft. */
export interface DraftPublication {
  readonly revision: number;
  /** Office and name of the person who answers for it. */
  readonly publisher: string;
  readonly publishedAt: Instant;
}

export interface StoredDraft {
  readonly id: string;
  readonly status: DraftStatus;
  readonly terms: DraftTerms;
  readonly preview: DraftPreview | null;
  readonly published: DraftPublication | null;
  readonly createdBy: string;
  readonly changedAt: Instant;
  /** Counts the changes of terms and status; a preview is none. */
  readonly version: number;
}

export interface ChangedPosition {
  readonly changedAt: Instant;
  readonly id: string;
}

interface DraftRow {
  readonly id: string;
  readonly status: DraftStatus;
  readonly terms: DraftTerms;
  readonly preview: DraftPreview | null;
  readonly published: DraftPublication | null;
  readonly created_by: string;
  readonly changed_at: Instant;
  readonly version: number;
}

const COLUMNS = `id, status, terms, preview, published, created_by, round(date_part('epoch', changed_at) * 1000) as changed_at, version`;

/** Writes a new or changed draft whole. */
export async function saveDraft(tx: Transaction, draft: StoredDraft): Promise<void> {
  await tx.sql(
    `insert into calendar_draft (id, status, terms, preview, created_by, changed_at, published, version)
     values ($1, $2, $3::jsonb, $4::jsonb, $5, $6::timestamptz, $7::jsonb, $8)
     on conflict (id) do update set status = excluded.status, terms = excluded.terms, preview = excluded.preview,
       changed_at = excluded.changed_at, published = excluded.published, version = excluded.version`,
    [draft.id, draft.status, JSON.stringify(draft.terms), jsonOrNull(draft.preview), draft.createdBy, isoOf(draft.changedAt), jsonOrNull(draft.published), draft.version],
  );
}

/** Notes a preview, unless the draft was changed meanwhile. */
export async function notePreview(tx: Transaction, id: string, preview: DraftPreview): Promise<void> {
  await tx.sql(`update calendar_draft set preview = $2::jsonb where id = $1 and version = $3 and status = 'draft'`, [id, JSON.stringify(preview), preview.draftVersion]);
}

export async function findDraft(tx: Transaction, id: string): Promise<StoredDraft | undefined> {
  const [row] = await tx.sql<DraftRow>(`select ${COLUMNS} from calendar_draft where id = $1`, [id]);
  return row && storedOf(row);
}

/** The same, locked until the end of the transaction. */
export async function lockDraft(tx: Transaction, id: string): Promise<StoredDraft | undefined> {
  const [row] = await tx.sql<DraftRow>(`select ${COLUMNS} from calendar_draft where id = $1 for update`, [id]);
  return row && storedOf(row);
}

/** Drafts in the order of their last change. */
export async function readDrafts(tx: Transaction, status: DraftStatus | undefined, after: ChangedPosition | undefined, limit: number): Promise<StoredDraft[]> {
  const rows = await tx.sql<DraftRow>(
    `select ${COLUMNS} from calendar_draft where ($1::text is null or status = $1) and (changed_at, id) > ($2::timestamptz, $3::uuid) order by calendar_draft.changed_at, id limit $4`,
    [status ?? null, after ? isoOf(after.changedAt) : '-infinity', after?.id ?? FIRST_ID, limit],
  );
  return rows.map(storedOf);
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

function jsonOrNull(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

function storedOf({ created_by: createdBy, changed_at: changedAt, ...rest }: DraftRow): StoredDraft {
  return { ...rest, createdBy, changedAt };
}
