import type { AppraisalItem, AppraisalScheme } from '../policy/index.js';
import type { RateKind } from '../shared/index.js';
import { halfUp, linearPoints, meanOf, partsOf, periodSpan, rankingByKind, rankingOf, scoresOf, type CountedThing, type Exclusion, type ManualScore, type UnitScore } from './index.js';

const manual = (code: string, weight: number): AppraisalItem => ({ kind: 'manual', code, name: code, weight });
const computed = (rate: RateKind, weight: number, floor: number, full: number): AppraisalItem => ({ kind: 'rate', code: rate, name: rate, weight, rate, floor, full });
const scheme: AppraisalScheme = {
  dimensions: {
    organisation: [manual('leaders', 8)],
    staffing: [manual('duty', 7)],
    rules: [manual('rules', 5)],
    handling: [computed('on-time-sign', 8, 0.6, 1), computed('on-time-contact', 8, 0.6, 1), computed('on-time-close', 18, 0.6, 1), computed('return', 4, 0.2, 0)],
    results: [computed('solved', 15, 0.4, 0.95), computed('satisfied', 22, 0.5, 0.95), computed('rework', 5, 0.3, 0)],
  },
};
const units = [{ code: 'water', name: '水务局', kind: 'department' as const }];

/** `hits` of `of` things of one rate. */
function things(rate: RateKind, hits: number, of: number, unit = 'water'): CountedThing[] {
  return Array.from({ length: of }, (_, index) => ({ rate, unit, ticketId: `t${index}`, dispatchNo: 1, hit: index < hits }));
}
const ALL_MANUAL: ManualScore[] = [
  { unit: 'water', item: 'leaders', points: 750 },
  { unit: 'water', item: 'duty', points: 700 },
  { unit: 'water', item: 'rules', points: 0 },
];

function scoreOf(counted: readonly CountedThing[], given: readonly ManualScore[] = ALL_MANUAL, exclusions: readonly Exclusion[] = []): UnitScore {
  const [score] = scoresOf({ scheme, smallSample: 5, units, counted, exclusions, manual: given });
  if (!score) throw new Error('no score');
  return score;
}
const pointsOf = (score: UnitScore): Record<string, number | null> => Object.fromEntries(score.items.map(({ code, points }) => [code, points]));
const weightsOf = (score: UnitScore): number[] => score.items.map(({ effectiveWeight }) => effectiveWeight);

describe('the points of one item', () => {
  it.each<[string, number, number, number]>([
    ['at full', 95, 100, 2200],
    ['beyond full', 100, 100, 2200],
    ['at the floor', 50, 100, 0],
    ['below the floor', 10, 100, 0],
    ['half-way between', 725, 1000, 1100],
    ['a third of the way, rounded', 65, 100, 733],
    ['less than half a hundredth, rounded down', 50_009, 100_000, 0],
    ['more than half a hundredth, rounded up', 50_011, 100_000, 1],
  ])('[Art. 22] are linear between floor and full: %s', (_, numerator, denominator, points) => {
    expect(linearPoints(2200, { numerator, denominator, floor: 0.5, full: 0.95 })).toBe(points);
  });

  it('[Art. 22] go the other way where less is better', () => {
    const points = (numerator: number): number => linearPoints(400, { numerator, denominator: 100, floor: 0.2, full: 0 });
    expect([0, 5, 10, 20, 50].map(points)).toStrictEqual([400, 300, 200, 0, 0]);
  });

  it('round a half up, and nothing else', () => {
    expect([halfUp(1n, 2n), halfUp(3n, 2n), halfUp(149n, 100n), halfUp(-1n, 2n), halfUp(-3n, 4n), halfUp(0n, 7n)]).toStrictEqual([1, 2, 1, 0, -1, 0]);
    expect([meanOf([]), meanOf([700]), meanOf([700, 701]), meanOf([1, 1, 2])]).toStrictEqual([0, 700, 701, 1]);
    expect(linearPoints(1, { numerator: 3, denominator: 4, floor: 0.5, full: 1 })).toBe(1);
  });

  it('part a weight without losing a hundredth', () => {
    expect(partsOf(2000, [1, 1, 1])).toStrictEqual([667, 667, 666]);
    expect(partsOf(3800, [8, 18, 4])).toStrictEqual([1013, 2280, 507]);
  });
});

describe('the score of a unit', () => {
  const full: CountedThing[] = [things('on-time-sign', 10, 10), things('on-time-contact', 8, 10), things('on-time-close', 9, 10), things('return', 0, 10), things('solved', 4, 5), things('satisfied', 4, 5), things('rework', 1, 10)].flat();

  it('[Art. 22] adds up manual and computed items of the five dimensions, each with both terms', () => {
    const score = scoreOf(full);
    expect(pointsOf(score)).toStrictEqual({ leaders: 750, duty: 700, rules: 0, 'on-time-sign': 800, 'on-time-contact': 400, 'on-time-close': 1350, return: 400, solved: 1091, satisfied: 1467, rework: 333 });
    expect(score).toMatchObject({ points: 7291, outOf: 10_000, tickets: 10, smallSample: false, complete: true });
    expect(score.items.find(({ code }) => code === 'on-time-close')).toStrictEqual({
      code: 'on-time-close', name: 'on-time-close', dimension: 'handling', kind: 'rate', weight: 1800, effectiveWeight: 1800, rate: 'on-time-close', numerator: 9, denominator: 10, points: 1350,
    });
  });

  it('[Art. 7] loses more by dissatisfaction than by any other single thing', () => {
    const lost = (rate: RateKind): number => {
      const worst = full.filter((thing) => thing.rate !== rate);
      const bad = rate === 'return' || rate === 'rework';
      return scoreOf([...worst, ...things(rate, bad ? 0 : 5, 5)]).points - scoreOf([...worst, ...things(rate, bad ? 5 : 0, 5)]).points;
    };
    const others = (['on-time-sign', 'on-time-contact', 'on-time-close', 'return', 'solved', 'rework'] as const).map(lost);
    expect(lost('satisfied')).toBe(2200);
    expect(Math.max(...others)).toBeLessThan(2200);
  });

  it('[Art. 22] leaves a rate without denominator out and stretches the weights of its dimension', () => {
    const score = scoreOf(full.filter(({ rate }) => rate !== 'on-time-contact' && rate !== 'solved' && rate !== 'satisfied'));
    expect(weightsOf(score)).toStrictEqual([800, 700, 500, 1013, 0, 2280, 507, 0, 0, 4200]);
    expect(pointsOf(score)).toMatchObject({ 'on-time-contact': null, solved: null, satisfied: null, rework: 2800 });
    expect(score.items.find(({ code }) => code === 'solved')).toMatchObject({ numerator: 0, denominator: 0 });
  });

  it('[Art. 22] leaves a dimension without any denominator out, and stretches the rest to 100', () => {
    const score = scoreOf(full.filter(({ rate }) => ['on-time-sign', 'on-time-contact', 'on-time-close', 'return'].includes(rate)));
    expect(score).toMatchObject({ outOf: 5800, points: halfUp(BigInt(750 + 700 + 800 + 400 + 1350 + 400) * 10_000n, 5800n) });
    expect(scoreOf([])).toMatchObject({ outOf: 2000, points: 7250, tickets: 0, smallSample: true });
  });

  it('[Art. 22] says when a manual item is still to be scored', () => {
    expect(scoreOf(full, ALL_MANUAL.slice(1))).toMatchObject({ complete: false, points: 7291 - 750 });
  });

  it('[Art. 22] does not count excluded tickets: in one rate, or in all and in the sample', () => {
    const one = scoreOf(full, ALL_MANUAL, [{ unit: 'water', ticketId: 't9', rate: 'on-time-close' }]);
    expect(one.items.find(({ code }) => code === 'on-time-close')).toMatchObject({ numerator: 9, denominator: 9, points: 1800 });
    expect(one.items.find(({ code }) => code === 'on-time-contact')).toMatchObject({ numerator: 8, denominator: 10 });
    expect(one.tickets).toBe(10);
    const all = scoreOf(full, ALL_MANUAL, [{ unit: 'water', ticketId: 't9', rate: null }]);
    expect(all.items.find(({ code }) => code === 'on-time-contact')).toMatchObject({ numerator: 8, denominator: 9 });
    expect(all.tickets).toBe(9);
  });
});

describe('ranking', () => {
  const entry = (unit: string, points: number, kind: 'township' | 'department' = 'township', smallSample = false) => ({ unit, points, kind, smallSample });

  it('[Art. 22] ranks townships and departments apart, shows ties as ties, and lists small samples beside', () => {
    const ranking = rankingByKind([entry('c', 80), entry('b', 90), entry('a', 90), entry('few', 99, 'township', true), entry('d', 70), entry('x', 60, 'department'), entry('y', 65, 'department')]);
    expect(ranking.township.ranked.map(({ unit, place }) => [unit, place])).toStrictEqual([['a', 1], ['b', 1], ['c', 3], ['d', 4]]);
    expect(ranking.township.apart.map(({ unit }) => unit)).toStrictEqual(['few']);
    expect(ranking.department.ranked.map(({ unit, place }) => [unit, place])).toStrictEqual([['y', 1], ['x', 2]]);
    expect(rankingOf([])).toStrictEqual({ ranked: [], apart: [] });
  });
});

describe('the span of a period', () => {
  it.each([
    ['2018-09', 'month', '2018-09-01', '2018-09-30', 1],
    ['2020-02', 'month', '2020-02-01', '2020-02-29', 1],
    ['2018-12', 'month', '2018-12-01', '2018-12-31', 1],
    ['2018-Q4', 'quarter', '2018-10-01', '2018-12-31', 3],
    ['2018', 'year', '2018-01-01', '2018-12-31', 12],
  ])('[Art. 22] %s is a %s from %s to %s', (name, kind, from, to, months) => {
    expect(periodSpan(name)).toMatchObject({ name, kind, from, to });
    expect(periodSpan(name)?.months).toHaveLength(months);
  });

  it.each(['2018-13', '2018-Q5', '2018-9', '1999', '', '2018-09-01'])('“%s” is none', (name) => expect(periodSpan(name)).toBeUndefined());
});
