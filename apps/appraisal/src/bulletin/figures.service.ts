import { Injectable } from '@nestjs/common';
import { type appraisal, bulletin, policy, rate } from '@hotline/domain';
import { CATEGORIES, CHANNELS, codesOf, UNIT_KINDS, type UnitKind } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import { ScoreService } from '../period/score.service.js';
import { RATE_DEFINITIONS, RATES, type Rate } from '../rates/rate-definitions.js';
import { type Fraction, RateService, type UnitRates } from '../rates/rate.service.js';
import { unitNames, type UnitNameRow } from '../rates/rate.store.js';
import { type BulletinFigures, type Measure, type Compared, type ComparedRate, type Line, withoutNumbers } from './figures.js';
import { type Dimension, overdueIn, topicsIn, type Volume, volumesIn } from './volume.store.js';

const NOT_STATED = '未填';
/** Who answers for the clocks that are no unit's. */
const AGENCIES: readonly string[] = ['county', 'prefecture'];
type Months<T> = readonly [month: T, monthBefore: T, yearBefore: T];

/** What units are ranked by. */
export interface RankingBasis {
  readonly name: string;
  readonly measure: Measure;
  readonly valueOf: (unit: UnitRates) => number | null;
}

export function rankedByRate(by: Rate): RankingBasis {
  return { name: rate.RATE_KINDS[by], measure: 'ratio', valueOf: (unit) => unit.rates[by].ratio };
}

/** By the points of a scheme, in hundredths; a unit without a score stands apart. */
function rankedByScore(scores: readonly appraisal.UnitScore[]): RankingBasis {
  const points = new Map(scores.map((score) => [score.unit, score.points]));
  return { name: '考核得分', measure: 'points', valueOf: ({ unit }) => points.get(unit) ?? null };
}

/** Computes what a bulletin says, from facts alone (Art. 21). */
@Injectable()
export class FiguresService {
  constructor(
    private readonly rates: RateService,
    private readonly scores: ScoreService,
    private readonly policies: policy.PolicyBook,
  ) {}

  /** Ranks by the scores of the month once they are shown to the units, by satisfaction before that (Art. 7), or by the rate that is asked for. */
  async compute(tx: Transaction, month: bulletin.Month, rankBy: Rate | undefined): Promise<BulletinFigures> {
    const basis = await this.#basis(tx, month, rankBy);
    const periods = [month, bulletin.monthBefore(month), bulletin.sameMonthLastYear(month)].map(bulletin.periodOf) as unknown as Months<rate.Period>;
    const pack = this.policies.policyAt(periods[0].to);
    const [now, before, lastYear] = periods;
    const volumes: Months<Volume[]> = [await volumesIn(tx, now), await volumesIn(tx, before), await volumesIn(tx, lastYear)];
    const units: Months<UnitRates[]> = [await this.rates.ratesIn(tx, now), await this.rates.ratesIn(tx, before), await this.rates.ratesIn(tx, lastYear)];
    const names = await unitNames(tx);
    const nameOf = (code: string): string => names.get(code)?.name ?? (code === '' ? NOT_STATED : code);
    const total = (dimension: Dimension): Compared => compared(volumes, dimension, '');
    const own = units[0].filter(({ unit }) => !AGENCIES.includes(unit));
    const topics = await topicsIn(tx, periods[0]);
    return {
      month,
      county: policy.countyNameOf(pack),
      title: `${policy.countyNameOf(pack)}12345政府热线受理情况通报`,
      issuer: policy.issuerOf(pack),
      policy: policy.policyRef(pack),
      totals: { received: total('received'), accepted: total('accepted'), declined: total('declined'), answered: total('answered'), dispatched: total('dispatched'), closed: total('closed') },
      channels: linesOf(volumes, 'channel', (code) => CHANNELS[code as keyof typeof CHANNELS] ?? code, codesOf(CHANNELS)),
      categories: linesOf(volumes, 'category', (code) => CATEGORIES[code as keyof typeof CATEGORIES] ?? code, codesOf(CATEGORIES)),
      subjects: linesOf(volumes, 'subject', (code) => withoutNumbers(code) || NOT_STATED),
      townships: linesOf(volumes, 'township', nameOf, townshipsOf(names)),
      units: linesOf(volumes, 'unit', nameOf),
      rates: RATES.map((each) => comparedRate(each, units)),
      unitRates: own,
      topics: topics.map(({ townCode, ...topic }) => ({ ...topic, label: withoutNumbers(topic.label), subject: topic.subject && withoutNumbers(topic.subject), township: townCode && nameOf(townCode) })),
      overdue: (await overdueIn(tx, periods[0])).map((each) => ({ ...each, name: nameOf(each.unit) })),
      ranking: { by: basis.name, measure: basis.measure, smallSample: pack.rates.smallSample, kinds: bulletin.rankByKind(own.map((unit) => standingOf(unit, basis)), codesOf(UNIT_KINDS)) },
    };
  }

  async #basis(tx: Transaction, month: bulletin.Month, rankBy: Rate | undefined): Promise<RankingBasis> {
    if (rankBy !== undefined) return rankedByRate(rankBy);
    const scores = await this.scores.shownIn(tx, month);
    return scores ? rankedByScore(scores) : rankedByRate('satisfied');
  }
}

function standingOf(unit: UnitRates, basis: RankingBasis): bulletin.Standing {
  return { unit: unit.unit, name: unit.name ?? unit.unit, kind: unit.kind as UnitKind | null, value: basis.valueOf(unit), ranked: unit.ranked };
}

function townshipsOf(names: ReadonlyMap<string, UnitNameRow>): string[] {
  return [...names.values()].filter(({ kind }) => kind === 'township').map(({ code }) => code);
}

function compared(volumes: Months<Volume[]>, dimension: Dimension, code: string): Compared {
  const [count, monthBefore, yearBefore] = volumes.map((rows) => rows.find((row) => row.dimension === dimension && row.code === code)?.count ?? 0) as unknown as Months<number>;
  return { count, monthBefore, yearBefore };
}

/** Every code that occurs in one of the months or is always shown, the most frequent first. */
function linesOf(volumes: Months<Volume[]>, dimension: Dimension, nameOf: (code: string) => string, always: readonly string[] = []): Line[] {
  const codes = new Set([...always, ...volumes.flatMap((rows) => rows.filter((row) => row.dimension === dimension).map(({ code }) => code))]);
  const lines = [...codes].map((code) => ({ code, name: nameOf(code), ...compared(volumes, dimension, code) }));
  return lines.toSorted((a, b) => b.count - a.count || b.monthBefore - a.monthBefore || (a.code < b.code ? -1 : 1));
}

function comparedRate(each: Rate, units: Months<UnitRates[]>): ComparedRate {
  const [month, monthBefore, yearBefore] = units.map((all) => sumOf(all.map(({ rates }) => rates[each]))) as unknown as Months<Fraction>;
  const { numerator, denominator } = RATE_DEFINITIONS[each];
  return { rate: each, name: rate.RATE_KINDS[each], numerator, denominator, month, monthBefore, yearBefore };
}

function sumOf(fractions: readonly Fraction[]): Fraction {
  const numerator = fractions.reduce((sum, each) => sum + each.numerator, 0);
  const denominator = fractions.reduce((sum, each) => sum + each.denominator, 0);
  return { numerator, denominator, ratio: denominator === 0 ? null : Math.round((numerator / denominator) * 10_000) / 10_000 };
}
