import { after, at, clockOf, dispatched, rules, settle, wake } from '../../spec/clock-bench.js';
import { autumn2018, holidayCalendar, type Holidays } from '../../spec/holiday-calendar.js';
import { recalendar, tick, type Clock, type ClockRules, type TicketFact } from './index.js';

const started = at('09-10 10:00');
const now = at('09-12 12:00');
const later = at('12-01 12:00');
const cause = 'calendar:prefecture:2018v1';
const feedback: TicketFact = { type: 'feedback-given', dispatchNo: 1, at: at('09-12 09:00') };

function under(change: Partial<Holidays>): ClockRules {
  return { ...rules, calendar: holidayCalendar({ ...autumn2018, version: 'v2', ...change }) };
}
const longer = under({ off: { ...autumn2018.off, '2018-09-14': '彝族年' } });
const shorter = under({ worked: { ...autumn2018.worked, '2018-09-15': '调休上班' } });

function resolve(moment = started, ...facts: readonly TicketFact[]): Clock {
  return clockOf('resolve:1:water', moment, dispatched(), ...facts);
}

function moved(clock: Clock, to: ClockRules, allowEarlier = false, moment = now): Clock {
  return after(clock, recalendar(clock, { allowEarlier, cause }, moment, to));
}

describe('a revised calendar', () => {
  it('[Art. 17] moves a running deadline later, with its cause', () => {
    expect(moved(resolve(), longer)).toMatchObject({ dueOn: '2018-09-18', dueAt: at('09-19 00:00'), movedBy: cause, calendar: 'v2', version: 2 });
  });

  it('[Art. 17] never moves a deadline earlier unless the person says so', () => {
    expect(recalendar(resolve(), { allowEarlier: false, cause }, now, shorter)).toStrictEqual([]);
    expect(moved(resolve(), shorter, true)).toMatchObject({ dueOn: '2018-09-15', movedBy: cause });
  });

  it('[Art. 17] leaves alone what does not move', () => {
    expect(recalendar(resolve(), { allowEarlier: true, cause }, now, under({ off: { ...autumn2018.off, '2018-12-03': '州庆' } }))).toStrictEqual([]);
  });

  it('[Art. 17, 18] never touches a verdict, not even when further facts arrive under it', () => {
    const judged = resolve(later, feedback);
    expect(recalendar(judged, { allowEarlier: true, cause }, now, shorter)).toStrictEqual([]);
    const late: TicketFact = { type: 'feedback-given', dispatchNo: 1, at: at('09-13 09:00') };
    const closed: TicketFact = { type: 'closed', dispatchNo: 1, at: at('09-13 10:00') };
    expect(settle([judged], [dispatched(), feedback, late, closed], later, longer).find(({ kind }) => kind === 'resolve')).toStrictEqual(judged);
  });

  it('[Art. 17] under it a fact that only stops the clock is judged by the deadline that was told', () => {
    const held = moved(resolve(), shorter);
    const stop: TicketFact = { type: 'feedback-given', dispatchNo: 1, at: at('09-17 20:00') };
    expect(settle([held], [dispatched(), stop], later, shorter).find(({ kind }) => kind === 'resolve')).toMatchObject({
      dueOn: '2018-09-17',
      verdict: 'on-time',
      calendar: 'autumn-2018v1',
    });
  });

  it('[Art. 17(1)] granted days are added to the deadline that was told', () => {
    const asked: TicketFact = { type: 'extension-asked', extensionId: 'x1', dispatchNo: 1, unit: 'water', workingDays: 3, at: at('09-13 09:00') };
    const granted: TicketFact = { type: 'extension-decided', extensionId: 'x1', by: 'county', granted: true, workingDays: 3, at: at('09-13 10:00') };
    const held = moved(resolve(), shorter);
    expect(settle([held], [dispatched(), asked, granted], now, shorter).find(({ kind }) => kind === 'resolve')?.dueOn).toBe('2018-09-20');
  });

  it('[Art. 17] takes back an overdue that the later deadline undoes', () => {
    const overdue = wake(resolve(), at('09-18 08:00')).clock;
    expect(overdue.overdueAt).toBe(at('09-18 00:00'));
    const again = moved(overdue, longer, false, at('09-18 08:00'));
    expect(again).toMatchObject({ overdueAt: null, dueOn: '2018-09-18', wakeAt: at('09-18 09:00'), warned: ['half'] });
  });
});

describe('publishing a year', () => {
  const publish = under({ publishedThrough: '2019-12-31', off: { ...autumn2018.off, '2019-01-01': '元旦' } });
  const january = dispatched({ category: 'help', at: at('12-20 10:00') });
  const answered = (moment: number): TicketFact => ({ type: 'feedback-given', dispatchNo: 1, at: moment });
  const inJanuary = (day: number): number => at('12-31 12:00') + day * 86_400_000;

  it('[Art. 17] makes a provisional deadline certain and wakes it', () => {
    const provisional = clockOf('resolve:1:water', at('12-20 10:00'), january);
    expect(provisional).toMatchObject({ provisional: true, dueOn: '2019-01-10' });
    const certain = moved(provisional, publish, false, inJanuary(20));
    expect(certain).toMatchObject({ provisional: false, dueOn: '2019-01-11', wakeAt: certain.dueAt });
    expect(tick(certain, inJanuary(20), publish)).toStrictEqual([{ type: 'ClockWentOverdue', overdueAt: certain.dueAt }]);
  });

  it.each<[string, number, string, number | null]>([
    ['in the day that was won', 11, 'on-time', 0],
    ['too late', 14, 'late', 1],
  ])('[Art. 17, 18] gives what stopped past a provisional deadline its verdict: %s', (_name, day, verdict, late) => {
    const waiting = clockOf('resolve:1:water', inJanuary(20), january, answered(inJanuary(day)));
    expect(waiting).toMatchObject({ verdict: 'running', stoppedAt: inJanuary(day) });
    expect(moved(waiting, publish, false, inJanuary(20))).toMatchObject({ verdict, workingDaysLate: late });
  });

  it('[Art. 17] a provisional deadline that would move earlier stands, and is certain', () => {
    const early = under({ publishedThrough: '2019-12-31', worked: { ...autumn2018.worked, '2019-01-05': '调休上班' } });
    expect(moved(clockOf('resolve:1:water', at('12-20 10:00'), january), early)).toMatchObject({ dueOn: '2019-01-10', provisional: false });
  });
});

it('[Art. 4] minutes by the wall clock know no calendar', () => {
  const emergency = clockOf('emergency-report:0:county:e1', now, { type: 'escalated', escalationId: 'e1', at: now });
  expect(recalendar(emergency, { allowEarlier: true, cause }, now, longer)).toStrictEqual([]);
});
