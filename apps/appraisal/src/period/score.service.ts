import { Injectable } from '@nestjs/common';
import { appraisal, policy } from '@hotline/domain';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { evidenceOf, type UnitEvidence } from './evidence.store.js';
import { frozenOf } from './period.service.js';
import type { PeriodRow } from './period.row.js';
import { behindRate, countedOtherwise, findPeriod, listPeriods, newestOf, tallyOf, type BehindItem, type PeriodFilter } from './period.store.js';

/** A period with the scores it shows: the frozen ones, or what its counting and the decisions so far make of it. */
export interface ScoredPeriod {
  readonly row: PeriodRow;
  readonly scores: readonly appraisal.UnitScore[];
}

/** A recomputation beside what was published. */
export interface Comparison {
  readonly periodId: string;
  readonly hash: string;
  readonly recomputedHash: string;
  /** Hash, and every figure of every unit. */
  readonly equal: boolean;
  /** Units whose published score is not what the kept counting gives. */
  readonly unequalUnits: readonly string[];
  /** What the facts of today count otherwise: events that came after the freeze. They change nothing that is frozen. */
  readonly since: readonly appraisal.CountDifference[];
}

/** Reads scores, rankings and what stands behind them; changes nothing. */
@Injectable()
export class ScoreService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly policies: policy.PolicyBook,
  ) {}

  list(filter: PeriodFilter, after: string | undefined, limit: number): Promise<PeriodRow[]> {
    return this.uow.read((tx) => listPeriods(tx, filter, after, limit));
  }

  find(periodId: string): Promise<PeriodRow | null> {
    return this.uow.read((tx) => findPeriod(tx, periodId));
  }

  scored(periodId: string): Promise<ScoredPeriod | null> {
    return this.uow.read(async (tx) => {
      const row = await findPeriod(tx, periodId);
      return row && { row, scores: row.frozen?.results ?? (await this.#computed(tx, row)) };
    });
  }

  /** Scores of the newest version of a period once they are shown to the units and every manual item is scored; undefined before. */
  async shownIn(tx: Transaction, name: string): Promise<readonly appraisal.UnitScore[] | undefined> {
    const [row] = await newestOf(tx, [name]);
    if (!row || row.state.status === 'open') return undefined;
    const scores = row.frozen?.results ?? (await this.#computed(tx, row));
    return scores.every(({ complete }) => complete) ? scores : undefined;
  }

  /** What stands behind a computed item of a unit; undefined when there is no such item. */
  behind(row: PeriodRow, unit: string, item: string, after: { readonly ticketId: string; readonly dispatchNo: number } | undefined, limit: number): Promise<(BehindItem & { readonly excluded: boolean })[] | undefined> {
    return this.uow.read(async (tx) => {
      const scheme = row.frozen?.scheme ?? this.policies.policyOf(row.state.scheme).appraisal;
      const computed = appraisal.itemsOf(scheme).find((each) => each.item.code === item)?.item;
      if (computed?.kind !== 'rate') return undefined;
      const isExcluded = appraisal.exclusionTest(row.state.exclusions);
      const found = await behindRate(tx, row.periodId, unit, computed.rate, after, limit);
      return found.map((each) => ({ ...each, excluded: isExcluded({ unit, ticketId: each.ticketId, rate: computed.rate }) }));
    });
  }

  evidence({ state }: PeriodRow, unit: string | undefined): Promise<UnitEvidence[]> {
    return this.uow.read((tx) => evidenceOf(tx, state.span, unit));
  }

  /** Recomputes a frozen period from the counting that was kept, and counts anew from the facts of today. */
  compare(row: PeriodRow): Promise<Comparison> {
    const { periodId, state, frozen } = row;
    if (!frozen || !state.frozen) throw new Error('only a frozen period can be compared');
    const { hash } = state.frozen;
    return this.uow.read(async (tx) => {
      const { frame, hash: recomputedHash } = await frozenOf(tx, row, frozen.scheme, frozen.smallSample);
      const published = new Map(frozen.results.map((score) => [score.unit, hashable(score)]));
      const unequalUnits = frame.results.filter((score) => published.get(score.unit) !== hashable(score)).map(({ unit }) => unit);
      const { before, now } = await countedOtherwise(tx, periodId, state.span);
      const since = appraisal.differencesBetween(before, now);
      return { periodId, hash, recomputedHash, equal: hash === recomputedHash && unequalUnits.length === 0, unequalUnits, since };
    });
  }

  async #computed(tx: Transaction, { periodId, state }: PeriodRow): Promise<appraisal.UnitScore[]> {
    const { appraisal: scheme, rates } = this.policies.policyOf(state.scheme);
    const { units, exclusions, manual } = state;
    return appraisal.scoresOfTally({ scheme, smallSample: rates.smallSample, units, manual }, await tallyOf(tx, periodId, exclusions));
  }
}

function hashable(score: appraisal.UnitScore): string {
  return JSON.stringify([score.points, score.outOf, score.tickets, score.items.map((item) => [item.code, item.effectiveWeight, item.numerator, item.denominator, item.points])]);
}
