import { Inject, Injectable } from '@nestjs/common';
import type { FilterQuery } from '@mikro-orm/postgresql';
import type { Principal } from '@hotline/auth';
import { handling } from '@hotline/domain';
import { codesOf, localDateOf, type Instant, type LocalDate, type Outcome } from '@hotline/domain/shared';
import { CLOCK, type Clock, decodeCursor, type Page, page } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import { TicketNumberStore } from '../slip/number.store.js';
import { supplementsOf } from '../supplement/supplement.store.js';
import { UnitStore } from '../unit/unit.store.js';
import type { CaseQuery, CountsQuery } from './case.dto.js';
import { CaseRow } from './case.row.js';
import { seenCases, seenSteps, type SeenCase, type Sight, sightOf } from './case.sight.js';
import { CaseStore, taskKey } from './case.store.js';
import { caseView, isoOrNull, namesNeeded, stepView, summaryView } from './case.view.js';
import type { CaseCountsView, CaseDetailView, CaseSummaryView } from './case.views.js';

/** Shows cases to those who may see them. */
@Injectable()
export class CaseReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cases: CaseStore,
    private readonly units: UnitStore,
    private readonly numbers: TicketNumberStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The case with every step: what, when, by whom. */
  find(caller: Principal, ticketId: string): Promise<Outcome<CaseDetailView>> {
    const sight = sightOf(caller);
    return this.uow.read(async (tx) => {
      const stored = await this.cases.find(tx, ticketId);
      const seen = (await seenCases(tx, this.cases, [stored], sight)).get(ticketId);
      if (!seen) return { ok: false, refusal: { slug: 'no-such-case' } };
      const names = await this.units.namesAt(tx, namesNeeded(seen.state));
      const steps = seenSteps(await this.cases.stepsOf(tx, [ticketId]), seen, sight);
      const supplementedAt = markFor(sight, seen.state, await supplementsOf(tx, [ticketId]));
      return { ok: true, value: { ...caseView(seen.state, seen.told, names, seen.until ?? this.clock.now()), supplementedAt: isoOrNull(supplementedAt), steps: steps.map(stepView) } };
    });
  }

  /** Newest acceptance first. What a unit holds no more is in no filtered list: what it is asked for may have come later. */
  list(caller: Principal, query: CaseQuery): Promise<Page<CaseSummaryView>> {
    const sight = sightOf(caller);
    return this.uow.read(async (tx) => {
      const rows = await tx.em.find(CaseRow, { $and: [...within(sight), ...filters(query, sight, localDateOf(this.clock.now())), ...after(query.cursor)] }, { orderBy: { openedAt: 'desc', ticketId: 'desc' }, limit: query.limit + 1 });
      const ids = rows.map(({ ticketId }) => ticketId);
      const [numbers, supplements] = [await this.numbers.findAll(tx, ids), await supplementsOf(tx, ids)];
      const { items, next } = page(rows, query.limit, ({ ticketId, openedAt }) => [openedAt?.getTime() ?? 0, ticketId]);
      const cases = await seenCases(tx, this.cases, items, sight);
      const line = (seen: SeenCase): CaseSummaryView => summaryView(seen, numbers.get(seen.state.ticketId) ?? null, markFor(sight, seen.state, supplements));
      return { items: items.flatMap(({ ticketId }) => cases.get(ticketId) ?? []).filter(({ until }) => until === null || !isFiltered(query)).map(line), next };
    });
  }

  /** How much waits for whom: every task with its number of tickets, over the county or of one unit. */
  counts(caller: Principal, { unit }: CountsQuery): Promise<CaseCountsView> {
    const sight = sightOf(caller);
    const whose = sight.of === 'unit' ? sight.unit : unit;
    return this.uow.read(async (tx) => {
      const prefectureOnly = sight.of === 'prefecture';
      const rows = await tx.sql<{ key: string; count: number }>(
        `select key, count(*)::integer as count from handling_case, unnest(tasks) as named (key)
         where tasks <> '{}' and (prefecture_transfer or not $1::boolean) and key = any($2::text[]) group by key`,
        [prefectureOnly, codesOf(handling.CASE_TASKS).map((task) => taskKey(task, whose))],
      );
      const [due] = await tx.sql<{ count: number }>(
        `select count(*)::integer as count from handling_case
         where review_on <= $1::date and (prefecture_transfer or not $2::boolean) and ($3::text is null or lead = $3)`,
        [localDateOf(this.clock.now()), prefectureOnly, whose ?? null],
      );
      const counted = new Map(rows.map(({ key, count }) => [key, count]));
      return { tasks: codesOf(handling.CASE_TASKS).map((task) => ({ task, count: counted.get(taskKey(task, whose)) ?? 0 })), reviewDue: due?.count ?? 0 };
    });
  }
}

/** A unit sees what is new to itself, everybody else what is new to the lead. */
function markFor(sight: Sight, state: handling.Case, supplements: Awaited<ReturnType<typeof supplementsOf>>): Instant | null {
  return handling.unreadSupplementAt(state, supplements.get(state.ticketId) ?? [], sight.of === 'unit' ? sight.unit : undefined);
}

function isFiltered({ limit: _, cursor: __, ...filter }: CaseQuery): boolean {
  return Object.values(filter).some((value) => value !== undefined);
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

function filters(query: CaseQuery, sight: Sight, today: LocalDate): FilterQuery<CaseRow>[] {
  const { status, unit, category, supervised, round, historyRefused } = query;
  const where: FilterQuery<CaseRow>[] = [];
  if (status) where.push({ status });
  if (unit) where.push({ units: { $contains: [unit] } }, { $or: [{ lead: unit }, { assisting: { $contains: [unit] } }] });
  if (category) where.push({ category });
  if (supervised) where.push({ supervised: supervised === 'true' });
  if (round) where.push({ round });
  if (historyRefused) where.push({ historyRefusal: historyRefused === 'true' ? { $ne: null } : null });
  return [...where, ...workFilters(query, sight.of === 'unit' ? sight.unit : unit, today)];
}

/** What somebody has to do, or look at. */
function workFilters({ task, mark, returns, reviewDue }: CaseQuery, unit: string | undefined, today: LocalDate): FilterQuery<CaseRow>[] {
  const where: FilterQuery<CaseRow>[] = [];
  if (task) where.push({ tasks: { $contains: [taskKey(task, unit)] } });
  if (mark) where.push({ marks: { $contains: [mark] } });
  if (returns) where.push({ acceptedReturns: { $gte: returns } });
  if (reviewDue) where.push(reviewDue === 'true' ? { reviewOn: { $lte: today } } : { $or: [{ reviewOn: null }, { reviewOn: { $gt: today } }] });
  return where;
}

function after(cursor: string | undefined): FilterQuery<CaseRow>[] {
  const key = decodeCursor(cursor, 'number', 'uuid');
  if (!key) return [];
  const openedAt = new Date(key[0]);
  return [{ $or: [{ openedAt: { $lt: openedAt } }, { openedAt, ticketId: { $lt: key[1] } }] }];
}
