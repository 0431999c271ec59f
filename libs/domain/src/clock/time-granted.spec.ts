import { at, clockOf, dispatched, joint, seen, settle, targetOf } from '../../spec/clock-bench.js';
import type { TicketFact } from './index.js';

const later = at('12-01 12:00');
const feedback = (moment: string): TicketFact => ({ type: 'feedback-given', dispatchNo: 1, at: at(moment) });
const asked: TicketFact = { type: 'extension-asked', extensionId: 'x1', dispatchNo: 1, unit: 'water', workingDays: 3, at: at('09-14 09:00') };
const forwarded = (moment: string): TicketFact => ({ type: 'extension-forwarded', extensionId: 'x1', at: at(moment) });
const decided = (granted: boolean, moment: string, by: 'county' | 'prefecture' = 'county'): TicketFact => ({
  type: 'extension-decided',
  extensionId: 'x1',
  by,
  granted,
  workingDays: 3,
  at: at(moment),
});
const resolve = 'resolve:1:water';

describe('extension of the resolve clock', () => {
  it('[Art. 17(1)] granted days are added to the original due date', () => {
    const clock = clockOf(resolve, later, dispatched(), asked, decided(true, '09-14 15:00'), feedback('09-20 09:00'));
    expect(seen(clock)).toStrictEqual({ kind: 'resolve', unit: 'water', dueOn: '2018-09-20', verdict: 'on-time', used: 8, late: 0 });
    expect(clock.limitParts).toStrictEqual([
      { source: 'policy', workingDays: 5 },
      { source: 'extension', workingDays: 3, ref: 'x1' },
    ]);
  });

  it('[Art. 17(1)] granted before the answer they count, even when the answer did not need them', () => {
    const clock = clockOf(resolve, later, dispatched(), asked, decided(true, '09-14 15:00'), feedback('09-17 09:00'));
    expect(seen(clock)).toMatchObject({ dueOn: '2018-09-20', verdict: 'on-time', used: 5 });
  });

  it('[Art. 17(1)] while it is undecided the verdict waits, even on what is answered past the due date', () => {
    const running = clockOf(resolve, at('09-19 09:00'), dispatched(), asked);
    expect(running).toMatchObject({ verdict: 'running', verdictWaits: true, overdueAt: null, wakeAt: null });
    const answered = clockOf(resolve, later, dispatched(), asked, feedback('09-19 09:00'));
    expect(answered).toMatchObject({ verdict: 'running', stoppedAt: at('09-19 09:00'), workingDaysUsed: null });
    expect(clockOf(resolve, later, dispatched(), asked, feedback('09-17 09:00')).verdict).toBe('on-time');
  });

  it.each<[string, boolean, string, number]>([
    ['granted', true, 'on-time', 0],
    ['refused', false, 'late', 1],
  ])('[Art. 17(1)] answered late while undecided, then %s: the verdict follows', (_name, granted, verdict, late) => {
    const waiting = settle([], [dispatched(), asked, feedback('09-18 09:00')], later);
    const judged = settle(waiting, [dispatched(), asked, feedback('09-18 09:00'), decided(granted, '09-17 15:00')], later);
    expect(judged.find((clock) => clock.key === resolve)).toMatchObject({ verdict, workingDaysLate: late, workingDaysUsed: 6 });
  });

  it('[Art. 17(1)] refused it is late since the original due date, less what county and prefecture took beyond their limits', () => {
    const facts = [dispatched(), asked, forwarded('09-18 09:00'), decided(false, '09-21 09:00', 'prefecture')];
    const clock = clockOf(resolve, later, ...facts, feedback('09-21 15:00'));
    expect(clock.limitParts).toStrictEqual([
      { source: 'policy', workingDays: 5 },
      {
        source: 'extension-review-credit',
        workingDays: 3, // county 2 − 1, prefecture 3 − 1
        ref: 'x1',
        reviews: [
          { reviewer: 'county', from: at('09-14 09:00'), to: at('09-18 09:00'), allowed: 1 },
          { reviewer: 'prefecture', from: at('09-18 09:00'), to: at('09-21 09:00'), allowed: 1 },
        ],
      },
    ]);
    expect(seen(clock)).toMatchObject({ dueOn: '2018-09-20', verdict: 'late', used: 9, late: 1 });
  });

  it('[Art. 17(1)] a decision after an answer in time changes nothing of what was on time', () => {
    const facts = [dispatched(), asked, feedback('09-17 09:00')];
    const judged = settle([], facts, later);
    expect(settle(judged, [...facts, decided(true, '09-18 09:00')], later).filter((clock) => clock.kind === 'resolve')).toStrictEqual(
      judged.filter((clock) => clock.kind === 'resolve'),
    );
    expect(clockOf(resolve, later, ...facts, decided(true, '09-18 09:00'))).toMatchObject({ dueOn: '2018-09-17', verdict: 'on-time' });
  });

  it('[Art. 17(3)] the assisting units gain with the lead', () => {
    expect(targetOf('assist:1:town', joint, asked, decided(true, '09-14 15:00')).limit).toMatchObject({ workingDays: 15 });
  });

  it('[Art. 17(1)] county and prefecture each answer for their own leg of the review', () => {
    const facts = [dispatched(), asked, forwarded('09-18 09:00'), decided(true, '09-19 09:00', 'prefecture')];
    expect(seen(clockOf('extension-review:1:county:x1', later, ...facts))).toStrictEqual({
      kind: 'extension-review',
      unit: 'county',
      dueOn: '2018-09-17',
      verdict: 'late',
      used: 2,
      late: 1,
    });
    expect(seen(clockOf('extension-review:1:prefecture:x1', later, ...facts))).toMatchObject({ unit: 'prefecture', dueOn: '2018-09-19', verdict: 'on-time', used: 1 });
  });

  it('[Art. 17(return)] nobody answers for a review that the end of the dispatch overtook, though it was decided after all', () => {
    const returned: TicketFact = { type: 'return-decided', dispatchNo: 1, unit: 'water', accepted: true, at: at('09-17 10:00') };
    const county = (moment: string) => clockOf('extension-review:1:county:x1', later, dispatched(), asked, decided(true, moment), returned).verdict;
    expect([county('09-17 09:00'), county('09-20 09:00')]).toEqual(['on-time', 'void']);
    expect(clockOf(resolve, later, dispatched(), asked, decided(true, '09-20 09:00'), returned)).toMatchObject({ verdict: 'void', limit: { workingDays: 5 } });
  });
});

describe('supervision', () => {
  const ordered = (workingDays: number | null, moment = '09-11 09:00'): TicketFact => ({
    type: 'supervision-ordered',
    orderNo: '督办〔2018〕1号',
    dispatchNo: 1,
    unit: 'water',
    workingDays,
    at: at(moment),
  });
  const key = 'supervision:1:water:督办〔2018〕1号';

  it.each<[string, number | null, string]>([
    ['its own term', 2, '2018-09-13'],
    ['never later than the resolve clock', 20, '2018-09-17'],
    ['without a term with the resolve clock', null, '2018-09-17'],
  ])('[Art. 15(3)] is due by %s', (_name, workingDays, dueOn) => {
    expect(clockOf(key, later, dispatched(), ordered(workingDays))).toMatchObject({ dueOn, unit: 'water', startedAt: at('09-11 09:00') });
  });

  it('[Art. 15(3)] ordered for what is late already it has its own term', () => {
    expect(clockOf(key, later, dispatched(), ordered(2, '09-18 09:00')).dueOn).toBe('2018-09-20');
  });

  it('[Art. 15(3)] ordered without a term for what is late already it has the time of the category once more, from the order', () => {
    const clock = clockOf(key, at('09-18 09:00'), dispatched(), ordered(null, '09-18 09:00'));
    expect(clock).toMatchObject({ dueOn: '2018-09-26', verdict: 'running', overdueAt: null, limitParts: [{ source: 'policy', workingDays: 5 }] });
    expect(clockOf(key, later, dispatched(), ordered(null, '09-17 23:59')).dueOn).toBe('2018-09-17');
  });

  it('[Art. 15(3)] grows with an extension of the resolve clock', () => {
    const before = settle([], [dispatched(), ordered(20)], at('09-12 09:00'));
    const after = settle(before, [dispatched(), ordered(20), asked, decided(true, '09-14 15:00')], at('09-14 16:00'));
    expect(after.find((clock) => clock.key === key)).toMatchObject({ dueOn: '2018-09-20', verdict: 'running' });
  });

  it('[Art. 15(3)] stops when the order is lifted, at the latest with the file', () => {
    const lifted: TicketFact = { type: 'supervision-lifted', orderNo: '督办〔2018〕1号', at: at('09-13 09:00') };
    expect(clockOf(key, later, dispatched(), ordered(2), lifted)).toMatchObject({ verdict: 'on-time', stoppedAt: at('09-13 09:00') });
    expect(clockOf(key, later, dispatched(), ordered(2), { type: 'closed', dispatchNo: 1, at: at('09-14 09:00') }).verdict).toBe('late');
  });
});
