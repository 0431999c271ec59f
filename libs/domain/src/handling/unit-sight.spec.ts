import fc from 'fast-check';
import { after, at, contacted, dispatched, entered, jointly, opened, returnAccepted, returnAsked, rules, signed } from '../../spec/case-in-hand.js';
import { life } from '../../spec/case-lives.js';
import { asLastHeld, decide, dispatchesOf, evolve, initial, isOwnStep, seenByUnit, sightOfUnit, type Case, type CaseState, type HandlingEvent } from './index.js';

const recalled: HandlingEvent = { type: 'DispatchRecalled', dispatchNo: 1, reason: '【县级理由】', at: at('11T09:00:00') };
const elsewhere: readonly HandlingEvent[] = [
  { ...dispatched, dispatchNo: 2, lead: 'housing', at: at('11T10:00:00') },
  { type: 'CategoryChanged', category: 'report', previous: 'help', at: at('11T11:00:00') },
  { ...entered, dispatchNo: 2, unit: 'housing', text: '【他单位结果】' },
];
const toHousing: HandlingEvent = { type: 'AssistingAdded', dispatchNo: 1, round: 1, unit: 'housing', at: at('10T10:30:00') };
const housingSaid: HandlingEvent = { type: 'OpinionGiven', dispatchNo: 1, unit: 'housing', text: '【他单位意见】', at: at('10T12:00:00') };
const lastHeld = (unit: string, ...events: readonly HandlingEvent[]): Case => {
  const last = asLastHeld(events, unit);
  if (!last) throw new Error(`${unit} holds the case`);
  return seenByUnit(last.state, unit);
};

describe('a case that a unit holds no more', () => {
  it('[Art. 10, 14] stands as it did when it was recalled, with its own steps, without the county’s reason and without what others did', () => {
    const state = lastHeld('water', opened, jointly, signed, toHousing, housingSaid, contacted, recalled, ...elsewhere);
    expect(state).toMatchObject({ status: 'awaiting-dispatch', category: 'help', dispatch: null, past: [{ dispatchNo: 1, withdrawnAt: recalled.at, contact: { contactedAt: contacted.at } }] });
    expect(JSON.stringify(state)).not.toMatch(/县级理由|他单位/);
    expect(state.past[0]?.parts.map(({ unit, signedAt, opinion }) => [unit, signedAt, opinion])).toEqual([['water', signed.at, null], ['housing', null, null], ['town', null, null], ['housing', null, null]]);
  });

  it('[Art. 15(2), 17(return)] shows an assisting unit that left nothing of the lead, before or after', () => {
    const asked: HandlingEvent = { ...returnAsked, unit: 'town', suggestedUnit: 'housing' };
    const left: HandlingEvent = { ...returnAccepted, unit: 'town', role: 'assisting', reason: '【答复本单位】' };
    const state = lastHeld('town', opened, jointly, signed, contacted, asked, left, entered);
    expect(state).toMatchObject({ status: 'dispatched', dispatch: { result: null, contact: { attempts: 0 }, parts: [{ unit: 'water', signedAt: null }, { unit: 'housing' }, { unit: 'town', leftAt: left.at }] } });
    expect(JSON.stringify(state)).toContain('【答复本单位】');
  });

  it('[Art. 10] is the matter for whoever holds it again, but not the reason of an earlier recall', () => {
    const events = [opened, dispatched, signed, recalled, { ...dispatched, dispatchNo: 2, at: at('11T10:00:00') }];
    expect([asLastHeld(events, 'water'), asLastHeld(events, 'town')]).toEqual([undefined, undefined]);
    const state = seenByUnit(after(events) as Case, 'water');
    expect([state.dispatch?.dispatchNo, JSON.stringify(state).includes('县级理由')]).toEqual([2, false]);
  });

  it('[Art. 10] tells of steps the dispatch, its own and the decision on its return', () => {
    const events = [opened, jointly, signed, housingSaid, returnAsked, returnAccepted, recalled];
    expect(events.filter((event) => isOwnStep(event, 'water')).map(({ type }) => type)).toEqual(['Dispatched', 'Signed', 'ReturnAsked', 'ReturnDecided']);
    expect(events.filter((event) => isOwnStep(event, 'town')).map(({ type }) => type)).toEqual(['Dispatched']);
  });

  it('[Art. 10, 17(return)] never changes by what happens afterwards, and names no dispatch to others', () => {
    let gone = 0;
    fc.assert(
      fc.property(life, (commands) => {
        const events: HandlingEvent[] = [];
        let state: CaseState = initial;
        for (const command of commands) {
          const decision = decide(state, command, rules);
          if (!decision.accepted) continue;
          events.push(...decision.events);
          state = decision.events.reduce(evolve, state);
        }
        for (const unit of ['water', 'housing', 'town']) {
          const last = asLastHeld(events, unit);
          expect(last !== undefined).toBe(sightOfUnit(state, unit) === 'own-acts');
          if (!last) continue;
          gone += 1;
          expect(asLastHeld(events.slice(0, last.events), unit)).toStrictEqual(last);
          expect(dispatchesOf(seenByUnit(last.state, unit)).filter(({ parts, recallReason }) => recallReason !== undefined || !parts.some((part) => part.unit === unit))).toStrictEqual([]);
        }
      }),
      { numRuns: 300 },
    );
    expect(gone).toBeGreaterThan(0);
  });
});
