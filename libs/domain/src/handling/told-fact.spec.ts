import { after, at, closed, contacted, dispatched, entered, given, jointly, open, opened, returnAccepted, returnAsked, signed, transferredDown, wholeRound } from '../../spec/case-in-hand.js';
import { elapsedOf, endedAtOf, initial, returnsOnTheWay, type Case, type ChangeCategory, type HandlingEvent } from './index.js';

const inUnit = (unit: string, time: string) => ({ dispatchNo: 1, unit, at: at(time) });
const answered = (time: string) => ({ type: 'NoteAnswered', at: at(time) }) as const;
const caseOf = (...events: readonly HandlingEvent[]): Case => after(events) as Case;
const upstreamAsked: HandlingEvent = { type: 'UpstreamReturnAsked', reason: '州级事权', at: at('10T10:00:00') };
const upstreamAccepted: HandlingEvent = { type: 'UpstreamReturnDecided', accepted: true, at: at('11T10:00:00') };

describe('an answer of the county', () => {
  it('[Art. 18] withdraws a dispatch whose units have at most signed, not before it was made', () => {
    for (const events of [[opened, dispatched], [opened, dispatched, signed], [opened, jointly, signed]]) {
      given(events).when(answered('11T10:00:00')).then([{ type: 'DispatchWithdrawn', dispatchNo: 1, at: at('11T10:00:00') }, { type: 'AnswerNoted', at: at('11T10:00:00') }]);
    }
    given([opened, dispatched]).when(answered('10T09:45:00')).then([{ type: 'DispatchWithdrawn', dispatchNo: 1, at: dispatched.at }, { type: 'AnswerNoted', at: at('10T09:45:00') }]);
  });

  it.each<[string, HandlingEvent[]]>([
    ['a check on site', [{ type: 'OnSiteCheckDeclared', ...inUnit('water', '10T12:00:00') }]],
    ['an opinion of one of them', [{ type: 'OpinionGiven', ...inUnit('town', '10T12:00:00'), text: '同意' }]],
    ['a call', [{ type: 'ContactAttempted', ...inUnit('water', '10T12:00:00'), way: 'phone', attempts: 1, note: null }]],
    ['a return that was asked', [returnAsked]],
    ['an instruction', [{ type: 'InstructionGiven', ...inUnit('water', '10T12:00:00'), leader: 'zhao', text: '即办' }]],
    ['a result that was sent back', [entered, { type: 'ResultSentBack', ...inUnit('water', '12T10:00:00'), reason: '请补充' }]],
    ['a result', [entered]],
  ])('[Art. 18] leaves a dispatch alone in which there was %s, and is kept on the file', (_name, events) => {
    given([opened, jointly, ...events]).when(answered('12T12:00:00')).then([{ type: 'AnswerCameLate', at: at('12T12:00:00') }]);
  });

  it('[Art. 18] comes too late for what is closed, and once is enough', () => {
    given(wholeRound).when(answered('14T09:00:00')).then([{ type: 'AnswerCameLate', at: at('14T09:00:00') }]);
    given([opened, { type: 'AnswerNoted', at: at('10T10:00:00') }]).when(answered('10T11:00:00')).thenRefused('already-answered', {});
    given([...wholeRound, { type: 'AnswerCameLate', at: at('14T09:00:00') }]).when(answered('14T10:00:00')).thenRefused('already-answered', {});
    given([{ type: 'AnswerNoted', at: at('10T09:00:00') }]).when(answered('10T11:00:00')).thenRefused('already-answered', {});
  });

  it('[Art. 17(return), 18] stands whatever the prefecture says, and its decision is kept', () => {
    for (const events of [[transferredDown, upstreamAsked], [transferredDown, upstreamAsked, upstreamAccepted]]) given(events).when(answered('12T10:00:00')).then([{ type: 'AnswerNoted', at: at('12T10:00:00') }]);
    expect(after([transferredDown, upstreamAsked, { type: 'AnswerNoted', at: at('10T12:00:00') }, upstreamAccepted])).toMatchObject({
      status: 'answered', answeredAt: at('10T12:00:00'), upstreamReturns: [{ decision: { accepted: true, at: at('11T10:00:00') } }],
    });
  });

  it('[Art. 18] of a later round counts from the end of the one before, of the first whenever it was given', () => {
    const waiting: HandlingEvent = { type: 'ReworkAwaitsDispatch', round: 2, at: at('14T10:00:00') };
    given([...wholeRound, waiting]).when(answered('14T10:00:00')).then([{ type: 'AnswerNoted', at: at('14T10:00:00') }]);
    given([...wholeRound, waiting]).when(answered('13T09:59:59')).then([{ type: 'AnswerCameLate', at: at('13T09:59:59') }]);
    given([opened, dispatched, returnAsked, returnAccepted]).when(answered('10T12:00:00')).then([{ type: 'AnswerNoted', at: at('10T12:00:00') }]);
  });

  it('[Art. 17(return), 18] that was too late for the first round answers the ticket when its unit gives it back, and never a later round', () => {
    const late: HandlingEvent = { type: 'AnswerCameLate', at: at('10T17:00:00') };
    expect(after([opened, dispatched, returnAsked, late, returnAccepted])).toMatchObject({ status: 'answered' });
    const again: HandlingEvent = { ...dispatched, dispatchNo: 2, round: 2, at: at('14T10:00:00') };
    const back = { dispatchNo: 2, at: at('14T12:00:00') };
    expect(after([...wholeRound, late, again, { ...returnAsked, ...back }, { ...returnAccepted, ...back }])).toMatchObject({ status: 'awaiting-dispatch' });
  });
});

describe('a change of category', () => {
  const change = (more: Partial<ChangeCategory>): ChangeCategory => ({ type: 'ChangeCategory', category: 'complaint', previous: 'help', at: opened.acceptedAt, ...more });

  it('[Art. 13] at one moment with what is known counts where it follows from it', () => {
    given([opened]).when(change({})).then([{ type: 'CategoryChanged', category: 'complaint', previous: 'help', at: opened.acceptedAt }]);
    given([opened]).when(change({ previous: 'report' })).thenRefused('category-superseded', {});
    given([opened]).when(change({ category: 'help' })).thenRefused('category-superseded', {});
    given([opened]).when(change({ at: opened.acceptedAt - 1 })).thenRefused('category-superseded', {});
    given([opened]).when(change({ at: opened.acceptedAt + 1, previous: 'report' })).then([{ type: 'CategoryChanged', category: 'complaint', previous: 'report', at: opened.acceptedAt + 1 }]);
  });

  it('[Art. 13] that overtook the acceptance follows at once, unless the acceptance holds it', () => {
    const told = (time: number): HandlingEvent => ({ type: 'CategoryChanged', category: 'complaint', previous: 'help', at: time });
    given([told(opened.acceptedAt)]).when(open).then([opened, told(opened.acceptedAt)]);
    given([told(opened.acceptedAt - 1)]).when(open).then([opened]);
    given([told(at('10T10:00:00'))]).when(change({ category: 'report', previous: 'complaint', at: at('10T10:00:00') })).then([{ type: 'CategoryChanged', category: 'report', previous: 'complaint', at: at('10T10:00:00') }]);
    given([told(at('10T10:00:00'))]).when(change({ at: at('10T10:00:00') })).thenRefused('category-superseded', {});
    given([told(at('10T10:00:00'))]).when(change({ at: at('10T09:59:59') })).thenRefused('category-superseded', {});
    given().when(change({})).then([told(opened.acceptedAt)]);
  });
});

describe('the time of a ticket', () => {
  it('[Art. 17(return)] runs from the first receipt until it is closed, answered, or taken back by the prefecture', () => {
    const minutes = (state: Case): number => elapsedOf(state, at('20T09:00:00')) / 60_000;
    for (const events of [[opened], [opened, dispatched], [opened, dispatched, entered], wholeRound.slice(0, -1), [transferredDown, upstreamAsked]]) {
      expect([endedAtOf(caseOf(...events)), minutes(caseOf(...events))]).toEqual([null, 10 * 24 * 60]);
    }
    expect(endedAtOf(caseOf(...wholeRound))).toBe(closed.at);
    expect(endedAtOf(caseOf(opened, { type: 'AnswerNoted', at: at('10T10:00:00') }))).toBe(at('10T10:00:00'));
    const refusedFirst: HandlingEvent[] = [transferredDown, upstreamAsked, { type: 'UpstreamReturnDecided', accepted: false, at: at('10T12:00:00') }, { ...upstreamAsked, at: at('10T14:00:00') }, upstreamAccepted];
    expect(endedAtOf(caseOf(...refusedFirst))).toBe(at('11T10:00:00'));
  });

  it('[Art. 17(return)] goes to every unit that gave it away, in the order of the decisions, with who got it next', () => {
    const town = { ...returnAsked, unit: 'town' };
    const away: HandlingEvent[] = [
      opened, jointly, returnAsked, town,
      { ...returnAccepted, unit: 'town', role: 'assisting', at: at('11T08:00:00') },
      returnAccepted,
      { ...dispatched, dispatchNo: 2, lead: 'housing', at: at('11T10:00:00') },
    ];
    const of = (unit: string, role: string, acceptedAt: number, next: string | null): unknown => ({ dispatchNo: 1, round: 1, unit, role, suggestedUnit: 'housing', askedAt: returnAsked.at, acceptedAt, next });
    expect(returnsOnTheWay(caseOf(...away))).toEqual([of('town', 'assisting', at('11T08:00:00'), null), of('water', 'lead', at('11T09:00:00'), 'housing')]);
    expect(returnsOnTheWay(caseOf(...away.slice(0, 4)))).toEqual([]);
    expect(returnsOnTheWay(caseOf(...away.slice(0, 6)))).toMatchObject([{ unit: 'town' }, { unit: 'water', next: null }]);
  });
});

it('[Art. 14] nothing but an answer or a change of category is told of a case that was never opened, and no step is on one that is not dispatched', () => {
  expect(() => after([contacted])).toThrow('PetitionerContacted on a case that was never opened');
  expect(() => after([opened, contacted])).toThrow('PetitionerContacted on a case that is not dispatched');
  expect(after([])).toBe(initial);
});
