import { randomUUIDv7 as newId } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CommandRequest, Instant, Outcome } from '@hotline/domain/shared';
import { requireVersion } from '@hotline/http';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import type { DuePosition } from './behind.store.js';
import { CalendarBook } from './calendar-book.js';
import type { CalendarEdition } from './calendar-edition.js';
import { CalendarService, type Published } from './calendar.service.js';
import { closureRecord } from './closure.js';
import type { ClosureBody } from './draft.dto.js';
import { findDraft, lockDraft, notePreview, readDrafts, saveDraft, type ChangedPosition, type DraftStatus, type DraftTerms, type StoredDraft } from './draft.store.js';
import { PreviewService, type PlacedMove, type PreviewCounts } from './preview.service.js';

type Refused = Extract<Outcome<never>, { ok: false }>;

const refused = (slug: string, values: Readonly<Record<string, string | number>> = {}): Refused => ({ ok: false, refusal: { slug, values } });

/** Moves of one page, and on the first page all of them counted. */
export interface Preview {
  readonly draft: StoredDraft;
  readonly moves: readonly PlacedMove[];
  readonly counts: PreviewCounts | null;
}

/** Calendar years from draft over preview to publication (reading §2.6). What is published is what was shown: a draft, a calendar or clocks that changed since ask for a new preview. */
@Injectable()
export class DraftService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly book: CalendarBook,
    private readonly calendars: CalendarService,
    private readonly previews: PreviewService,
  ) {}

  create(request: CommandRequest, terms: DraftTerms): Promise<Outcome<StoredDraft>> {
    return this.uow.command(request, async (tx) => {
      const draft: StoredDraft = { id: newId(), status: 'draft', terms, preview: null, published: null, createdBy: request.actor.subject, changedAt: request.at, version: 1 };
      await saveDraft(tx, draft);
      tx.audit(request, 'DraftCalendarYear', draft.id, { year: nameOf(terms) });
      return { ok: true, value: draft };
    });
  }

  /** Days on which the county's offices are closed by a document, as a draft of the county's layer. */
  async close(request: CommandRequest, closure: ClosureBody): Promise<Outcome<StoredDraft>> {
    const record = closureRecord(closure, await this.book.read());
    return record ? this.create(request, { record, allowEarlier: false, reason: null }) : { ok: false, refusal: { slug: 'closure-spans-years', field: 'days' } };
  }

  change(request: CommandRequest, id: string, terms: DraftTerms, expectedVersion?: number): Promise<Outcome<StoredDraft>> {
    return this.#alter(request, id, 'ChangeCalendarDraft', expectedVersion, (draft) => ({ ...draft, terms, preview: null }));
  }

  discard(request: CommandRequest, id: string, expectedVersion?: number): Promise<Outcome<StoredDraft>> {
    return this.#alter(request, id, 'DiscardCalendarDraft', expectedVersion, (draft) => ({ ...draft, status: 'discarded' }));
  }

  find(id: string): Promise<StoredDraft | undefined> {
    return this.uow.read((tx) => findDraft(tx, id));
  }

  list(status: DraftStatus | undefined, after: ChangedPosition | undefined, limit: number): Promise<StoredDraft[]> {
    return this.uow.read((tx) => readDrafts(tx, status, after, limit));
  }

  async revision(): Promise<number> {
    return (await this.book.read()).revision;
  }

  /** Every clock that would move, in order of deadline; the first page is noted on the draft. Undefined when there is no such draft. */
  async preview(by: { subject: string; at: Instant }, id: string, after: DuePosition | undefined, limit: number): Promise<Preview | undefined> {
    const draft = await this.find(id);
    if (!draft) return undefined;
    const { now, then } = await this.calendars.supposed(draft.terms.record);
    // noted before it is shown: what changes in between is not published unseen
    const summary = after ? null : await this.previews.summary(now, then);
    const moves = await this.previews.moves(now, then, after, limit);
    if (!summary) return { draft, moves, counts: null };
    const noted = { draftVersion: draft.version, revision: now.revision, ...summary, previewedBy: by.subject, previewedAt: by.at };
    await this.uow.run((tx) => notePreview(tx, id, noted));
    return { draft, moves, counts: summary.counts };
  }

  /** Publishes a draft as it was previewed, in the name of a person. */
  async publish(request: CommandRequest, id: string, publisher: string, expectedVersion?: number): Promise<Outcome<Published>> {
    const draft = await this.find(id);
    if (!draft) return refused('no-such-draft');
    return this.calendars.publish(request, draft.terms, {
      // Under the calendar's lock and behind the Idempotency-Key: who repeats a publication gets its answer, not a complaint about it.
      before: async (tx, edition) => {
        const locked = await lockDraft(tx, id);
        if (!locked) return refused('no-such-draft');
        requireVersion(expectedVersion, locked.version);
        if (locked.status !== 'draft') return refused('draft-not-open');
        return locked.version === draft.version ? this.#staleness(tx, locked, edition) : refused('preview-stale');
      },
      after: async (tx, revision) => {
        const published = { revision, publisher, publishedAt: request.at };
        const locked = (await lockDraft(tx, id)) ?? draft;
        await saveDraft(tx, { ...locked, status: 'published', published, changedAt: request.at, version: locked.version + 1 });
        tx.audit(request, 'PublishCalendarDraft', id, { publisher, revision });
      },
    });
  }

  /** Nobody publishes what nobody looked at: the same draft, on the same calendar, with the same clocks moving from and to the same deadlines. */
  async #staleness(tx: Transaction, { preview, version, terms }: StoredDraft, edition: CalendarEdition): Promise<Refused | undefined> {
    if (!preview || preview.draftVersion !== version) return refused('preview-missing');
    if (edition.revision !== preview.revision) return refused('preview-stale');
    const { counts, digest } = await this.previews.summaryIn(tx, edition, edition.with(terms.record, true));
    return digest === preview.digest ? undefined : refused('previewed-clocks-changed', { previewed: movesOf(preview.counts), now: movesOf(counts) });
  }

  #alter(request: CommandRequest, id: string, action: string, expectedVersion: number | undefined, change: (draft: StoredDraft) => StoredDraft): Promise<Outcome<StoredDraft>> {
    return this.uow.command(request, async (tx) => {
      const before = await lockDraft(tx, id);
      if (!before) return refused('no-such-draft');
      requireVersion(expectedVersion, before.version);
      if (before.status !== 'draft') return refused('draft-not-open');
      const after = { ...change(before), changedAt: request.at, version: before.version + 1 };
      await saveDraft(tx, after);
      tx.audit(request, action, id, { year: nameOf(after.terms) });
      return { ok: true, value: after };
    });
  }
}

function movesOf({ later, earlier, firm }: PreviewCounts): number {
  return later + earlier + firm;
}

function nameOf({ record }: DraftTerms): string {
  return `${record.layer}:${record.year}v${record.version}`;
}
