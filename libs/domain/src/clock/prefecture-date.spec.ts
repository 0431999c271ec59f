import { at, clockOf, dispatched, rules, settle, transferred, wake } from '../../spec/clock-bench.js';
import { trialPack } from '../../spec/trial-pack.js';
import { policyBook } from '../policy/index.js';
import { explainClock, prefectureComesFirst, type Clock, type ClockRules, type TicketFact } from './index.js';

const RESOLVE = 'resolve:1:water';
const now = at('09-21 10:00');
const sent = dispatched({ prefectureTransfer: true, at: now }); // consultation: due on 2018-09-29
const wanted = (prefectureDueOn: string): TicketFact => ({ ...transferred, prefectureDueOn }) as TicketFact;
const later = at('12-01 12:00');

describe('the date of the prefecture', () => {
  it.each([
    ['before the deadline', '2018-09-28', true, '应在2018年9月29日24时之前完成；州级要求办结日期为2018年9月28日，早于本时限的截止日期。'],
    ['on the day of the deadline', '2018-09-29', false, '应在2018年9月29日24时之前完成；州级要求办结日期为2018年9月29日。'],
    ['after the deadline', '2018-10-12', false, '应在2018年9月29日24时之前完成；州级要求办结日期为2018年10月12日。'],
  ])('[Art. 14, 17] %s is shown beside it, said in the explanation, and moves nothing', (_, date, first, words) => {
    const clock = clockOf(RESOLVE, now, wanted(date), sent);
    const { prefectureDueOn, basis: _basis, wakeAt: _wakeAt, ...rest } = clock;
    expect([prefectureDueOn, prefectureComesFirst(clock)]).toEqual([date, first]);
    expect(clockOf(RESOLVE, now, transferred, sent)).toMatchObject({ ...rest, prefectureDueOn: null });
    expect(explainClock(clock, rules.calendar).sentence.endsWith(words)).toBe(true);
  });

  it('[Art. 17] is a matter of the resolve clock alone, and not spoken of once that counts no more', () => {
    const clocks = settle([], [wanted('2018-09-28'), sent], now);
    expect(clocks.filter(({ prefectureDueOn }) => prefectureDueOn !== null).map(({ key }) => key)).toEqual([RESOLVE]);
    expect(clocks.filter((clock) => explainClock(clock, rules.calendar).sentence.includes('州级要求')).map(({ key }) => key)).toEqual([RESOLVE]);
    const recalled = clockOf(RESOLVE, now, wanted('2018-09-28'), sent, { type: 'dispatch-withdrawn', dispatchNo: 1, reason: 'recalled', at: at('09-21 11:00') });
    expect(explainClock(recalled, rules.calendar).sentence).not.toContain('州级要求');
  });

  it('[Art. 17] learnt after the dispatch, or after the answer, changes nothing but itself', () => {
    const [unknown] = settle([], [sent], now).filter(({ key }) => key === RESOLVE);
    const [told] = settle(unknown ? [unknown] : [], [sent, wanted('2018-09-28')], now).filter(({ key }) => key === RESOLVE);
    expect(told).toMatchObject({ ...unknown, prefectureDueOn: '2018-09-28', basis: expect.stringContaining('2018-09-28'), wakeAt: expect.any(Number), version: 2, movedBy: null });
    const done: TicketFact = { type: 'feedback-given', dispatchNo: 1, at: at('09-27 10:00') };
    const answered = settle([], [sent, done], now);
    const [judged, afterwards] = [answered, settle(answered, [sent, done, wanted('2018-09-28')], now)].map((clocks) => clocks.find(({ key }) => key === RESOLVE));
    expect(judged).toMatchObject({ verdict: 'on-time', prefectureDueOn: null });
    expect(afterwards).toMatchObject({ ...judged, prefectureDueOn: '2018-09-28', basis: expect.any(String), version: 2 });
  });
});

describe('the warning of the date of the prefecture', () => {
  it.each<[string, string, string[]]>([
    ['a day before it', '2018-09-28', ['09-27T09:00 half', '09-27T09:00 prefecture-date', '09-29T09:00 last-day', '09-30T00:00 ClockWentOverdue']],
    ['before half of the time is gone, in the order of the days', '2018-09-26', ['09-25T09:00 prefecture-date', '09-27T09:00 half', '09-29T09:00 last-day', '09-30T00:00 ClockWentOverdue']],
    ['on the Friday before a date on a holiday', '2018-09-24', ['09-21T10:00 prefecture-date', '09-27T09:00 half', '09-29T09:00 last-day', '09-30T00:00 ClockWentOverdue']],
    ['not where it comes no earlier than the deadline', '2018-09-29', ['09-27T09:00 half', '09-29T09:00 last-day', '09-30T00:00 ClockWentOverdue']],
    ['not where it was over when the county sent it on', '2018-09-20', ['09-27T09:00 half', '09-29T09:00 last-day', '09-30T00:00 ClockWentOverdue']],
  ])('[Art. 17] goes out once, on the last working day before it: %s', (_, date, expected) => {
    const { happened } = wake(woken(clockOf(RESOLVE, now, wanted(date), sent)), later);
    expect(happened).toStrictEqual(expected);
  });

  it('[Art. 17] is given at once on its very day, and a longer time does not repeat it', () => {
    const onTheDay = at('09-28 15:00');
    const { clock, happened } = wake(woken(clockOf(RESOLVE, onTheDay, wanted('2018-09-28'), dispatched({ prefectureTransfer: true, at: onTheDay })), onTheDay), at('09-28 23:00'));
    expect(happened).toStrictEqual(['09-28T15:00 prefecture-date']);
    const asked: TicketFact = { type: 'extension-asked', extensionId: 'x1', dispatchNo: 1, unit: 'water', workingDays: 3, at: at('09-29 09:00') };
    const granted: TicketFact = { type: 'extension-decided', extensionId: 'x1', by: 'prefecture', granted: true, workingDays: 3, at: at('09-29 10:00') };
    const [extended] = settle([clock], [wanted('2018-09-28'), dispatched({ prefectureTransfer: true, at: onTheDay }), asked, granted], at('09-29 10:00')).filter(({ key }) => key === RESOLVE);
    expect(extended?.movedBy).toBe('extension');
    expect(extended && wake(extended, later).happened.filter((line) => line.includes('prefecture'))).toStrictEqual([]);
  });

  it('[Art. 17] is switched off with that of the last day', () => {
    const silent: ClockRules = { ...rules, ...policyBook([{ ...trialPack, warnings: { atHalf: true, onLastDay: false, hour: 9 } }]) };
    const [clock] = settle([], [wanted('2018-09-28'), sent], now, silent).filter(({ key }) => key === RESOLVE);
    expect(clock && wake(clock, later, silent).happened).toStrictEqual(['09-27T09:00 half', '09-30T00:00 ClockWentOverdue']);
  });
});

/** A clock whose waking lies before it was known wakes when it is known, as the service writes it. */
function woken(clock: Clock, from = now): Clock {
  return { ...clock, wakeAt: clock.wakeAt === null ? null : Math.max(clock.wakeAt, from) };
}
