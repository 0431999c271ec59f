import { compareTerms, LESS_IS_BETTER, ratioOf, RATE_KINDS } from './index.js';

describe('two periods of a rate', () => {
  it.each([
    ['satisfied', [3, 4], [1, 2], { difference: 0.25, trend: 'better' }],
    ['satisfied', [1, 2], [3, 4], { difference: -0.25, trend: 'worse' }],
    ['satisfied', [1, 2], [2, 4], { difference: 0, trend: 'same' }],
    ['return', [3, 4], [1, 2], { difference: 0.25, trend: 'worse' }],
    ['rework', [0, 4], [1, 2], { difference: -0.5, trend: 'better' }],
    ['solved', [0, 0], [1, 2], { difference: null, trend: null }],
    ['solved', [1, 2], [0, 0], { difference: null, trend: null }],
  ] as const)('[Art. 22] %s %j after %j', (kind, [numerator, denominator], [before, of], expected) => {
    expect(compareTerms(kind, { numerator, denominator }, { numerator: before, denominator: of })).toStrictEqual(expected);
  });

  it('[Art. 22] a change too small to print is still a change', () => {
    expect(compareTerms('solved', { numerator: 99_999, denominator: 100_000 }, { numerator: 99_998, denominator: 100_000 })).toStrictEqual({ difference: 0, trend: 'better' });
    expect(compareTerms('extension', { numerator: 99_998, denominator: 100_000 }, { numerator: 99_999, denominator: 100_000 })).toStrictEqual({ difference: 0, trend: 'better' });
  });

  it('prints ten-thousandths, and nothing where nothing is below the line', () => {
    expect([ratioOf({ numerator: 2, denominator: 3 }), ratioOf({ numerator: 0, denominator: 3 }), ratioOf({ numerator: 0, denominator: 0 })]).toStrictEqual([0.6667, 0, null]);
  });

  it('knows the rates that count what went wrong', () => {
    expect(Object.keys(RATE_KINDS).filter((kind) => LESS_IS_BETTER.some((less) => less === kind))).toStrictEqual(['return', 'rework', 'extension']);
  });
});
