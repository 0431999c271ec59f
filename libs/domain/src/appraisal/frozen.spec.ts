import fc from 'fast-check';
import { after, allScored, open, preview, TICKET } from '../../spec/appraised-month.js';
import { trialPack } from '../../spec/trial-pack.js';
import { differencesBetween, frozenContent, type AppraisalPeriod, type CountedThing } from './index.js';

const thing = (ticketId: string, hit: boolean, more: Partial<CountedThing> = {}): CountedThing => ({ rate: 'satisfied', unit: 'water', ticketId, dispatchNo: 1, hit, ...more });
const month = after(open, preview, ...allScored) as AppraisalPeriod;

describe('what is frozen', () => {
  it('[Art. 22] holds the scheme, the counted things, what people gave, and the results', () => {
    const content = frozenContent(month, trialPack.appraisal, 1, [thing(TICKET, true), thing('b', false), thing('a', true, { rate: 'on-time-close', unit: 'town' })]);
    expect(content).toMatchObject({ period: '2018-09', version: 1, from: '2018-09-01', to: '2018-09-30', schemeRef: 'trial@1', scheme: trialPack.appraisal });
    expect(content.counted).toStrictEqual([['on-time-close', 'town', 'a', 1, 1], ['satisfied', 'water', 'b', 1, 0], ['satisfied', 'water', TICKET, 1, 1]]);
    expect(content.results.map(({ unit, points }) => [unit, points])).toStrictEqual([['town', 9000], ['water', 3429]]);
  });

  it('[Art. 22] is the same in whatever order its parts came together', () => {
    const counted = [thing('a', true), thing('a', false, { dispatchNo: 2 }), thing('b', false), thing('b', true, { rate: 'close' }), thing('c', true, { unit: 'town' })];
    const expected = frozenContent(month, trialPack.appraisal, 1, counted);
    fc.assert(
      fc.property(fc.shuffledSubarray(counted, { minLength: counted.length }), fc.shuffledSubarray([...month.manual], { minLength: month.manual.length }), (things, manual) => {
        expect(frozenContent({ ...month, manual, units: month.units.toReversed() }, trialPack.appraisal, 1, things)).toStrictEqual(expected);
      }),
    );
  });
});

describe('a counting of today beside the frozen one', () => {
  it('[Art. 22] shows what came late, what went, and what turned', () => {
    const before = [thing('same', true), thing('gone', false), thing('turned', false)];
    const now = [thing('turned', true), thing('same', true), thing('late', true)];
    const head = { rate: 'satisfied', unit: 'water', dispatchNo: 1 };
    expect(differencesBetween(before, now)).toStrictEqual([
      { thing: { ...head, ticketId: 'gone' }, before: 'counted', now: 'absent' },
      { thing: { ...head, ticketId: 'late' }, before: 'absent', now: 'hit' },
      { thing: { ...head, ticketId: 'turned' }, before: 'counted', now: 'hit' },
    ]);
    expect(differencesBetween(before, before.toReversed())).toStrictEqual([]);
  });
});
