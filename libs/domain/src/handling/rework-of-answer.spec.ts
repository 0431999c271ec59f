import { after, at, contacted, dispatched, given, open, opened, returnAccepted, returnAsked, signed, transfer, wholeRound } from '../../spec/case-in-hand.js';
import { elapsedOf, type Case, type HandlingCommand, type HandlingEvent } from './index.js';

const answeredAt = at('10T11:00:00');
const noted: HandlingEvent = { type: 'AnswerNoted', at: answeredAt };
const order: HandlingCommand = { type: 'OrderRework', round: 2, answeredAt, at: at('14T10:00:00') };
const waits: HandlingEvent = { type: 'ReworkAwaitsDispatch', round: 2, at: at('14T10:00:00') };
const early: HandlingEvent = { type: 'AnswerNoted', rework: { round: 2, at: waits.at }, at: answeredAt };
const second: HandlingEvent = { ...dispatched, dispatchNo: 1, round: 2, returnDueAt: at('18T00:00:00'), at: at('14T11:00:00') };
const caseOf = (events: readonly HandlingEvent[]): Case => after(events) as Case;

describe('rework of what the county answered itself', () => {
  it('[Art. 18, 19] waits for dispatch in the next round; the answer stays on the file and the elapsed time goes on', () => {
    given([opened, noted]).when(order).then([waits]);
    const state = caseOf([opened, noted, waits]);
    expect(state).toMatchObject({ status: 'awaiting-dispatch', round: 2, answeredAt, answeredRound: 1, dispatch: null, past: [], waitingSince: waits.at });
    expect(elapsedOf(state, at('15T09:00:00'))).toBe(5 * 86_400_000);
    given([opened, noted, waits]).when({ ...transfer, at: at('14T11:00:00') }).then([second]);
  });

  it('[Art. 19] is opened once, whatever is told again', () => {
    given([opened, noted, waits]).when(order).thenRefused('already-reworked', { values: { round: 2 } });
    given([opened, noted, waits]).when({ type: 'NoteAnswered', at: answeredAt }).thenRefused('already-answered');
    given([opened, noted, waits, second]).when(order).thenRefused('already-reworked', { values: { round: 2 } });
  });

  it.each<[string, readonly HandlingEvent[], readonly HandlingEvent[]]>([
    ['before the answer', [opened], [noted, waits]],
    ['before the acceptance', [], [early]],
    ['before the acceptance, after the answer', [noted], [early]],
    ['before the answer that withdraws a dispatch', [opened, dispatched, signed], [{ type: 'DispatchWithdrawn', dispatchNo: 1, at: answeredAt }, noted, waits]],
    ['before the answer that came after a return', [opened, dispatched, returnAsked, { ...returnAccepted, at: at('10T10:50:00') }], [noted, waits]],
  ])('[Art. 19] may be told %s', (_, before, events) => {
    given(before).when(order).then([...events]);
  });

  it('[Art. 19] follows the acceptance that it overtook', () => {
    for (const before of [[early], [noted, early]]) given(before).when(open).then([opened, noted, waits]);
    given([early]).when(order).thenRefused('already-reworked', { values: { round: 2 } });
  });

  it('[Art. 17(return)] a unit that gives the ticket back in the new round leaves it to the county: the old answer does not end it again', () => {
    const back: HandlingEvent[] = [{ ...returnAsked, at: at('14T12:00:00') }, { ...returnAccepted, at: at('14T13:00:00') }];
    expect(caseOf([opened, noted, waits, second, ...back])).toMatchObject({ status: 'awaiting-dispatch', round: 2, acceptedReturns: 1 });
    expect(caseOf([opened, noted, waits, second, { type: 'DispatchRecalled', dispatchNo: 1, reason: '派错', at: at('14T12:00:00') }])).toMatchObject({ status: 'awaiting-dispatch', round: 2 });
  });

  it.each<[string, readonly HandlingEvent[], HandlingCommand]>([
    ['not-closed', [opened, dispatched, signed, contacted], order],
    ['not-closed', wholeRound, order],
    ['not-closed', [opened, { type: 'DeclineNoted', at: answeredAt }], order],
    ['not-the-next-round', [opened, noted], { ...order, round: 3 } as HandlingCommand],
    ['before-previous-step', [opened, noted], { ...order, at: at('10T10:59:59') } as HandlingCommand],
    ['in-the-future', [opened, noted], { ...order, at: at('28T18:05:01') } as HandlingCommand],
  ])('[Art. 19] is refused as %s', (slug, before, command) => {
    expect(given(before).when(command).decision).toMatchObject({ accepted: false, refusal: { slug } });
  });
});
