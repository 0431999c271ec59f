import { after, at, closed, contacted, dispatched, enter, entered, feedback, given, jointly, opened, returnAccepted, returnAsked, rules, signed, wholeRound } from '../../spec/case-in-hand.js';
import { dateOf, dayOf, type Deadline } from '../shared/index.js';
import { trialPack } from '../../spec/trial-pack.js';
import { unitReturnWindow, type AskReturn, type HandlingCommand, type HandlingEvent, type ReturnDecided } from './index.js';

const ask: AskReturn = { type: 'AskReturn', unit: 'water', reason: '二次供水由住建部门负责', suggestedUnit: 'housing', at: at('10T16:00:00') };
const declare = (time: string): HandlingCommand => ({ type: 'DeclareOnSiteCheck', unit: 'water', at: at(time) });
const declared: HandlingEvent = { type: 'OnSiteCheckDeclared', dispatchNo: 1, unit: 'water', returnDueAt: at('14T00:00:00'), at: at('11T12:00:00') };
const refused: ReturnDecided = { ...returnAccepted, accepted: false, reason: '供水管网属水务部门' };
const assistingAsked: HandlingEvent = { ...returnAsked, unit: 'housing', suggestedUnit: 'town' };
const assistingLeft: ReturnDecided = { ...returnAccepted, unit: 'housing', role: 'assisting' };

describe('asking for a return', () => {
  it('[Art. 17(return)] gives a reason and names another unit', () => {
    given([opened, dispatched]).when(ask).then([returnAsked]);
  });

  it('[Art. 17(return)] is not forfeited by signing or contacting', () => {
    given([opened, dispatched, signed, contacted]).when(ask).then([returnAsked]);
  });

  it('[Art. 17(return)] ends with the first working day after the dispatch', () => {
    const last = at('12T00:00:00') - 1;
    given([opened, dispatched])
      .when({ ...ask, at: last })
      .then([{ ...returnAsked, at: last }]);
    given([opened, dispatched])
      .when({ ...ask, at: at('12T00:00:00') })
      .thenRefused('outside-return-window', { values: { until: '2018-09-11T16:00:00.000Z' } });
  });

  it('[Art. 17(return)] ends with the third when an on-site check was declared within the first', () => {
    given([opened, dispatched]).when(declare('11T12:00:00')).then([declared]);
    const last = at('14T00:00:00') - 1;
    given([opened, dispatched, declared])
      .when({ ...ask, at: last })
      .then([{ ...returnAsked, at: last }]);
    given([opened, dispatched, declared])
      .when({ ...ask, at: at('14T00:00:00') })
      .thenRefused('outside-return-window', { values: { until: '2018-09-13T16:00:00.000Z' } });
    given([opened, dispatched]).when(declare('12T00:00:00')).thenRefused('outside-return-window', { values: { until: '2018-09-11T16:00:00.000Z' } });
    given([opened, dispatched, declared]).when(declare('11T13:00:00')).thenRefused('already-declared', { values: { declaredAt: '2018-09-11T04:00:00.000Z' } });
  });

  describe('after a revision of the calendar', () => {
    const { returnDueAt: _told, ...untold } = dispatched;
    const moved = (days: number): typeof rules => {
      const { calendar } = rules;
      const shifted = (due: Deadline): Deadline => ({ ...due, dueOn: dateOf(dayOf(due.dueOn) + days), dueAt: due.dueAt + days * 86_400_000 });
      return { ...rules, calendar: { ...calendar, deadline: (start, count) => shifted(calendar.deadline(start, count)) } };
    };

    it('[Art. 17(return)] never ends earlier than the unit was told', () => {
      const last = { ...ask, at: at('12T00:00:00') - 1 };
      given([opened, dispatched]).when(last, moved(-1)).then([{ ...returnAsked, at: last.at }]);
      given([opened, dispatched]).when({ ...ask, at: at('12T00:00:00') }, moved(-1)).thenRefused('outside-return-window', { values: { until: '2018-09-11T16:00:00.000Z' } });
      given([opened, dispatched, declared]).when({ ...ask, at: at('14T00:00:00') - 1 }, moved(-1)).then([{ ...returnAsked, at: at('14T00:00:00') - 1 }]);
    });

    it('[Art. 17(return)] ends later when the days off became more', () => {
      given([opened, dispatched]).when({ ...ask, at: at('13T00:00:00') - 1 }, moved(1)).then([{ ...returnAsked, at: at('13T00:00:00') - 1 }]);
    });

    it('[Art. 17(return)] is lengthened by an on-site check from the end that was told', () => {
      given([opened, dispatched]).when(declare('11T12:00:00'), moved(-1)).then([declared]);
      given([opened, dispatched]).when(declare('11T12:00:00'), moved(1)).then([{ ...declared, returnDueAt: at('15T00:00:00') }]);
    });

    it('[Art. 17(return)] is counted anew for what was dispatched before the window was kept', () => {
      given([opened, untold]).when({ ...ask, at: at('11T00:00:00') }, moved(-1)).thenRefused('outside-return-window', { values: { until: '2018-09-10T16:00:00.000Z' } });
    });
  });

  it('[Art. 17(return)] is in time past a provisional window, which nobody has missed', () => {
    const { calendar } = rules;
    const unpublished = { ...rules, calendar: { ...calendar, deadline: (start: number, days: number) => ({ ...calendar.deadline(start, days), provisional: true }) } };
    const late = { ...ask, at: at('12T09:00:00') };
    given([opened, dispatched]).when(late, unpublished).then([{ ...returnAsked, at: late.at }]);
    given([opened, dispatched]).when(declare('12T09:00:00'), unpublished).then([{ ...declared, at: late.at }]);
    given([opened, dispatched]).when(late).thenRefused('outside-return-window', { values: { until: '2018-09-11T16:00:00.000Z' } });
  });

  it('[Art. 17(return)] lengthens only the window of the unit that declared it', () => {
    given([opened, jointly, declared])
      .when({ ...ask, unit: 'housing', suggestedUnit: 'town', at: at('12T09:00:00') })
      .thenRefused('outside-return-window');
  });

  it('[Art. 17(return)] takes both windows from the policy that the dispatch is bound to', () => {
    const roomy = { ...rules, policyOf: () => ({ ...trialPack, limits: { ...trialPack.limits, returnWindow: 2, returnWindowOnSite: 6 } }) };
    const state = after([opened, dispatched]);
    if (state.status === 'none' || state.dispatch === null) throw new Error('the case is dispatched');
    expect(unitReturnWindow(state.dispatch, { onSiteCheckAt: null }, roomy).dueAt).toBe(at('13T00:00:00'));
    expect(unitReturnWindow(state.dispatch, { onSiteCheckAt: at('11T12:00:00') }, roomy).dueAt).toBe(at('19T00:00:00'));
  });

  it.each<[string, readonly HandlingEvent[], Partial<AskReturn>]>([
    ['reason-missing', [opened, dispatched], { reason: ' ' }],
    ['suggested-unit-is-the-asker', [opened, dispatched], { suggestedUnit: 'water' }],
    ['unknown-unit', [opened, dispatched], { suggestedUnit: 'nobody' }],
    ['not-this-units-ticket', [opened, dispatched], { unit: 'town' }],
    ['not-dispatched', [opened], {}],
    ['before-previous-step', [opened, dispatched], { at: at('10T09:59:59') }],
    ['return-already-asked', [opened, dispatched, returnAsked], {}],
    ['return-already-refused', [opened, dispatched, returnAsked, refused], { at: at('11T10:00:00') }],
    ['already-result-entered', [opened, dispatched, signed, { ...entered, at: at('10T12:00:00') }], {}],
    ['already-feedback-given', [opened, dispatched, signed, entered, feedback], {}],
    ['already-closed', [opened, dispatched, signed, entered, feedback, closed], {}],
  ])('[Art. 17(return)] is refused as %s', (slug, before, change) => {
    const { decision } = given(before).when({ ...ask, ...change });
    expect(decision).toMatchObject({ accepted: false, refusal: { slug } });
  });
});

describe('deciding on a return', () => {
  const decide = { type: 'DecideReturn', unit: 'water', accepted: true, at: at('11T09:00:00') } as const;

  it('[Art. 17(return)] ends the dispatch when the lead’s is accepted, and the county dispatches anew', () => {
    given([opened, dispatched, returnAsked]).when(decide).then([returnAccepted]);
    const state = after([opened, dispatched, returnAsked, returnAccepted]);
    expect(state).toMatchObject({ status: 'awaiting-dispatch', dispatch: null, acceptedReturns: 1, waitingSince: at('11T09:00:00') });
    expect(state).toMatchObject({ past: [{ dispatchNo: 1, lead: 'water', endedAt: at('11T09:00:00') }] });
    given([opened, dispatched, returnAsked, returnAccepted])
      .when({ type: 'Dispatch', mode: 'transfer', lead: 'housing', assisting: [], at: at('11T10:00:00') })
      .then([{ ...dispatched, dispatchNo: 2, lead: 'housing', returnDueAt: at('13T00:00:00'), at: at('11T10:00:00') }]);
  });

  it('[Art. 17(return)] takes an assisting unit out of the dispatch, which goes on', () => {
    given([opened, jointly, assistingAsked])
      .when({ ...decide, unit: 'housing' })
      .then([assistingLeft]);
    const left = [opened, jointly, assistingAsked, assistingLeft];
    given(left)
      .when({ type: 'Sign', unit: 'housing', at: at('11T10:00:00') })
      .thenRefused('not-this-units-ticket');
    given(left)
      .when({ ...enter, missingOpinions: ['town'] })
      .then([
        { ...signed, implied: true, at: at('12T09:00:00') },
        { ...entered, missingOpinions: ['town'] },
      ]);
  });

  it('[Art. 17(return)] goes on after a refusal, which needs a reason', () => {
    const no = { ...decide, accepted: false } as const;
    given([opened, dispatched, returnAsked]).when(no).thenRefused('reason-missing', { field: 'reason' });
    given([opened, dispatched, returnAsked])
      .when({ ...no, reason: '供水管网属水务部门' })
      .then([refused]);
    expect(after([opened, dispatched, returnAsked, refused])).toMatchObject({ status: 'dispatched', acceptedReturns: 0, dispatch: { lead: 'water', endedAt: null } });
  });

  it('[Art. 17(return)] is new in the next dispatch of the same unit', () => {
    const again = [opened, dispatched, returnAsked, returnAccepted, { ...dispatched, dispatchNo: 2, at: at('11T10:00:00') }];
    given(again)
      .when({ ...ask, at: at('11T11:00:00') })
      .then([{ ...returnAsked, dispatchNo: 2, at: at('11T11:00:00') }]);
  });

  it.each<[string, readonly HandlingEvent[], HandlingCommand]>([
    ['no-return-asked', [opened], decide],
    ['no-return-asked', [opened, dispatched], decide],
    ['no-return-asked', [opened, dispatched, returnAsked], { ...decide, unit: 'housing' }],
    ['already-decided', [opened, dispatched, returnAsked, returnAccepted], decide],
    ['already-decided', [opened, dispatched, returnAsked, refused], decide],
    ['already-decided', [opened, jointly, assistingAsked, assistingLeft], { ...decide, unit: 'housing' }],
    ['not-dispatched', [opened, jointly, assistingAsked, returnAsked, returnAccepted], { ...decide, unit: 'housing' }],
    ['before-previous-step', [opened, dispatched, returnAsked], { ...decide, at: at('10T15:59:59') }],
    ['in-the-future', [opened, dispatched, returnAsked], { ...decide, at: at('28T18:05:01') }],
    ['no-return-asked', wholeRound, decide],
  ])('[Art. 17(return)] is refused as %s', (slug, before, command) => {
    const { decision } = given(before).when(command);
    expect(decision).toMatchObject({ accepted: false, refusal: { slug } });
  });
});
