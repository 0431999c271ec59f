import { after, at, contacted, dispatched, enter, entered, feedback, given, open, opened, returnAccepted, returnAsked, signed, transfer, wholeRound } from '../../spec/case-in-hand.js';
import { elapsedOf, tasksOf, type Case, type HandlingEvent } from './index.js';

const decline = { type: 'NoteDeclined', at: at('10T09:50:00') } as const;
const noted: HandlingEvent = { type: 'DeclineNoted', at: decline.at };
const caseOf = (events: readonly HandlingEvent[]): Case => after(events) as Case;

describe('a decline after the acceptance', () => {
  it('[Art. 12] ends a ticket that waits for dispatch, also one that was returned or recalled', () => {
    given([opened]).when(decline).then([noted]);
    const state = caseOf([opened, noted]);
    expect(state).toMatchObject({ status: 'declined', declinedAt: decline.at, dispatch: null });
    expect([tasksOf(state), elapsedOf(state, at('28T09:00:00'))]).toEqual([[], 50 * 60_000]);
    const later = { ...decline, at: at('12T09:00:00') };
    given([opened, dispatched, returnAsked, returnAccepted]).when(later).then([{ ...noted, at: later.at }]);
    given([opened, dispatched, { type: 'DispatchRecalled', dispatchNo: 1, reason: '派错', at: at('11T09:00:00') }]).when(later).then([{ ...noted, at: later.at }]);
  });

  it('[Art. 12] may be told before the acceptance, and again', () => {
    given().when(decline).then([noted]);
    given([noted]).when(open).then([opened, noted]);
    given([noted]).when(decline).thenRefused('already-declined');
    given([opened, noted]).when(decline).thenRefused('already-declined');
    given([opened, noted]).when({ type: 'NoteAnswered', at: decline.at }).thenRefused('already-declined');
    given([opened, { type: 'AnswerNoted', at: decline.at }]).when(decline).thenRefused('already-answered');
  });

  it('[Art. 12] leaves nothing to dispatch, mark or rework; the file may be disposed of', () => {
    given([opened, noted]).when(transfer).thenRefused('already-declined');
    given([opened, noted]).when({ type: 'MarkCase', marks: ['key'], at: at('10T10:00:00') }).thenRefused('already-declined');
    given([opened, noted]).when({ type: 'OrderRework', round: 2, at: at('10T10:00:00') }).thenRefused('not-closed');
    given([opened, noted]).when({ type: 'DisposeCase', certificateNo: '1', at: at('28T10:00:00') }).then([{ type: 'CaseDisposed', certificateNo: '1', at: at('28T10:00:00') }]);
  });

  it.each<[string, readonly HandlingEvent[]]>([
    ['unsigned', []],
    ['signed', [signed]],
  ])('[Art. 12] withdraws a dispatch that is %s: nobody to blame', (_, steps) => {
    const withdrawn: HandlingEvent[] = [{ type: 'DispatchWithdrawn', dispatchNo: 1, cause: 'declined', at: dispatched.at }, noted];
    given([opened, dispatched, ...steps]).when(decline).then(withdrawn);
    expect(caseOf([opened, dispatched, ...steps, ...withdrawn])).toMatchObject({ status: 'declined', past: [{ withdrawnAt: dispatched.at }], acceptedReturns: 0 });
  });

  it.each<[string, readonly HandlingEvent[], string]>([
    ['contacted the petitioner', [signed, contacted], 'dispatched'],
    ['entered a result', [signed, contacted, entered], 'result-entered'],
    ['given feedback', [signed, contacted, entered, feedback], 'feedback-given'],
    ['closed it', wholeRound.slice(2), 'closed'],
  ])('[Art. 12] undoes nothing once the unit has %s, but is kept on the file', (_, steps, status) => {
    given([opened, dispatched, ...steps]).when(decline).then([{ type: 'DeclineCameLate', at: decline.at }]);
    const kept = [opened, dispatched, ...steps, { type: 'DeclineCameLate', at: decline.at }] as const;
    expect(caseOf(kept)).toMatchObject({ status, declinedAt: decline.at });
    given(kept).when(decline).thenRefused('already-declined');
  });

  it('[Art. 12] ends the ticket when the unit that went on gives it back', () => {
    expect(caseOf([opened, dispatched, returnAsked, { type: 'DeclineCameLate', at: decline.at }, returnAccepted])).toMatchObject({ status: 'declined', dispatch: null });
  });

  it('[Art. 12, 18] an answer or a decline of an earlier round is not about the round that runs', () => {
    const again: HandlingEvent = { ...dispatched, dispatchNo: 2, round: 2, at: at('14T10:00:00') };
    const waiting: HandlingEvent = { type: 'ReworkAwaitsDispatch', round: 2, at: at('14T10:00:00') };
    given([...wholeRound, again]).when(decline).then([{ type: 'DeclineCameLate', at: decline.at }]);
    given([...wholeRound, waiting]).when(decline).then([{ type: 'DeclineCameLate', at: decline.at }]);
    expect(caseOf([...wholeRound, again, { type: 'DeclineCameLate', at: decline.at }, { type: 'DispatchRecalled', dispatchNo: 2, reason: '派错', at: at('17T09:00:00') }])).toMatchObject({ status: 'awaiting-dispatch' });
  });

  it('[Art. 18] an answer that the county gave in a later round withdraws the dispatch of that round', () => {
    const again: HandlingEvent = { ...dispatched, dispatchNo: 2, round: 2, at: at('14T10:00:00') };
    const answered = { type: 'NoteAnswered', at: at('14T09:00:00') } as const;
    given([...wholeRound, again]).when(answered).then([{ type: 'DispatchWithdrawn', dispatchNo: 2, at: again.at }, { type: 'AnswerNoted', at: answered.at }]);
  });
});

describe('a call to the petitioner after the answer', () => {
  it('[Art. 17] counts until the file is closed', () => {
    const call = { type: 'RecordContact', unit: 'water', way: 'phone', reached: true, at: at('12T16:00:00') } as const;
    const before: HandlingEvent[] = [opened, dispatched, signed, entered, feedback];
    given(before).when(call).then([{ ...contacted, at: call.at }]);
    expect(caseOf([...before, { ...contacted, at: call.at }])).toMatchObject({ status: 'feedback-given', dispatch: { contact: { contactedAt: call.at } } });
    given([...before, { ...contacted, at: call.at }]).when(call).thenRefused('already-contacted');
    given(wholeRound).when({ ...call, at: at('13T11:00:00') }).thenRefused('already-closed');
    given([opened, dispatched, entered]).when(call).then([{ type: 'Signed', dispatchNo: 1, unit: 'water', implied: true, at: call.at }, { ...contacted, at: call.at }]);
    given(before).when({ type: 'Sign', unit: 'water', at: call.at }).thenRefused('already-feedback-given');
    given(before).when({ ...enter, at: call.at }).thenRefused('already-feedback-given');
  });
});
