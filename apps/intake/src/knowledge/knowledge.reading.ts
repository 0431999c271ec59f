import { Inject, Injectable } from '@nestjs/common';
import { isUnitBound, type Principal, type Role } from '@hotline/auth';
import { localDateOf } from '@hotline/domain/shared';
import { CLOCK, decodeCursor, page, ProblemException, type Clock } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import { Segmenter } from '../suggestion/segmenter.js';
import { findEntries, readEntries, readStale, readVersions, type DraftSight } from './knowledge-reading.store.js';
import type { EntryQuery, SearchQuery, StaleQuery } from './knowledge.dto.js';
import type { EntryDetail, EntryList, FoundEntries } from './knowledge.view.js';
import { searchTerms, snippetOf } from './search-words.js';

const COUNTY: readonly Role[] = ['dispatcher', 'supervisor', 'admin'];

/** Whose drafts a caller sees and, as an author, writes: the county all, a unit its own, everybody else none. */
export function draftSightOf(caller: Principal): DraftSight {
  if (caller.roles.some((role) => COUNTY.includes(role))) return 'all';
  return isUnitBound(caller) && caller.unit !== undefined ? { unit: caller.unit } : 'none';
}

/** What people read of the knowledge base (Art. 5). */
@Injectable()
export class KnowledgeReading {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(Segmenter) private readonly segmenter: Segmenter,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  list(caller: Principal, { limit, cursor, ...filter }: EntryQuery): Promise<EntryList> {
    const after = decodeCursor(cursor, 'uuid')?.[0];
    return this.uow.read(async (tx) => page(await readEntries(tx, draftSightOf(caller), filter, { after, limit }), limit, ({ id }) => [id]));
  }

  /** Entries whose review date is past; a unit sees its own. */
  stale(caller: Principal, { limit, cursor, unit }: StaleQuery): Promise<EntryList> {
    const after = decodeCursor(cursor, 'text', 'uuid');
    if (after && !/^\d{4}-\d{2}-\d{2}$/.test(after[0])) throw ProblemException.of('cursor-malformed');
    const own = isUnitBound(caller) ? (caller.unit ?? '') : unit;
    return this.uow.read(async (tx) => page(await readStale(tx, localDateOf(this.time.now()), own, { after, limit }), limit, ({ reviewOn, id }) => [reviewOn ?? '', id]));
  }

  detail(caller: Principal, id: string): Promise<EntryDetail> {
    return this.uow.read(async (tx) => {
      const sight = draftSightOf(caller);
      const [summary] = await readEntries(tx, sight, { id }, { limit: 1 });
      if (!summary) throw ProblemException.of('not-found');
      return { ...summary, versions: await readVersions(tx, sight, id) };
    });
  }

  /** The best first; a page goes on after as many as were shown, since a rank is no key. */
  search({ q, unit, limit, cursor }: SearchQuery): Promise<FoundEntries> {
    const shown = decodeCursor(cursor, 'number')?.[0] ?? 0;
    if (shown < 0) throw ProblemException.of('cursor-malformed');
    const terms = searchTerms(q, (text) => this.segmenter.forSearch(text));
    if (terms.length === 0) return Promise.resolve({ items: [], next: null });
    return this.uow.read(async (tx) => {
      const { items, next } = page(await findEntries(tx, terms, { unit, shown, limit: limit + 1 }), limit, () => [shown + limit]);
      return { items: items.map(({ text, ...entry }) => ({ ...entry, snippet: snippetOf(text, terms) })), next };
    });
  }
}
