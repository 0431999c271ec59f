import { after, at, contacted, dispatched, enter, entered, feedback, given, jointly, opened, returnAccepted, returnAsked, signed, wholeRound, open, transferredDown } from '../../spec/case-in-hand.js';
import { returnsOnTheWay, tasksOf, elapsedOf, reviewDateOf, type AssistingAdded, type Case, type HandlingEvent, type ReviewConditions } from './index.js';

const addTown = { type: 'AddAssisting', unit: 'town', at: at('12T10:00:00') } as const;
const townAdded: AssistingAdded = { type: 'AssistingAdded', dispatchNo: 1, round: 1, unit: 'town', returnDueAt: at('14T00:00:00'), at: at('12T10:00:00') };
const caseOf = (events: readonly HandlingEvent[]): Case => after(events) as Case;

describe('bringing in an assisting unit', () => {
  it('[Art. 15(2)] makes a running transfer joint, with a return window that counts from then', () => {
    given([opened, dispatched]).when(addTown).then([townAdded]);
    const events = [opened, dispatched, townAdded];
    expect(after(events)).toMatchObject({ dispatch: { mode: 'joint', parts: [{ unit: 'water' }, { unit: 'town', role: 'assisting', addedAt: townAdded.at }] } });
    const back = { type: 'AskReturn', unit: 'town', reason: '不属我镇', suggestedUnit: 'housing', at: at('13T23:59:59') } as const;
    expect(given(events).when(back).decision.accepted).toBe(true);
    given(events).when({ ...back, at: at('14T00:00:00') }).thenRefused('outside-return-window');
    given(events).when({ ...back, at: at('12T09:59:59') }).thenRefused('before-previous-step');
    given(events).when({ ...back, unit: 'water' }).thenRefused('outside-return-window');
    given(events).when({ type: 'Sign', unit: 'town', at: at('12T09:00:00') }).thenRefused('before-previous-step');
  });

  it('[Art. 17(return)] lengthens that window by an on-site check from its own end', () => {
    given([opened, dispatched, townAdded])
      .when({ type: 'DeclareOnSiteCheck', unit: 'town', at: at('13T10:00:00') })
      .then([{ type: 'OnSiteCheckDeclared', dispatchNo: 1, unit: 'town', returnDueAt: at('18T00:00:00'), at: at('13T10:00:00') }]);
  });

  it("[Art. 15(2)] makes the lead's answer wait for the opinion of the new unit, or name it", () => {
    const later = { ...enter, at: at('12T11:00:00') };
    given([opened, dispatched, signed, townAdded]).when(later).thenRefused('opinions-missing', { field: 'missingOpinions', values: { units: 'town' } });
    given([opened, dispatched, signed, townAdded]).when({ ...later, missingOpinions: ['town'] }).then([{ ...entered, missingOpinions: ['town'], at: later.at }]);
    given([opened, dispatched, signed, townAdded]).when({ ...enter, missingOpinions: ['town'] }).thenRefused('before-previous-step');
  });

  it('[Art. 15(2)] brings in the unit that a leaving one suggested, and goes with the ticket into a rework', () => {
    const leaving: HandlingEvent[] = [{ ...returnAsked, suggestedUnit: 'town', unit: 'housing' }, { ...returnAccepted, unit: 'housing', role: 'assisting' }];
    const begun: HandlingEvent[] = [opened, { ...jointly, assisting: ['housing'] }, ...leaving];
    given(begun).when(addTown).then([townAdded]);
    given(begun).when({ ...addTown, unit: 'housing' }).thenRefused('unit-has-left', { field: 'unit', values: { unit: 'housing' } });
    const closing: HandlingEvent[] = [townAdded, { ...entered, missingOpinions: ['town'], at: at('12T11:00:00') }, feedback, { type: 'CaseClosed', dispatchNo: 1, round: 1, unit: 'water', supervised: false, at: at('13T10:00:00') }];
    expect(given([...begun, ...closing]).when({ type: 'OrderRework', round: 2, at: at('14T10:00:00') }).decision).toMatchObject({ events: [{ mode: 'joint', assisting: ['town'] }] });
  });

  it('[Art. 3, 15(2)] takes no unit that has a part already or cannot take a ticket, and none after the result', () => {
    given([opened, jointly]).when(addTown).thenRefused('unit-takes-part-already');
    given([opened, dispatched]).when({ ...addTown, unit: 'water' }).thenRefused('unit-takes-part-already');
    given([opened, dispatched]).when({ ...addTown, unit: 'merged' }).thenRefused('unit-inactive', { field: 'unit', values: { unit: 'merged' } });
    given([opened]).when(addTown).thenRefused('not-dispatched');
    given([opened, dispatched, signed, entered]).when(addTown).thenRefused('already-result-entered');
    given(wholeRound).when(addTown).thenRefused('already-closed');
  });

  it('[Art. 17(return)] a unit brought into a ruling is bound by it', () => {
    const { returnDueAt: _, ...untold } = townAdded;
    const ruling: HandlingEvent = { ...dispatched, ruling: true };
    given([opened, ruling]).when(addTown).then([untold]);
    given([opened, ruling, untold]).when({ type: 'AskReturn', unit: 'town', reason: '不属我镇', suggestedUnit: 'water', at: at('12T11:00:00') }).thenRefused('ruling-cannot-be-returned');
  });
});

describe('an answer of the county that meets a running dispatch', () => {
  const answer = { type: 'NoteAnswered', at: at('10T09:50:00') } as const;

  it.each<[string, readonly HandlingEvent[]]>([
    ['unsigned', []],
    ['signed', [signed]],
  ])('[Art. 18] withdraws one that is %s: nobody to blame, the case answered', (_, steps) => {
    const withdrawn: HandlingEvent[] = [{ type: 'DispatchWithdrawn', dispatchNo: 1, at: dispatched.at }, { type: 'AnswerNoted', at: answer.at }];
    given([opened, dispatched, ...steps]).when(answer).then(withdrawn);
    const ended = caseOf([opened, dispatched, ...steps, ...withdrawn]);
    expect(ended).toMatchObject({ status: 'answered', dispatch: null, acceptedReturns: 0, past: [{ dispatchNo: 1, withdrawnAt: dispatched.at }], answeredAt: answer.at });
    given([opened, dispatched, ...steps, ...withdrawn]).when(answer).thenRefused('already-answered');
    given([opened, dispatched, ...steps, ...withdrawn]).when({ type: 'Sign', unit: 'water', at: at('10T12:00:00') }).thenRefused('not-dispatched');
  });

  it.each<[string, readonly HandlingEvent[], string]>([
    ['contacted the petitioner', [signed, contacted], 'dispatched'],
    ['tried to', [{ ...contacted, type: 'ContactAttempted' } as HandlingEvent], 'dispatched'],
    ['asked to return it', [returnAsked], 'dispatched'],
    ['entered a result', [signed, contacted, entered], 'result-entered'],
    ['given feedback', [signed, contacted, entered, feedback], 'feedback-given'],
    ['closed it', wholeRound.slice(2), 'closed'],
  ])('[Art. 18] undoes nothing once the unit has %s, but is kept on the file', (_, steps, status) => {
    given([opened, dispatched, ...steps]).when(answer).then([{ type: 'AnswerCameLate', at: answer.at }]);
    const kept = [opened, dispatched, ...steps, { type: 'AnswerCameLate', at: answer.at }] as const;
    expect(after(kept)).toMatchObject({ status, answeredAt: answer.at });
    given(kept).when(answer).thenRefused('already-answered');
  });

  it('[Art. 18] answers the ticket when the unit that went on gives it back', () => {
    expect(after([opened, dispatched, returnAsked, { type: 'AnswerCameLate', at: answer.at }, returnAccepted])).toMatchObject({ status: 'answered', dispatch: null });
  });

  it('[Art. 18] leaves a later round alone that an old answer meets', () => {
    const again: HandlingEvent = { ...dispatched, dispatchNo: 2, round: 2, at: at('14T10:00:00') };
    given([...wholeRound, again]).when(answer).then([{ type: 'AnswerCameLate', at: answer.at }]);
    const waiting: HandlingEvent = { type: 'ReworkAwaitsDispatch', round: 2, at: at('14T10:00:00') };
    given([...wholeRound, waiting]).when(answer).then([{ type: 'AnswerCameLate', at: answer.at }]);
    given([...wholeRound, waiting]).when({ ...answer, at: at('14T11:00:00') }).then([{ type: 'AnswerNoted', at: at('14T11:00:00') }]);
  });
});

describe('a change of category', () => {
  const change = { type: 'ChangeCategory', category: 'report', previous: 'help', at: at('10T11:00:00') } as const;

  it('[Art. 13] goes with the later dispatches, the newest change counting', () => {
    given([opened, dispatched]).when(change).then([{ ...change, type: 'CategoryChanged' }]);
    given([opened, { ...change, type: 'CategoryChanged' }]).when(change).thenRefused('category-superseded');
    given([opened, { ...change, type: 'CategoryChanged' }]).when({ ...change, category: 'complaint', at: at('10T10:59:59') }).thenRefused('category-superseded');
    given([opened]).when({ ...change, at: at('10T09:29:59') }).thenRefused('category-superseded');
  });

  it('[Art. 13] is kept when it overtakes the acceptance, unless the acceptance tells it already', () => {
    const changed: HandlingEvent = { ...change, type: 'CategoryChanged' };
    given().when(change).then([changed]);
    given([changed]).when(open).then([opened, changed]);
    given([{ ...changed, at: at('10T09:00:00') }]).when(open).then([opened]);
    expect(after([changed, opened, changed])).toMatchObject({ category: 'report' });
  });
});

describe('the way of a ticket', () => {
  const second: HandlingEvent = { ...dispatched, dispatchNo: 2, lead: 'housing', at: at('11T10:00:00') };

  it('[Art. 17(return)] shows who sent it where, in order, and counts on from the first receipt', () => {
    const state = caseOf([opened, dispatched, returnAsked, returnAccepted, second]);
    const there = { dispatchNo: 1, round: 1, unit: 'water', role: 'lead', suggestedUnit: 'housing', askedAt: returnAsked.at, acceptedAt: returnAccepted.at };
    expect(returnsOnTheWay(state)).toStrictEqual([{ ...there, next: 'housing' }]);
    expect(returnsOnTheWay(caseOf([opened, dispatched, returnAsked, returnAccepted]))).toStrictEqual([{ ...there, next: null }]);
    expect(elapsedOf(state, at('12T09:00:00'))).toBe(48 * 3_600_000);
    expect(elapsedOf(caseOf(wholeRound), at('28T09:00:00'))).toBe(73 * 3_600_000);
    expect(elapsedOf(caseOf([opened, { type: 'AnswerNoted', at: at('10T10:00:00') }]), at('28T09:00:00'))).toBe(3_600_000);
    const upstream: HandlingEvent[] = [transferredDown, { type: 'UpstreamReturnAsked', reason: '州级事权', at: at('10T10:00:00') }, { type: 'UpstreamReturnDecided', accepted: true, at: at('11T09:00:00') }];
    expect(elapsedOf(caseOf(upstream), at('28T09:00:00'))).toBe(24 * 3_600_000);
  });

  it('[Art. 14-18] says what waits for whom', () => {
    const of = (events: readonly HandlingEvent[]) => tasksOf(after(events)).map(({ task, unit }) => (unit === null ? task : `${task} ${unit}`));
    const marked: HandlingEvent = { type: 'CaseMarked', marks: ['key'], reason: null, at: at('10T12:00:00') };
    expect(of([])).toEqual([]);
    expect(of([opened])).toEqual(['dispatch']);
    expect(of([opened, { ...jointly, assisting: ['town'] }])).toEqual(['sign water', 'sign town', 'opinion town', 'result water']);
    expect(of([opened, dispatched, signed, returnAsked, marked])).toEqual(['decide-return water', 'result water', 'instruct water']);
    expect(of([opened, dispatched, signed, marked, entered])).toEqual(['instruct water', 'approve water']);
    expect(of([opened, dispatched, signed, entered, feedback])).toEqual(['paper water']);
    expect(of([transferredDown, { type: 'UpstreamReturnAsked', reason: '州级事权', at: at('10T10:00:00') }])).toEqual(['decide-upstream']);
    expect(of(wholeRound)).toEqual([]);
  });
});

describe('conditions that were not ready', () => {
  const notReady: HandlingEvent[] = [opened, dispatched, signed, { ...entered, resultCode: 'conditions-not-ready', plan: '列入明年', reviewDate: '2018-09-20' }, { ...feedback, resultCode: 'conditions-not-ready' }];
  const closedSo: HandlingEvent[] = [...notReady, { type: 'CaseClosed', dispatchNo: 1, round: 1, unit: 'water', supervised: false, at: at('13T10:00:00') }];
  const again: ReviewConditions = { type: 'ReviewConditions', unit: 'water', outcome: 'still-not-ready', text: '资金未到位', plan: '再报计划', reviewDate: '2018-12-20', at: at('20T10:00:00') };
  const reviewed: HandlingEvent = { type: 'ConditionsReviewed', dispatchNo: 1, unit: 'water', outcome: 'still-not-ready', text: '资金未到位', plan: '再报计划', reviewDate: '2018-12-20', at: at('20T10:00:00') };

  it('[Art. 9] come up on their review date and are put on record again and again until they are resolved', () => {
    expect(reviewDateOf(after(notReady.slice(0, 4)))).toBe(null);
    expect(reviewDateOf(after(closedSo))).toBe('2018-09-20');
    given(closedSo).when(again).then([reviewed]);
    expect(reviewDateOf(after([...closedSo, reviewed]))).toBe('2018-12-20');
    const resolved: HandlingEvent = { type: 'ConditionsReviewed', dispatchNo: 1, unit: 'water', outcome: 'resolved', text: '已改造', plan: null, reviewDate: null, at: at('21T10:00:00') };
    given([...closedSo, reviewed]).when({ ...again, unit: null, outcome: 'resolved', text: '已改造', at: resolved.at }).then([resolved]);
    expect(reviewDateOf(after([...closedSo, reviewed, resolved]))).toBe(null);
    given([...closedSo, reviewed, resolved]).when({ ...again, at: at('22T10:00:00') }).thenRefused('already-reviewed-as-resolved');
    expect(after([...closedSo, reviewed, resolved])).toMatchObject({ status: 'closed', dispatch: { result: { resultCode: 'conditions-not-ready' } } });
  });

  it('[Art. 9] need a plan and a later date while they last, and are reviewed by the lead or the county alone', () => {
    given(closedSo).when({ ...again, text: ' ' }).thenRefused('text-missing', { field: 'text' });
    given(closedSo).when({ ...again, plan: null }).thenRefused('plan-missing', { field: 'plan' });
    given(closedSo).when({ ...again, reviewDate: null }).thenRefused('review-date-missing', { field: 'reviewDate' });
    given(closedSo).when({ ...again, reviewDate: '2018-09-20' }).thenRefused('review-date-not-later');
    given(closedSo).when({ ...again, unit: 'town' }).thenRefused('not-this-units-ticket');
    given([...closedSo, reviewed]).when({ ...again, at: at('19T10:00:00') }).thenRefused('before-previous-step');
    given(notReady.slice(0, 4)).when(again).thenRefused('nothing-to-review');
    given(wholeRound).when(again).thenRefused('nothing-to-review');
    given([opened]).when(again).thenRefused('not-dispatched');
  });
});

describe('disposal', () => {
  const dispose = { type: 'DisposeCase', certificateNo: '销〔2020〕1号', at: at('28T10:00:00') } as const;

  it('[Art. 20] takes every word and leaves codes and times', () => {
    given(wholeRound).when(dispose).then([{ ...dispose, type: 'CaseDisposed' }]);
    const disposed = [...wholeRound, { ...dispose, type: 'CaseDisposed' } as const];
    expect(after(disposed)).toMatchObject({ status: 'closed', disposedAt: dispose.at, dispatch: { result: { resultCode: 'resolved', text: '', at: entered.at }, approval: { sealNumber: feedback.sealNumber } } });
    given(disposed).when(dispose).thenRefused('case-disposed');
    given(disposed).when({ type: 'OrderRework', round: 2, at: at('28T11:00:00') }).thenRefused('case-disposed');
  });

  it('[Art. 20] leaves a ticket alone that is in hand', () => {
    given([opened]).when(dispose).thenRefused('not-closed');
    given([opened, dispatched, signed, entered, feedback]).when(dispose).thenRefused('not-closed');
    expect(given([opened, { type: 'AnswerNoted', at: at('10T10:00:00') }]).when(dispose).decision.accepted).toBe(true);
  });
});
