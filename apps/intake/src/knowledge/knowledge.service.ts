import { randomUUIDv7 as newId } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { knowledgePublishedV1 } from '@hotline/contracts';
import { knowledge, type policy } from '@hotline/domain';
import { isoOf, localDateOf, type CommandRequest, type Outcome } from '@hotline/domain/shared';
import { requireVersion } from '@hotline/http';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { POLICY_BOOK } from '../policy/policy-in-force.js';
import { Segmenter } from '../suggestion/segmenter.js';
import { unitDirectory } from '../unit/unit.store.js';
import { readEntries, type DraftSight } from './knowledge-reading.store.js';
import { lockEntry, saveEntry, saveVersions, type StoredEntry } from './knowledge.store.js';
import type { EntrySummary } from './knowledge.view.js';
import { searchVector } from './search-words.js';

/** A command on an entry that is there. */
export type EntryStep = Exclude<knowledge.EntryCommand, knowledge.DraftEntry>;

/** The knowledge base (Art. 5): load, decide, save, tell. */
@Injectable()
export class KnowledgeService {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(Segmenter) private readonly segmenter: Segmenter,
    @Inject(POLICY_BOOK) private readonly policies: policy.PolicyBook,
  ) {}

  draft(request: CommandRequest, unit: string, content: knowledge.EntryContent): Promise<Outcome<EntrySummary>> {
    return this.uow.command(request, async (tx) => {
      if (!(await unitDirectory(tx))[unit]?.active) return { ok: false, refusal: { slug: 'unit-unknown', field: 'unit' } };
      const entryId = newId();
      return this.#decide(tx, request, undefined, { type: 'DraftEntry', entryId, unit, content, at: request.at });
    });
  }

  /** `authors`: whose drafts the caller may touch; an entry of another unit is as if it were not there. */
  step(request: CommandRequest, id: string, authors: DraftSight, expected: number | undefined, command: EntryStep): Promise<Outcome<EntrySummary>> {
    return this.uow.command(request, async (tx) => {
      const stored = await lockEntry(tx, id);
      if (!stored || !mayTouch(authors, stored.entry.unit)) return { ok: false, refusal: { slug: 'no-such-entry' } };
      requireVersion(expected, stored.version);
      return this.#decide(tx, request, stored, command);
    });
  }

  async #decide(tx: Transaction, request: CommandRequest, stored: StoredEntry | undefined, command: knowledge.EntryCommand): Promise<Outcome<EntrySummary>> {
    const before = stored?.entry ?? knowledge.initial;
    const { reviewMonths } = this.policies.policyAt(localDateOf(request.at)).knowledge;
    const decision = knowledge.decide(before, command, { now: request.at, reviewMonths });
    if (!decision.accepted) return { ok: false, refusal: decision.refusal };
    const [event] = decision.events;
    if (!event) throw new Error('a step of an entry is one event');
    const entry = knowledge.evolve(before, event);
    if (entry.status === 'none') throw new Error('an entry stays');
    const version = (stored?.version ?? 0) + 1;
    await saveEntry(tx, entry, version);
    await saveVersions(tx, entry.entryId, event, (content) => searchVector(content, (text) => this.segmenter.forSearch(text)));
    tell(tx, entry, event, version);
    tx.audit(request, command.type, entry.entryId);
    const [summary] = await readEntries(tx, 'all', { id: entry.entryId }, { limit: 1 });
    if (!summary) throw new Error('an entry that was just written is not there');
    return { ok: true, value: summary };
  }
}

function mayTouch(authors: DraftSight, unit: string): boolean {
  return authors === 'all' || (typeof authors === 'object' && authors.unit === unit);
}

/** What others hear of an entry: that a version is in force, until when, or no more. */
function tell(tx: Transaction, { entryId, unit, inForce }: knowledge.Entry, event: knowledge.EntryEvent, version: number): void {
  if (event.type !== 'EntryPublished' && event.type !== 'EntryWithdrawn' && event.type !== 'ReviewConfirmed') return;
  const publishedAt = isoOf(inForce?.publishedAt ?? event.at);
  const about = { subject: entryId, version, at: event.at };
  tx.emit(knowledgePublishedV1, about, { entryId, version: event.version, unit, inForce: inForce !== null, reviewOn: inForce?.reviewOn ?? null, publishedAt });
}
