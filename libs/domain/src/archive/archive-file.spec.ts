import fc from 'fast-check';
import { dayOf, instantOf } from '../shared/index.js';
import { bothKnown, hasEnded, NOTHING_ENDED, retainUntil, type EndingsKnown } from './index.js';

const known = fc.record<EndingsKnown>({
  lastDispatch: fc.nat(4),
  lastClosed: fc.nat(4),
  endedOtherwise: fc.boolean(),
  endedAt: fc.option(fc.integer({ min: 0, max: 4e12 })),
  reworkedAt: fc.option(fc.integer({ min: 0, max: 4e12 })),
});

describe('how long a file is kept', () => {
  it.each([
    ['two years to the day', '2018-09-21T23:30:00+08:00', 2, '2020-09-21'],
    ['from the day in Asia/Shanghai', '2018-09-21T16:30:00Z', 2, '2020-09-22'],
    ['longer where the county says so', '2018-09-21T10:00:00+08:00', 10, '2028-09-21'],
    ['from a leap day until 1 March', '2020-02-29T10:00:00+08:00', 2, '2022-03-01'],
    ['from a leap day to a leap day', '2020-02-29T10:00:00+08:00', 4, '2024-02-29'],
  ])('[Art. 20] %s', (_, endedAt, years, until) => {
    expect(retainUntil(instantOf(endedAt), years)).toBe(until);
  });

  it('[Art. 20] is never less than the years of the policy', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), fc.integer({ min: 2, max: 30 }), (endedAt, years) => {
        expect(dayOf(retainUntil(endedAt, years)) - Math.floor((endedAt + 28_800_000) / 86_400_000)).toBeGreaterThanOrEqual(365 * years);
      }),
    );
  });
});

describe('whether a matter has ended', () => {
  const closed: EndingsKnown = { ...NOTHING_ENDED, lastDispatch: 1, lastClosed: 1, endedAt: 5 };

  it.each<[string, EndingsKnown, boolean]>([
    ['nothing is known', NOTHING_ENDED, false],
    ['its file is closed', closed, true],
    ['it was dispatched again for rework', { ...closed, lastDispatch: 2 }, false],
    ['the rework is closed too', { ...closed, lastDispatch: 2, lastClosed: 2 }, true],
    ['the closing is told before the dispatch', { ...NOTHING_ENDED, lastClosed: 1, endedAt: 5 }, true],
    ['it was answered without a unit', { ...NOTHING_ENDED, endedOtherwise: true, endedAt: 5 }, true],
    ['it was answered while a dispatch was on its way', { ...NOTHING_ENDED, lastDispatch: 1, endedOtherwise: true, endedAt: 5 }, true],
    ['what was answered without a unit was opened again', { ...NOTHING_ENDED, endedOtherwise: true, endedAt: 5, reworkedAt: 6 }, false],
    ['a unit has what was opened again', { ...NOTHING_ENDED, lastDispatch: 1, endedOtherwise: true, endedAt: 5, reworkedAt: 5 }, false],
    ['a unit closed what was opened again', { ...NOTHING_ENDED, lastDispatch: 1, lastClosed: 1, endedOtherwise: true, endedAt: 7, reworkedAt: 6 }, true],
    ['a closed file was opened again and not dispatched yet', { ...closed, reworkedAt: 6 }, false],
    ['it is being handled', { ...NOTHING_ENDED, lastDispatch: 1 }, false],
  ])('[Art. 20] %s', (_, endings, ended) => {
    expect(hasEnded(endings)).toBe(ended);
  });

  it('[Art. 20] is told by the latest dispatch, closing, end and rework, and by any ending without a unit', () => {
    const one: EndingsKnown = { lastDispatch: 2, lastClosed: 1, endedOtherwise: true, endedAt: 5, reworkedAt: 7 };
    const other: EndingsKnown = { lastDispatch: 1, lastClosed: 2, endedOtherwise: false, endedAt: 9, reworkedAt: 6 };
    const both: EndingsKnown = { lastDispatch: 2, lastClosed: 2, endedOtherwise: true, endedAt: 9, reworkedAt: 7 };
    expect([bothKnown(one, other), bothKnown(other, one)]).toStrictEqual([both, both]);
    expect([bothKnown(one, NOTHING_ENDED), bothKnown(NOTHING_ENDED, one)]).toStrictEqual([one, one]);
    expect(bothKnown(NOTHING_ENDED, NOTHING_ENDED)).toStrictEqual(NOTHING_ENDED);
  });

  it('[Art. 20] is the same in whatever order and however often it is told', () => {
    fc.assert(
      fc.property(fc.array(known, { minLength: 1, maxLength: 6 }), fc.array(fc.nat(5), { maxLength: 6 }), (tellings, again) => {
        const all = (list: readonly EndingsKnown[]): EndingsKnown => list.reduce(bothKnown, NOTHING_ENDED);
        const repeated = [...again.flatMap((index) => tellings[index] ?? []), ...tellings.toReversed()];
        expect(all(repeated)).toStrictEqual(all(tellings));
      }),
    );
  });
});
