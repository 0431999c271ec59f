import { after, at, contacted, dispatched, entered, feedback, given, joint, jointly, opened, returnAccepted, returnAsked, rules, signed, transfer, transferredDown, wholeRound } from '../../spec/case-in-hand.js';
import { caseWithoutWords, decide, elapsedOf, returnsOnTheWay, tasksOf, type Case, type DispatchRecalled, type HandlingEvent, type RecallDispatch } from './index.js';

const recall: RecallDispatch = { type: 'RecallDispatch', reason: '该路段由住建部门管护，派单有误', at: at('20T09:00:00') };
const recalled: DispatchRecalled = { type: 'DispatchRecalled', dispatchNo: 1, reason: recall.reason, at: recall.at };
const caseOf = (events: readonly HandlingEvent[]): Case => after(events) as Case;

describe('a recall', () => {
  it.each<[string, readonly HandlingEvent[]]>([
    ['unsigned', [opened, dispatched]],
    ['long past its return window, signed and contacted', [opened, dispatched, signed, contacted]],
    ['joint', [opened, jointly, { type: 'OpinionGiven', dispatchNo: 1, unit: 'town', text: '同意', at: at('11T10:00:00') }]],
    ['after a refused return', [opened, dispatched, returnAsked, { ...returnAccepted, accepted: false, reason: '属你单位' }]],
    ['a ruling', [opened, { ...dispatched, ruling: true }]],
    ['sent back by the leader', [opened, dispatched, entered, { type: 'ResultSentBack', dispatchNo: 1, unit: 'water', reason: '重写', at: at('12T15:00:00') }]],
  ])('[Art. 14-16] takes back a dispatch that is %s; the ticket waits again, it is no return, and time goes on', (_, before) => {
    given(before).when(recall).then([recalled]);
    const state = caseOf([...before, recalled]);
    expect(state).toMatchObject({ status: 'awaiting-dispatch', dispatch: null, round: 1, acceptedReturns: 0, waitingSince: recall.at });
    expect(state.past).toMatchObject([{ dispatchNo: 1, endedAt: recall.at, withdrawnAt: recall.at, recallReason: recall.reason }]);
    expect([returnsOnTheWay(state), tasksOf(state)]).toEqual([[], [{ task: 'dispatch', unit: null }]]);
    expect(elapsedOf(state, at('20T10:00:00'))).toBe((10 * 24 + 1) * 3_600_000);
    given([...before, recalled]).when(recall).thenRefused('not-dispatched');
  });

  it('[Art. 14-16] is followed by a dispatch, a joint one, or an answer of the county', () => {
    const next = { ...dispatched, dispatchNo: 2, lead: 'housing', returnDueAt: at('22T00:00:00'), at: at('20T10:00:00') };
    given([opened, dispatched, recalled]).when({ ...transfer, lead: 'housing', at: at('20T10:00:00') }).then([next]);
    expect(given([opened, dispatched, recalled]).when({ ...joint, at: at('20T10:00:00') }).decision.accepted).toBe(true);
    given([opened, dispatched, recalled]).when({ ...transfer, at: at('20T08:59:59') }).thenRefused('before-previous-step');
    given([opened, dispatched, recalled]).when({ type: 'NoteAnswered', at: at('20T11:00:00') }).then([{ type: 'AnswerNoted', at: at('20T11:00:00') }]);
    given([opened, dispatched, recalled]).when({ type: 'Sign', unit: 'water', at: at('20T11:00:00') }).thenRefused('not-dispatched');
  });

  it('[Art. 14-16] may end a dispatch of a later round, and the round stays', () => {
    const again: HandlingEvent = { ...dispatched, dispatchNo: 2, round: 2, at: at('14T10:00:00') };
    given([...wholeRound, again]).when(recall).then([{ ...recalled, dispatchNo: 2 }]);
    expect(caseOf([...wholeRound, again, { ...recalled, dispatchNo: 2 }])).toMatchObject({ status: 'awaiting-dispatch', round: 2 });
  });

  it.each<[string, readonly HandlingEvent[]]>([
    ['not-dispatched', [opened]],
    ['already-result-entered', [opened, dispatched, entered]],
    ['already-feedback-given', [opened, dispatched, entered, feedback]],
    ['already-closed', wholeRound],
    ['already-answered', [opened, { type: 'AnswerNoted', at: at('10T10:00:00') }]],
    ['already-declined', [opened, { type: 'DeclineNoted', at: at('10T10:00:00') }]],
    ['upstream-return-undecided', [transferredDown, { type: 'UpstreamReturnAsked', reason: '州级事权', at: at('10T10:00:00') }]],
    ['already-returned-upstream', [transferredDown, { type: 'UpstreamReturnAsked', reason: '州级事权', at: at('10T10:00:00') }, { type: 'UpstreamReturnDecided', accepted: true, at: at('11T10:00:00') }]],
  ])('[Art. 14-18] is refused as %s', (slug, before) => {
    expect(given(before).when(recall).decision).toMatchObject({ accepted: false, refusal: { slug } });
  });

  it('[Art. 14-17] needs a reason and a moment after the last step, and never stands in the place of a decision on a return', () => {
    given([opened, dispatched]).when({ ...recall, reason: ' ' }).thenRefused('reason-missing', { field: 'reason' });
    given([opened, dispatched]).when({ ...recall, at: at('10T09:59:59') }).thenRefused('before-previous-step');
    given([opened, dispatched, signed, contacted]).when({ ...recall, at: at('10T13:59:59') }).thenRefused('before-previous-step');
    given([opened, dispatched]).when({ ...recall, at: at('28T18:05:01') }).thenRefused('in-the-future');
    given([opened, dispatched, returnAsked]).when(recall).thenRefused('decide-the-return-first', { values: { unit: 'water' } });
    expect(decide({ status: 'none', answeredAt: null }, recall, rules)).toMatchObject({ accepted: false, refusal: { slug: 'no-such-case' } });
  });

  it('[Art. 18] leaves a ticket answered that the county had answered too late to withdraw the dispatch', () => {
    const late: HandlingEvent = { type: 'AnswerCameLate', at: at('11T10:00:00') };
    expect(caseOf([opened, dispatched, signed, contacted, late, recalled])).toMatchObject({ status: 'answered', answeredAt: at('11T10:00:00'), dispatch: null });
  });

  it('[Art. 20] loses the reason with the words of a disposed file, not that it happened', () => {
    expect(caseWithoutWords(caseOf([opened, dispatched, recalled])).past).toMatchObject([{ recallReason: '', withdrawnAt: recall.at }]);
    expect(caseWithoutWords(caseOf(wholeRound)).dispatch).not.toHaveProperty('recallReason');
  });
});

describe('the supervision of a ticket that is sent elsewhere', () => {
  const led: HandlingEvent = { ...dispatched, supervised: 'leader-instruction' };
  const again = { ...transfer, lead: 'housing', at: at('20T10:00:00') };
  const supervisedAfter = (events: readonly HandlingEvent[], command = again): unknown => {
    const { decision } = given(events).when(command);
    return decision.accepted && decision.events.map((event) => event.type === 'Dispatched' && [event.supervised, event.finding])[0];
  };

  it('[Art. 15(3)] goes on after a return, a recall and a rework that found no unit, unless another ground is named', () => {
    expect(supervisedAfter([opened, led, returnAsked, returnAccepted])).toEqual(['leader-instruction', null]);
    expect(supervisedAfter([opened, led, recalled])).toEqual(['leader-instruction', null]);
    expect(supervisedAfter([...wholeRound.map((event) => (event.type === 'Dispatched' ? led : event)), { type: 'ReworkAwaitsDispatch', round: 2, at: at('14T10:00:00') }])).toEqual(['leader-instruction', null]);
    expect(supervisedAfter([opened, led, recalled], { ...again, supervised: 'serious-or-typical' })).toEqual(['serious-or-typical', null]);
    expect(supervisedAfter([opened, dispatched, recalled])).toEqual([null, null]);
    expect(supervisedAfter([opened, led, recalled, { ...dispatched, dispatchNo: 2, supervised: 'serious-or-typical', at: at('20T09:30:00') }, { ...recalled, dispatchNo: 2, at: at('20T09:45:00') }])).toEqual(['serious-or-typical', null]);
  });

  it('[Art. 15(3)] is that of the petitioner where nothing else was named before', () => {
    expect(supervisedAfter([{ ...opened, petitionerKind: 'enterprise' }, dispatched, recalled])).toEqual(['enterprise', null]);
  });

  it('[Art. 15(3)] of an older file for a second dissatisfaction goes on for the unit that it was found about alone', () => {
    const poorly: HandlingEvent = { ...dispatched, supervised: 'second-dissatisfaction', finding: '敷衍' };
    expect(supervisedAfter([opened, poorly, recalled], { ...again, lead: 'water' })).toEqual(['second-dissatisfaction', '敷衍']);
    expect(supervisedAfter([opened, poorly, recalled])).toEqual([null, null]);
  });
});
