import fc from 'fast-check';
import { differencesOf, type Contradiction, type OurStanding, type Standing } from './index.js';

const ours = (number: string, about: Partial<OurStanding> = {}): OurStanding => ({ number, ticketNumber: `YM-${number}`, state: 'open', decisions: [], undelivered: 0, ...about });
const theirs = (number: string, about: Partial<Standing> = {}): Standing => ({ number, state: 'open', decisions: [], ...about });

describe('the reconciliation with the prefecture', () => {
  it('[Art. 14] finds nothing where both sides say the same', () => {
    const decisions = [{ reference: 'extension:x', accepted: true }];
    expect(differencesOf([ours('1', { decisions })], [theirs('1', { decisions })], [])).toEqual([]);
  });

  it('[Art. 14, 17, 24] names what is missing on either side, stands otherwise, or was decided otherwise', () => {
    const noted: Contradiction = { kind: 'other-content', number: '2', reference: null, ours: 'aaaa', theirs: 'bbbb' };
    const found = differencesOf(
      [ours('1'), ours('2', { state: 'closed', undelivered: 1 }), ours('3', { decisions: [{ reference: 'r', accepted: true }] })],
      [theirs('2'), theirs('3', { decisions: [{ reference: 'r', accepted: false }] }), theirs('4', { state: 'closed' })],
      [noted],
    );
    expect(found).toEqual([
      { kind: 'missing-there', number: '1', ticketNumber: 'YM-1', reference: null, ours: '办理中', theirs: '无' },
      { kind: 'other-content', number: '2', ticketNumber: 'YM-2', reference: null, ours: 'aaaa', theirs: 'bbbb' },
      { kind: 'other-state', number: '2', ticketNumber: 'YM-2', reference: null, ours: '已办结（另有 1 条消息尚未送达）', theirs: '办理中' },
      { kind: 'other-decision', number: '3', ticketNumber: 'YM-3', reference: 'r', ours: '同意', theirs: '不同意' },
      { kind: 'missing-here', number: '4', ticketNumber: null, reference: null, ours: '无', theirs: '已办结' },
    ]);
  });

  it('[Art. 14] does not depend on the order of either list', () => {
    const states = fc.constantFrom('open' as const, 'closed' as const, 'returned' as const);
    const side = fc.uniqueArray(fc.record({ number: fc.constantFrom('1', '2', '3', '4', '5'), state: states }), { selector: ({ number }) => number });
    fc.assert(
      fc.property(side, side, (one, other) => {
        const here = one.map(({ number, state }) => ours(number, { state }));
        const there = other.map(({ number, state }) => theirs(number, { state }));
        const found = differencesOf(here, there, []);
        expect(differencesOf([...here].reverse(), [...there].reverse(), [])).toEqual(found);
        const numbers = new Set([...here, ...there].map(({ number }) => number));
        const agreed = here.filter((each) => there.some(({ number, state }) => number === each.number && state === each.state));
        expect(found.length).toBe(numbers.size - agreed.length);
      }),
    );
  });
});
