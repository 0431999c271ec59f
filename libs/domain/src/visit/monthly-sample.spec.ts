import fc from 'fast-check';
import { drawMonth, isRepeatable, lotOf, sampled, shareOf, type Closing, type DrawnClosing, type SampleRules } from './index.js';

const rules: SampleRules = { sampleRate: 0.2, seed: 'yuanmou', draw: 'monthly' };
const closing = (index: number, unit = 'water', alwaysVisited = false): Closing => ({ ticketId: `b4f6a5a2-2f0e-4f6f-9a74-${String(index).padStart(12, '0')}`, dispatchNo: 1, unit, alwaysVisited });
const closings = (count: number, unit: string, from = 0): Closing[] => Array.from({ length: count }, (_, index) => closing(from + index, unit));
const drawnOf = (draw: readonly DrawnClosing[], unit: string): DrawnClosing[] => draw.filter((each) => each.unit === unit && each.drawn);
const lots = (draw: readonly DrawnClosing[]): number[] => draw.map(({ ticketId, dispatchNo }) => lotOf(ticketId, dispatchNo, rules.seed));

const population = fc
  .uniqueArray(fc.record({ index: fc.nat(500), unit: fc.constantFrom('water', 'housing', 'town'), alwaysVisited: fc.boolean() }), { selector: ({ index }) => index, maxLength: 60 })
  .map((each) => each.map(({ index, unit, alwaysVisited }) => closing(index, unit, alwaysVisited)));
const anyRules = fc.record({ sampleRate: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100), seed: fc.constantFrom('a', '元谋'), draw: fc.constantFrom('monthly' as const, 'on-closing' as const) });

describe('the monthly sample of return visits', () => {
  it('[Art. 19] takes of each unit its share, rounded up, by the smallest lots', () => {
    const draw = drawMonth([...closings(11, 'water'), ...closings(5, 'housing', 100)], [], rules);
    expect(drawnOf(draw, 'water')).toHaveLength(3);
    expect(drawnOf(draw, 'housing')).toHaveLength(1);
    const left = draw.filter((each) => each.unit === 'water' && !each.drawn);
    expect(Math.max(...lots(drawnOf(draw, 'water')))).toBeLessThan(Math.min(...lots(left)));
  });

  it('[Art. 19] leaves no unit unvisited by rounding', () => {
    expect(drawnOf(drawMonth([closing(1, 'town')], [], { ...rules, sampleRate: 0.01 }), 'town')).toHaveLength(1);
    expect(shareOf(1, 0.01)).toBe(1);
    expect(shareOf(100, 0.07)).toBe(7);
    expect([shareOf(0, 0.5), shareOf(10, 0), shareOf(10, 1)]).toStrictEqual([0, 0, 10]);
  });

  it('[Art. 19] does not count what is visited anyway, and does not draw it', () => {
    const draw = drawMonth([...closings(5, 'water'), ...Array.from({ length: 20 }, (_, index) => closing(100 + index, 'water', true))], [], rules);
    expect(draw).toHaveLength(25);
    expect(drawnOf(draw, 'water')).toHaveLength(1);
    expect(draw.some(({ alwaysVisited, drawn }) => alwaysVisited && drawn)).toBe(false);
  });

  it('[Art. 19] contains what was drawn on closing already, and completes it', () => {
    fc.assert(
      fc.property(population, anyRules, (month, { sampleRate, seed }) => {
        for (const each of drawMonth(month, [], { sampleRate, seed }))
          if (!each.alwaysVisited && sampled(each.ticketId, each.dispatchNo, seed, sampleRate)) expect(each.drawn).toBe(true);
      }),
    );
  });

  it('[Art. 19] is the same in whatever order the closings came in, and can be checked by drawing again', () => {
    fc.assert(
      fc.property(population, anyRules, (month, each) => {
        const draw = drawMonth(month, [], each);
        expect(drawMonth(month.toReversed(), [], each)).toStrictEqual(draw);
        expect(isRepeatable([draw], each)).toBe(true);
      }),
    );
  });

  it('[Art. 19] is found out when a draw was altered', () => {
    const draw = drawMonth(closings(20, 'water'), [], rules);
    const swapped = draw.map((each) => ({ ...each, drawn: !each.drawn }));
    expect([isRepeatable([draw], rules), isRepeatable([swapped], rules), isRepeatable([draw], { ...rules, seed: 'another' })]).toStrictEqual([true, false, false]);
  });

  it('[Art. 19] supplements late closings without changing what was drawn, until the unit has its share of all', () => {
    fc.assert(
      fc.property(population, fc.nat(60), anyRules, (month, known, each) => {
        const first = drawMonth(month.slice(0, known), [], each);
        const supplement = drawMonth(month, [first], each);
        const all = [...first, ...supplement];
        expect(all).toHaveLength(month.length);
        expect(isRepeatable([first, supplement], each)).toBe(true);
        for (const unit of ['water', 'housing', 'town']) {
          const ordinary = month.filter((one) => one.unit === unit && !one.alwaysVisited).length;
          expect(drawnOf(all, unit).length).toBeGreaterThanOrEqual(shareOf(ordinary, each.sampleRate));
        }
      }),
    );
  });

  it('[Art. 19] draws of late closings no more than the unit still owes: two of ten, then one of five more, and nothing of the next few', () => {
    const month = closings(17, 'water');
    const first = drawMonth(month.slice(0, 10), [], rules);
    const second = drawMonth(month.slice(0, 15), [first], rules);
    const third = drawMonth([...month, ...closings(4, 'housing', 100)], [first, second], { ...rules, sampleRate: 0.1 });
    expect([drawnOf(first, 'water'), drawnOf(second, 'water'), drawnOf(third, 'water'), drawnOf(third, 'housing')].map(({ length }) => length)).toStrictEqual([2, 1, 0, 1]);
    expect(third.map(({ unit }) => unit)).toStrictEqual(['housing', 'housing', 'housing', 'housing', 'water', 'water']);
  });

  it('[Art. 19] goes beyond the share only by what was drawn on closing', () => {
    const lucky = Array.from({ length: 200 }, (_, index) => closing(index)).filter(({ ticketId }) => sampled(ticketId, 1, rules.seed, 0.2)).slice(0, 7);
    const unlucky = closings(200, 'water').filter(({ ticketId }) => !sampled(ticketId, 1, rules.seed, 0.2)).slice(0, 3);
    expect(drawnOf(drawMonth([...lucky, ...unlucky], [], { ...rules, draw: 'on-closing' }), 'water')).toHaveLength(7);
    expect(drawnOf(drawMonth([...lucky, ...unlucky], [], rules), 'water')).toHaveLength(2);
  });

  it('[Art. 19] is found out when only the supplement was altered', () => {
    const first = drawMonth(closings(10, 'water'), [], rules);
    const supplement = drawMonth(closings(15, 'water'), [first], rules);
    const altered = supplement.map((each) => ({ ...each, drawn: !each.drawn }));
    expect([isRepeatable([first, supplement], rules), isRepeatable([first, altered], rules)]).toStrictEqual([true, false]);
    expect(isRepeatable([], rules)).toBe(true);
  });

  it('[Art. 19] draws nothing more once all closings are decided', () => {
    const first = drawMonth(closings(20, 'water'), [], rules);
    expect(drawMonth(closings(20, 'water'), [first], rules)).toStrictEqual([]);
  });
});
