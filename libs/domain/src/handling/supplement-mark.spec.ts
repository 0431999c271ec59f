import { after, at, closed, contacted, dispatched, entered, feedback, jointly, opened, returnAccepted, returnAsked, signed } from '../../spec/case-in-hand.js';
import { unreadSupplementAt, type AddedSupplement, type Case, type HandlingEvent } from './index.js';

const caseOf = (...events: readonly HandlingEvent[]): Case => after([opened, ...events]) as Case;
const added = (day: string, ...seenBy: string[]): AddedSupplement => ({ addedAt: at(`${day}T15:00:00`), seenBy });
const two = [added('13'), added('14')];

describe('what a petitioner added', () => {
  it('[Art. 2, 17] since the unit signed is new to it until it says that it has read it, the newest first', () => {
    const state = caseOf(dispatched, signed);
    expect(unreadSupplementAt(state, two, 'water')).toBe(at('14T15:00:00'));
    expect(unreadSupplementAt(state, two)).toBe(at('14T15:00:00'));
    expect(unreadSupplementAt(state, [added('13'), added('14', 'water')], 'water')).toBe(at('13T15:00:00'));
    expect(unreadSupplementAt(state, [added('13', 'water'), added('14', 'town', 'water')], 'water')).toBeNull();
    expect(unreadSupplementAt(state, [{ addedAt: signed.at, seenBy: [] }], 'water')).toBeNull();
  });

  it('[Art. 2] is no news to a unit that has not signed, has left, has closed its file or never had it', () => {
    expect(unreadSupplementAt(caseOf(), two)).toBeNull();
    expect(unreadSupplementAt(caseOf(dispatched), two, 'water')).toBeNull();
    expect(unreadSupplementAt(caseOf(jointly, signed), two, 'town')).toBeNull();
    expect(unreadSupplementAt(caseOf(dispatched, signed), two, 'roads')).toBeNull();
    expect(unreadSupplementAt(caseOf(dispatched, signed, returnAsked, returnAccepted), two, 'water')).toBeNull();
    expect(unreadSupplementAt(caseOf(dispatched, signed, contacted, entered, feedback), two, 'water')).not.toBeNull();
    expect(unreadSupplementAt(caseOf(dispatched, signed, contacted, entered, feedback, closed), two, 'water')).toBeNull();
  });
});
