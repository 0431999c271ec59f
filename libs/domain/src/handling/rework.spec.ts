import { after, at, closed, contacted, dispatched, entered, feedback, given, jointly, opened, returnAccepted, returnAsked, rules, signed, wholeRound } from '../../spec/case-in-hand.js';
import { trialPack } from '../../spec/trial-pack.js';
import type { HandlingCommand, HandlingEvent, HandlingRules } from './index.js';

const rework: HandlingCommand = { type: 'OrderRework', round: 2, at: at('14T10:00:00') };
const again: HandlingEvent = { ...dispatched, dispatchNo: 2, round: 2, returnDueAt: at('18T00:00:00'), at: at('14T10:00:00') };
const without = (...units: string[]): HandlingRules => ({
  ...rules,
  units: { ...rules.units, ...Object.fromEntries(units.map((unit) => [unit, { active: false, hasLiaison: true }])) },
});

describe('rework', () => {
  it('[Art. 19] is a new dispatch to the same unit in the next round; both rounds stay', () => {
    given(wholeRound).when(rework).then([again]);
    expect(after([...wholeRound, again])).toMatchObject({
      status: 'dispatched',
      round: 2,
      dispatch: { dispatchNo: 2, round: 2, result: null, contact: { attempts: 0 } },
      past: [{ dispatchNo: 1, round: 1, closedAt: at('13T10:00:00'), result: { text: '管网已修复' } }],
    });
  });

  it('[Art. 19] is bound to the policy of its own day and never a ruling', () => {
    const ruled = wholeRound.map((event) => (event.type === 'Dispatched' ? { ...event, ruling: true } : event));
    given(ruled)
      .when(rework, { ...rules, policyOn: (date) => ({ ...trialPack, version: date === '2018-09-14' ? 7 : 1 }) })
      .then([{ ...dispatched, dispatchNo: 2, round: 2, policy: 'trial@7', returnDueAt: at('18T00:00:00'), at: at('14T10:00:00') }]);
  });

  it('[Art. 15(2)] goes to the same assisting units that can still take it, and stays supervised', () => {
    const before: HandlingEvent[] = [opened, { ...jointly, supervised: 'leader-instruction' }, signed, contacted, entered, feedback, closed];
    const supervised = { ...jointly, dispatchNo: 2, round: 2, supervised: 'leader-instruction', groundInherited: true, returnDueAt: at('18T00:00:00'), at: at('14T10:00:00') } as const;
    given(before).when(rework).then([supervised]);
    given(before)
      .when(rework, without('town'))
      .then([{ ...supervised, assisting: ['housing'] }]);
    given(before)
      .when(rework, without('town', 'housing'))
      .then([{ ...supervised, mode: 'transfer', assisting: [] }]);
  });

  it('[Art. 15(2)] leaves out an assisting unit whose return was accepted', () => {
    const left: HandlingEvent = { ...returnAccepted, unit: 'housing', role: 'assisting' };
    given([opened, jointly, { ...returnAsked, unit: 'housing', suggestedUnit: 'town' }, left, entered, feedback, closed])
      .when(rework)
      .then([{ ...jointly, dispatchNo: 2, round: 2, assisting: ['town'], returnDueAt: at('18T00:00:00'), at: at('14T10:00:00') }]);
  });

  it('[Art. 3] waits for the county when the unit can take no ticket any more', () => {
    const waits: HandlingEvent = { type: 'ReworkAwaitsDispatch', round: 2, at: at('14T10:00:00') };
    given(wholeRound).when(rework, without('water')).then([waits]);
    given([...wholeRound, waits])
      .when({ type: 'Dispatch', mode: 'transfer', lead: 'housing', assisting: [], at: at('14T11:00:00') })
      .then([{ ...dispatched, dispatchNo: 2, round: 2, lead: 'housing', returnDueAt: at('18T00:00:00'), at: at('14T11:00:00') }]);
    given([...wholeRound, waits]).when(rework).thenRefused('already-reworked', { values: { round: 2 } });
  });

  it.each<[string, readonly HandlingEvent[], HandlingCommand]>([
    ['already-reworked', [...wholeRound, again], rework],
    ['already-reworked', wholeRound, { ...rework, round: 1 } as HandlingCommand],
    ['not-the-next-round', wholeRound, { ...rework, round: 3 } as HandlingCommand],
    ['not-closed', [opened, dispatched, signed, contacted, entered, feedback], rework],
    ['not-closed', [opened], rework],
    ['before-previous-step', wholeRound, { ...rework, at: at('13T09:59:59') } as HandlingCommand],
    ['no-such-case', [], rework],
  ])('[Art. 19] is refused as %s', (slug, before, command) => {
    const { decision } = given(before).when(command);
    expect(decision).toMatchObject({ accepted: false, refusal: { slug } });
  });
});
