import fc from 'fast-check';
import type { AppraisalItem, AppraisalScheme } from '../policy/index.js';
import { codesOf, RATE_KINDS, type RateKind } from '../shared/index.js';
import { linearPoints, partsOf, rankingOf, scoresOf, type CountedThing, type Exclusion, type ManualScore, type Scoring, type UnitScore } from './index.js';

const UNITS = ['A', 'B', 'C'] as const;
const RATES = codesOf(RATE_KINDS);
const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);

/** Any scheme whose weights add up to 100. */
const scheme: fc.Arbitrary<AppraisalScheme> = fc
  .record({ weights: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 10, maxLength: 10 }), bounds: fc.array(fc.tuple(share, share).filter(([floor, full]) => floor !== full), { minLength: 7, maxLength: 7 }), rates: fc.shuffledSubarray(RATES, { minLength: 7, maxLength: 7 }) })
  .map(({ weights, bounds, rates }) => {
    const parts = partsOf(90, weights).map((part) => part + 1);
    const items = parts.map((weight, index): AppraisalItem => {
      const [floor, full] = bounds[index - 3] ?? [0, 1];
      const head = { code: `i${index}`, name: `i${index}`, weight };
      return index < 3 ? { kind: 'manual', ...head } : { kind: 'rate', ...head, rate: rates[index - 3] ?? 'close', floor, full };
    });
    const [organisation, staffing, rules] = items.slice(0, 3).map((item) => [item]);
    return { dimensions: { organisation: organisation ?? [], staffing: staffing ?? [], rules: rules ?? [], handling: items.slice(3, 7), results: items.slice(7) } };
  });

const ticketId = fc.integer({ min: 1, max: 9 }).map((n) => `t${n}`);
const counted: fc.Arbitrary<CountedThing[]> = fc.uniqueArray(
  fc.record({ rate: fc.constantFrom(...RATES), unit: fc.constantFrom(...UNITS), ticketId, dispatchNo: fc.integer({ min: 1, max: 2 }), hit: fc.boolean() }),
  { maxLength: 80, selector: ({ rate, unit, ticketId: id, dispatchNo }) => `${rate} ${unit} ${id} ${dispatchNo}` },
);
const exclusion: fc.Arbitrary<Exclusion> = fc.record({ unit: fc.constantFrom(...UNITS), ticketId, rate: fc.option(fc.constantFrom(...RATES)) });

const scoring: fc.Arbitrary<Scoring> = fc.record({ scheme, counted, exclusions: fc.array(exclusion, { maxLength: 5 }), shares: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 9, maxLength: 9 }) }).map(({ shares, ...rest }) => ({
  ...rest,
  smallSample: 2,
  units: UNITS.map((code) => ({ code, name: code, kind: 'township' as const })),
  manual: UNITS.flatMap((unit, row) => [0, 1, 2].map((index): ManualScore => ({ unit, item: `i${index}`, points: (shares[3 * row + index] ?? 0) * (manualWeight(rest.scheme, index) ) }))),
}));

function manualWeight({ dimensions }: AppraisalScheme, index: number): number {
  return [dimensions.organisation, dimensions.staffing, dimensions.rules][index]?.[0]?.weight ?? 0;
}

function of(scores: readonly UnitScore[], unit: string): UnitScore {
  const score = scores.find((each) => each.unit === unit);
  if (!score) throw new Error(`${unit} has no score`);
  return score;
}

describe('scores, whatever is counted', () => {
  it('[Art. 22] stay within 0 and 100, each item within its weight, and the weights add up', () => {
    fc.assert(
      fc.property(scoring, (drawn) => {
        for (const score of scoresOf(drawn)) {
          expect(Number.isInteger(score.points) && score.points >= 0 && score.points <= 10_000).toBe(true);
          for (const item of score.items) expect(item.points === null || (Number.isInteger(item.points) && item.points >= 0 && item.points <= item.effectiveWeight)).toBe(true);
          expect(score.items.reduce((sum, item) => sum + item.effectiveWeight, 0)).toBe(score.outOf);
          const present = new Set(score.items.filter((item) => item.effectiveWeight > 0).map((item) => item.dimension));
          expect(score.items.filter((item) => present.has(item.dimension)).reduce((sum, item) => sum + item.weight, 0)).toBe(score.outOf);
        }
      }),
    );
  });

  it('[Art. 22] do not depend on the order of anything that comes in', () => {
    fc.assert(
      fc.property(scoring.chain((drawn) => fc.record({ drawn: fc.constant(drawn), shuffled: fc.shuffledSubarray([...drawn.counted], { minLength: drawn.counted.length }) })), ({ drawn, shuffled }) => {
        const again = { ...drawn, counted: shuffled, exclusions: drawn.exclusions.toReversed(), manual: drawn.manual.toReversed(), units: drawn.units.toReversed() };
        expect(scoresOf(again)).toStrictEqual(scoresOf(drawn));
      }),
    );
  });

  it('[Art. 22] rise with a better rate and never fall', () => {
    fc.assert(
      fc.property(scoring, fc.nat(), (drawn, pick) => {
        const thing = drawn.counted[pick % Math.max(1, drawn.counted.length)];
        fc.pre(thing !== undefined);
        const items = Object.values(drawn.scheme.dimensions).flat();
        const item = items.find((each) => each.kind === 'rate' && each.rate === thing?.rate);
        const moreIsBetter = item?.kind !== 'rate' || item.full > item.floor;
        const withHit = (hit: boolean): number => of(scoresOf({ ...drawn, counted: drawn.counted.map((each) => (each === thing ? { ...each, hit } : each)) }), thing?.unit ?? '').points;
        const [better, worse] = moreIsBetter ? [withHit(true), withHit(false)] : [withHit(false), withHit(true)];
        expect(better).toBeGreaterThanOrEqual(worse);
      }),
    );
  });

  it('[Art. 22] an exclusion changes nobody’s score but the unit’s own', () => {
    fc.assert(
      fc.property(scoring, exclusion, (drawn, excluded) => {
        const others = (scores: readonly UnitScore[]) => scores.filter(({ unit }) => unit !== excluded.unit);
        expect(others(scoresOf({ ...drawn, exclusions: [...drawn.exclusions, excluded] }))).toStrictEqual(others(scoresOf(drawn)));
      }),
    );
  });

  it('[Art. 22] of one item are monotone in the numerator, within its weight, and exact at both ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), share, share, fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (weight, floor, full, denominator, part) => {
        fc.pre(floor !== full);
        const numerator = Math.floor(part * (denominator - 1));
        const [less, more] = [numerator, numerator + 1].map((n) => linearPoints(weight, { numerator: n, denominator, floor, full })) as [number, number];
        expect(full > floor ? more >= less : more <= less).toBe(true);
        expect(less >= 0 && less <= weight).toBe(true);
        const at = (rate: number) => linearPoints(weight, { numerator: Math.round(rate * 100), denominator: 100, floor, full });
        expect([at(floor), at(full)]).toStrictEqual([0, weight]);
      }),
    );
  });

  it('[Art. 22] places: equal points share one, and each place is one more than the number of better units', () => {
    const entry = fc.record({ unit: fc.uuid(), kind: fc.constant('township' as const), points: fc.integer({ min: 0, max: 5 }), smallSample: fc.boolean() });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ unit }) => unit }), (entries) => {
        const { ranked, apart } = rankingOf(entries);
        expect(ranked.length + apart.length).toBe(entries.length);
        for (const each of ranked) expect(each.place).toBe(1 + entries.filter((other) => !other.smallSample && other.points > each.points).length);
      }),
    );
  });
});

it('[Art. 22] a month of 1,200 tickets and 40 units is scored within a second', () => {
  const rates: readonly RateKind[] = RATES;
  const many = Array.from({ length: 1_200 }, (_, index) => rates.map((rate): CountedThing => ({ rate, unit: `U${index % 40}`, ticketId: `t${index}`, dispatchNo: 1, hit: index % 3 > 0 }))).flat();
  const units = Array.from({ length: 40 }, (_, index) => ({ code: `U${index}`, name: `U${index}`, kind: 'department' as const }));
  const [drawn] = fc.sample(scheme, { numRuns: 1, seed: 7 });
  const from = performance.now();
  const scores = scoresOf({ scheme: drawn as AppraisalScheme, smallSample: 5, units, counted: many, exclusions: [], manual: [] });
  expect(performance.now() - from).toBeLessThan(1_000);
  expect(scores.map(({ tickets }) => tickets)).toStrictEqual(Array.from({ length: 40 }, () => 30));
});
