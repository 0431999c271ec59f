import { Injectable } from '@nestjs/common';
import { bulletin, type rate } from '@hotline/domain';
import { localDateOf, type CommandRequest, type Outcome } from '@hotline/domain/shared';
import { type Transaction, UnitOfWork } from '@hotline/persistence';
import { findBulletin, findFigures, hashOf, listBulletins, lockBulletin, nextNumber, saveBulletin, saveFigures, type StoredBulletin } from './bulletin.store.js';
import type { BulletinFigures } from './figures.js';
import { FiguresService } from './figures.service.js';

/** One version of a bulletin with its figures. */
export interface Edition {
  readonly month: bulletin.Month;
  readonly status: 'draft' | 'issued';
  readonly edition: bulletin.Draft | bulletin.Issue;
  readonly figures: BulletinFigures;
  /** False when the stored figures are no longer those whose hash was kept. */
  readonly intact: boolean;
}

/** Monthly bulletins (Art. 21): drafted from the facts, issued by a named person, frozen from then on. */
@Injectable()
export class BulletinService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly figures: FiguresService,
  ) {}

  draft(request: CommandRequest, month: bulletin.Month, rankBy: rate.RateKind | undefined, reason: string | null): Promise<Outcome<Edition>> {
    return this.uow.command(request, async (tx) => {
      const stored = await lockBulletin(tx, month);
      const computed = await this.figures.compute(tx, month, rankBy);
      const command = { type: 'DraftBulletin', hash: hashOf(computed), reason, by: request.actor.subject, at: request.at } as const;
      const outcome = await this.#take(tx, request, stored, command);
      if (!outcome.ok) return outcome;
      const { draft } = outcome.value;
      if (!draft) throw new Error('DraftBulletin left no draft');
      await saveFigures(tx, draft.version, computed);
      return { ok: true, value: { month, status: 'draft', edition: draft, figures: computed, intact: true } };
    });
  }

  issue(request: CommandRequest, month: bulletin.Month, hash: string, issuer: string): Promise<Outcome<Edition>> {
    return this.uow.command(request, async (tx) => {
      const stored = await lockBulletin(tx, month);
      const command = { type: 'IssueBulletin', hash, issuer, at: request.at } as const;
      const first = bulletin.decide(stored.state, { ...command, number: 1 });
      if (!first.accepted) return { ok: false, refusal: first.refusal };
      // the running number is drawn only for a first issue that will take place
      const number = stored.state.issued.length > 0 ? 1 : await nextNumber(tx, Number(localDateOf(request.at).slice(0, 4)));
      const outcome = await this.#take(tx, request, stored, { ...command, number });
      return outcome.ok ? editionOf(tx, outcome.value, undefined, true) : outcome;
    });
  }

  /** The version asked for or the newest; drafts are there only for those who may see them. */
  find(month: bulletin.Month, version: number | undefined, drafts: boolean): Promise<Outcome<Edition>> {
    return this.uow.read(async (tx) => {
      const state = await findBulletin(tx, month);
      return state ? editionOf(tx, state, version, !drafts) : { ok: false, refusal: { slug: 'no-such-bulletin' } };
    });
  }

  list(drafts: boolean, before: string | undefined, limit: number): Promise<bulletin.Bulletin[]> {
    return this.uow.read((tx) => listBulletins(tx, { issuedOnly: !drafts, before, limit }));
  }

  async #take(tx: Transaction, request: CommandRequest, stored: StoredBulletin, command: bulletin.BulletinCommand): Promise<Outcome<bulletin.Bulletin>> {
    const decision = bulletin.decide(stored.state, command);
    if (!decision.accepted) return { ok: false, refusal: decision.refusal };
    const state = decision.events.reduce(bulletin.evolve, stored.state);
    await saveBulletin(tx, { state, version: stored.version + 1 });
    tx.audit(request, command.type, `bulletin:${state.month}`, { hash: command.hash });
    return { ok: true, value: state };
  }
}

async function editionOf(tx: Transaction, state: bulletin.Bulletin, version: number | undefined, issuedOnly: boolean): Promise<Outcome<Edition>> {
  const editions: readonly (bulletin.Draft | bulletin.Issue)[] = [...state.issued, ...(state.draft && !issuedOnly ? [state.draft] : [])];
  const edition = version === undefined ? editions.at(-1) : editions.find((each) => each.version === version);
  const figures = edition && (await findFigures(tx, state.month, edition.version));
  if (!edition || !figures) return { ok: false, refusal: { slug: 'no-such-bulletin' } };
  return { ok: true, value: { month: state.month, status: 'issuer' in edition ? 'issued' : 'draft', edition, figures, intact: hashOf(figures) === edition.hash } };
}
