import fc from 'fast-check';
import { trialPack } from '../../spec/trial-pack.js';
import { sampled, visitBasis, visitIdOf } from './index.js';

const ticketId = (index: number): string => `b4f6a5a2-2f0e-4f6f-9a74-${String(index).padStart(12, '0')}`;
const MANY = 20_000;

/** Picked of MANY tickets; neighbours in id and number, the worst case for a weak hash. */
function picked(dispatchNo: number, seed: string, rate: number): number {
  return Array.from({ length: MANY }, (_, index) => sampled(ticketId(index), dispatchNo, seed, rate)).filter(Boolean).length;
}

/** Five standard deviations of a fair draw: missed by chance less than once in a million runs, and the draw has no chance in it. */
const tolerance = (rate: number): number => 5 * Math.sqrt(MANY * rate * (1 - rate));

describe('the sample of return visits', () => {
  it.each([0.05, 0.2, 0.5, 0.9])('[Art. 19] is a fair share of all tickets at a rate of %d', (rate) => {
    for (const dispatchNo of [1, 2, 7]) expect(Math.abs(picked(dispatchNo, 'yuanmou', rate) - MANY * rate)).toBeLessThan(tolerance(rate));
  });

  it('[Art. 19] is independent from dispatch to dispatch and from seed to seed', () => {
    const both = (a: [number, string], b: [number, string]): number =>
      Array.from({ length: MANY }, (_, index) => sampled(ticketId(index), ...a, 0.2) && sampled(ticketId(index), ...b, 0.2)).filter(Boolean).length;
    expect(Math.abs(both([1, 'yuanmou'], [2, 'yuanmou']) - MANY * 0.04)).toBeLessThan(tolerance(0.04));
    expect(Math.abs(both([1, '2018年第三季度'], [1, '2018年第四季度']) - MANY * 0.04)).toBeLessThan(tolerance(0.04));
  });

  it('[Art. 19] can be drawn again by anybody: fixed values of the documented draw', () => {
    const drawn = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].filter((dispatchNo) => sampled(ticketId(1), dispatchNo, '元谋县', 0.5));
    expect(drawn).toStrictEqual([3, 10]);
  });

  it('[Art. 19] picks nobody at 0 and everybody at 1, and a higher rate never drops a ticket', () => {
    const rates = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 1, max: 99 }), fc.string({ unit: 'grapheme' }), rates, (id, dispatchNo, seed, [a, b]) => {
        expect(sampled(id, dispatchNo, seed, 0)).toBe(false);
        expect(sampled(id, dispatchNo, seed, 1)).toBe(true);
        if (sampled(id, dispatchNo, seed, Math.min(a, b))) expect(sampled(id, dispatchNo, seed, Math.max(a, b))).toBe(true);
      }),
    );
  });
});

describe('the basis of a return visit', () => {
  const closed = { ticketId: ticketId(1), dispatchNo: 1, supervised: true };

  it('[Art. 19] is supervision for every supervised ticket where the policy says so', () => {
    expect(visitBasis(closed, { ...trialPack.returnVisit, sampleRate: 0 })).toBe('supervised');
    expect(visitBasis(closed, { ...trialPack.returnVisit, sampleRate: 0, always: [] })).toBeNull();
  });

  it('[Art. 19] is the draw for the others', () => {
    const ordinary = { ...closed, supervised: false };
    expect(visitBasis(ordinary, { ...trialPack.returnVisit, sampleRate: 1 })).toBe('sampled');
    expect(visitBasis(ordinary, { ...trialPack.returnVisit, sampleRate: 0 })).toBeNull();
  });

  it('[Art. 19, 25] is left to the end of the month where the county draws then; supervised tickets are called back at once all the same', () => {
    const monthly = { ...trialPack.returnVisit, sampleRate: 1, draw: 'monthly' as const };
    expect(visitBasis({ ...closed, supervised: false }, monthly)).toBeNull();
    expect(visitBasis(closed, monthly)).toBe('supervised');
    expect(visitBasis({ ...closed, supervised: false }, { ...monthly, draw: 'on-closing' })).toBe('sampled');
  });

  it('[Art. 19] names one visit for one closing', () => {
    expect(visitIdOf('t-1', 2)).toBe('t-1:2');
  });
});
