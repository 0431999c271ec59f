import { Injectable } from '@nestjs/common';
import type { FilterQuery } from '@mikro-orm/postgresql';
import type { Principal } from '@hotline/auth';
import type { Outcome } from '@hotline/domain/shared';
import { decodeCursor, type Page, page } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import { UnitStore } from '../unit/unit.store.js';
import type { CaseQuery } from './case.dto.js';
import { CaseRow } from './case.row.js';
import { seen, seenSteps, type Sight, sightOf } from './case.sight.js';
import { CaseStore } from './case.store.js';
import { caseView, namesNeeded, stepView, summaryView } from './case.view.js';
import type { CaseDetailView, CaseSummaryView } from './case.views.js';

/** Shows cases to those who may see them. */
@Injectable()
export class CaseReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cases: CaseStore,
    private readonly units: UnitStore,
  ) {}

  /** The case with every step: what, when, by whom. */
  find(caller: Principal, ticketId: string): Promise<Outcome<CaseDetailView>> {
    const sight = sightOf(caller);
    return this.uow.read(async (tx) => {
      const stored = await this.cases.find(tx, ticketId);
      const state = seen(stored.state, sight);
      if (!state) return { ok: false, refusal: { slug: 'no-such-case' } };
      const names = await this.units.namesAt(tx, namesNeeded(state));
      const steps = seenSteps(await this.cases.steps(tx, ticketId), state, sight);
      return { ok: true, value: { ...caseView(state, stored, names), steps: steps.map(stepView) } };
    });
  }

  /** Newest acceptance first. */
  list(caller: Principal, query: CaseQuery): Promise<Page<CaseSummaryView>> {
    const sight = sightOf(caller);
    return this.uow.read(async (tx) => {
      const rows = await tx.em.find(CaseRow, { $and: [...within(sight), ...filters(query), ...after(query.cursor)] }, { orderBy: { openedAt: 'desc', ticketId: 'desc' }, limit: query.limit + 1 });
      const items = rows.flatMap((row) => {
        const state = seen(row.state, sight);
        return state ? [summaryView(row, state)] : [];
      });
      return page(items, query.limit, (item) => [Date.parse(item.acceptedAt), item.ticketId]);
    });
  }
}

function within(sight: Sight): FilterQuery<CaseRow>[] {
  const opened: FilterQuery<CaseRow> = { openedAt: { $ne: null } };
  switch (sight.of) {
    case 'all':
      return [opened];
    case 'prefecture':
      return [opened, { prefectureTransfer: true }];
    case 'unit':
      return [opened, { units: { $contains: [sight.unit] } }];
  }
}

function filters({ status, unit, category, supervised, round, historyRefused }: CaseQuery): FilterQuery<CaseRow>[] {
  const where: FilterQuery<CaseRow>[] = [];
  if (status) where.push({ status });
  if (unit) where.push({ units: { $contains: [unit] } }, { $or: [{ lead: unit }, { assisting: { $contains: [unit] } }] });
  if (category) where.push({ category });
  if (supervised) where.push({ supervised: supervised === 'true' });
  if (round) where.push({ round });
  if (historyRefused) where.push({ historyRefusal: historyRefused === 'true' ? { $ne: null } : null });
  return where;
}

function after(cursor: string | undefined): FilterQuery<CaseRow>[] {
  const key = decodeCursor(cursor, 'number', 'uuid');
  if (!key) return [];
  const openedAt = new Date(key[0]);
  return [{ $or: [{ openedAt: { $lt: openedAt } }, { openedAt, ticketId: { $lt: key[1] } }] }];
}
