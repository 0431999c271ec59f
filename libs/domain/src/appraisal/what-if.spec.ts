import { parseAppraisalScheme, type AppraisalItem, type AppraisalScheme } from '../policy/index.js';
import type { RateKind } from '../shared/index.js';
import { computedScore, periodSpan, spanBefore, spanYearBefore, whatIf, type PeriodSpan, type RateTerms, type TriedUnit } from './index.js';

const rateItem = (rate: RateKind, weight: number, floor = 0, full = 1): AppraisalItem => ({ kind: 'rate', code: rate, name: rate, weight, rate, floor, full });
const schemeOf = (handling: AppraisalItem[], results: AppraisalItem[], organisation: AppraisalItem[] = []): AppraisalScheme => ({ dimensions: { organisation, staffing: [], rules: [], handling, results } });
const terms = (given: Partial<Record<RateKind, [number, number]>>): RateTerms =>
  new Map(Object.entries(given).map(([rate, [numerator, denominator]]) => [rate as RateKind, { numerator, denominator }]));

const scheme = schemeOf([rateItem('on-time-close', 30)], [rateItem('satisfied', 50)], [{ kind: 'manual', code: 'leaders', name: 'leaders', weight: 20 }]);

describe('a score of what can be computed', () => {
  it('[Art. 22] leaves out what a person scores and stretches the rest to 100', () => {
    const score = computedScore(scheme, terms({ 'on-time-close': [1, 1], satisfied: [1, 2] }));
    expect([score.points, score.outOf]).toStrictEqual([6_875, 8_000]); // 30 + 25 of 80
    expect(score.items.map(({ code, points }) => [code, points])).toStrictEqual([['on-time-close', 3_000], ['satisfied', 2_500]]);
  });

  it('[Art. 22] leaves out a rate without denominator, and says null where nothing is counted', () => {
    expect(computedScore(scheme, terms({ satisfied: [1, 2] }))).toMatchObject({ points: 5_000, outOf: 5_000 });
    expect(computedScore(scheme, terms({}))).toMatchObject({ points: null, outOf: 0 });
  });
});

describe('another scheme on the same facts', () => {
  const unit = (code: string, given: Parameters<typeof terms>[0], rest: Partial<TriedUnit> = {}): TriedUnit => ({ unit: code, kind: 'department', smallSample: false, terms: terms(given), ...rest });
  const punctual = schemeOf([rateItem('on-time-close', 30)], [rateItem('satisfied', 70)]);
  const kind = schemeOf([rateItem('on-time-close', 1)], [rateItem('satisfied', 99)]);
  const standings = (units: readonly TriedUnit[]): unknown[] => whatIf(units, punctual, kind).map(({ unit: code, inForce, tried }) => [code, inForce.points, inForce.place, tried.points, tried.place]);

  it('[Art. 22] shows points and place of each unit under both; ties share a place', () => {
    const units = [unit('a', { 'on-time-close': [1, 1], satisfied: [1, 2] }), unit('b', { 'on-time-close': [0, 1], satisfied: [6, 10] }), unit('c', { 'on-time-close': [2, 2], satisfied: [2, 4] })];
    expect(standings(units)).toStrictEqual([
      ['a', 6_500, 1, 5_050, 2],
      ['b', 4_200, 3, 5_940, 1],
      ['c', 6_500, 1, 5_050, 2],
    ]);
  });

  it('[Art. 22] ranks townships apart, and neither small samples, nor units of no known kind, nor those of which nothing is counted', () => {
    const units = [unit('a', { satisfied: [1, 2] }), unit('t', { satisfied: [0, 2] }, { kind: 'township' }), unit('small', { satisfied: [2, 2] }, { smallSample: true }), unit('gone', { satisfied: [2, 2] }, { kind: null }), unit('none', {})];
    expect(standings(units)).toStrictEqual([
      ['a', 5_000, 1, 5_000, 1],
      ['t', 0, 1, 0, 1],
      ['small', 10_000, null, 10_000, null],
      ['gone', 10_000, null, 10_000, null],
      ['none', null, null, null, null],
    ]);
  });

  it('[Art. 22] changes nothing under the same scheme', () => {
    for (const { inForce, tried } of whatIf([unit('a', { satisfied: [1, 3] })], kind, kind)) expect(tried).toStrictEqual(inForce);
  });
});

describe('a scheme in a request', () => {
  const byHand = (code: string): AppraisalItem => ({ kind: 'manual', code, name: code, weight: 5 });
  const whole = (handling: number): AppraisalScheme => ({
    dimensions: { organisation: [byHand('leaders')], staffing: [byHand('duty')], rules: [byHand('rules')], handling: [rateItem('on-time-close', handling)], results: [rateItem('satisfied', 50)] },
  });

  it('[Art. 7, 22] is held to the rules of a pack', () => {
    expect(parseAppraisalScheme(whole(35))).toStrictEqual({ ok: true, scheme: whole(35) });
    expect(parseAppraisalScheme(whole(60))).toStrictEqual({
      ok: false,
      problems: [
        { path: 'dimensions', message: '各项分值之和应为 100，现为 125' },
        { path: 'dimensions.results[0].weight', message: expect.stringContaining('第七条') },
      ],
    });
    expect(parseAppraisalScheme({ dimensions: { ...whole(35).dimensions, rules: undefined }, name: 'x' })).toMatchObject({ ok: false, problems: [{ path: 'name' }, { path: 'dimensions.rules' }] });
    expect(parseAppraisalScheme(undefined)).toMatchObject({ ok: false, problems: [{ path: '' }] });
  });
});

describe('the span before', () => {
  const named = (name: string): PeriodSpan => periodSpan(name) as PeriodSpan;
  it.each([
    ['2018-09', '2018-08', '2017-09'],
    ['2018-01', '2017-12', '2017-01'],
    ['2018-Q3', '2018-Q2', '2017-Q3'],
    ['2018-Q1', '2017-Q4', '2017-Q1'],
    ['2018', '2017', '2017'],
  ])('of %s is %s, of a year earlier %s', (name, before, yearBefore) => {
    expect(spanBefore(named(name))).toStrictEqual(named(before));
    expect(spanYearBefore(named(name))).toStrictEqual(named(yearBefore));
  });
});
