import { after, at, clockOf, dispatched, registered, accepted, rules, settle, wake } from '../../spec/clock-bench.js';
import { autumn2018, holidayCalendar } from '../../spec/holiday-calendar.js';
import { trialPack } from '../../spec/trial-pack.js';
import { policyBook } from '../policy/index.js';
import { tick, type ClockRules, type TicketFact } from './index.js';

const started = at('09-10 10:00');
const later = at('12-01 12:00');
const asked: TicketFact = { type: 'extension-asked', extensionId: 'x1', dispatchNo: 1, unit: 'water', workingDays: 3, at: at('09-17 15:00') };

describe('warnings', () => {
  it('[Art. 17] half the time gone, the last working day, then overdue: each once, at nine', () => {
    const { clock, happened } = wake(clockOf('resolve:1:water', started, dispatched()), later);
    expect(happened).toStrictEqual(['09-13T09:00 half', '09-17T09:00 last-day', '09-18T00:00 ClockWentOverdue']);
    expect(clock).toMatchObject({ verdict: 'running', overdueAt: at('09-18 00:00'), warned: ['half', 'last-day'], wakeAt: null, version: 4 });
  });

  it.each([
    ['unit-sign:1:water', ['09-11T09:00 last-day', '09-12T00:00 ClockWentOverdue']],
    ['first-contact:1:water', ['09-12T09:00 last-day', '09-13T00:00 ClockWentOverdue']],
    ['return-window:1:water', ['09-12T00:00 ClockVoided']],
  ])('[Art. 17] %s: with one or two days there is one warning, a return window has none', (key, expected) => {
    expect(wake(clockOf(key, started, dispatched()), later).happened).toStrictEqual(expected);
  });

  it('[Art. 17] go out on working days only, make-up days included', () => {
    const { happened } = wake(clockOf('resolve:1:water', at('09-19 10:00'), dispatched({ category: 'help', at: at('09-19 10:00') })), later);
    expect(happened).toStrictEqual(['09-30T09:00 half', '10-16T09:00 last-day', '10-17T00:00 ClockWentOverdue']);
  });

  it('[Art. 17] missed while nobody was awake they are made up for on the next working day, the stale one never', () => {
    const clock = clockOf('resolve:1:water', started, dispatched());
    expect(tick(clock, at('09-14 11:00'), rules)).toStrictEqual([{ type: 'ClockWarned', which: 'half', at: at('09-14 11:00'), wakeAt: at('09-17 09:00') }]);
    expect(tick(clock, at('09-17 11:00'), rules)).toMatchObject([{ type: 'ClockWarned', which: 'last-day' }]);
    const onSaturday = after(clock, tick(clock, at('09-15 11:00'), rules));
    expect(onSaturday).toMatchObject({ warned: [], wakeAt: at('09-17 09:00') });
    expect(tick(clock, at('09-18 11:00'), rules)).toStrictEqual([{ type: 'ClockWentOverdue', overdueAt: at('09-18 00:00') }]);
  });

  it('[Art. 17] a clock that is past when it is first known gets none', () => {
    const { clock, happened } = wake(clockOf('resolve:1:water', later, dispatched()), later);
    expect(happened).toStrictEqual(['09-18T00:00 ClockWentOverdue']);
    expect(clock.warned).toStrictEqual([]);
  });

  it('[Art. 17] can be switched off by the policy', () => {
    const silent: ClockRules = { ...rules, ...policyBook([{ ...trialPack, warnings: { atHalf: false, onLastDay: false, hour: 9 } }]) };
    const [clock] = settle([], [dispatched()], started, silent).filter(({ kind }) => kind === 'resolve');
    expect(clock && wake(clock, later, silent).happened).toStrictEqual(['09-18T00:00 ClockWentOverdue']);
  });

  it('[Art. 17] after an extension the new last day is warned of again, half-time is not', () => {
    const warned = wake(clockOf('resolve:1:water', started, dispatched()), at('09-17 12:00')).clock;
    const granted: TicketFact = { type: 'extension-decided', extensionId: 'x1', by: 'county', granted: true, workingDays: 3, at: at('09-17 16:00') };
    const [clock] = settle([warned], [dispatched(), asked, granted], at('09-17 16:00')).filter(({ kind }) => kind === 'resolve');
    expect(clock).toMatchObject({ dueOn: '2018-09-20', movedBy: 'extension', warned: ['half'] });
    expect(clock && wake(clock, later).happened).toStrictEqual(['09-20T09:00 last-day', '09-21T00:00 ClockWentOverdue']);
  });
});

describe('ticking', () => {
  it('[Art. 17] does nothing before its time, nothing twice, and nothing to what has stopped', () => {
    const clock = clockOf('resolve:1:water', started, dispatched());
    expect(tick(clock, at('09-13 08:59'), rules)).toStrictEqual([]);
    const warned = after(clock, tick(clock, at('09-13 09:00'), rules));
    expect(tick(warned, at('09-13 09:00'), rules)).toStrictEqual([]);
    const overdue = after(warned, tick(warned, at('09-18 00:00'), rules));
    expect(tick(overdue, later, rules)).toStrictEqual([]);
    expect(clockOf('resolve:1:water', started, dispatched(), { type: 'feedback-given', dispatchNo: 1, at: at('09-12 09:00') }).wakeAt).toBeNull();
  });

  it('[Art. 14] a deadline that runs into an unpublished year is warned of but never overdue', () => {
    const clock = clockOf('resolve:1:water', at('12-20 10:00'), dispatched({ category: 'help', at: at('12-20 10:00') }));
    expect(clock.provisional).toBe(true);
    const { clock: awake, happened } = wake(clock, at('12-31 00:00') + 60 * 86_400_000);
    expect(happened).toStrictEqual(['01-01T09:00 half', '01-10T09:00 last-day']);
    expect(awake).toMatchObject({ overdueAt: null, wakeAt: null });
  });

  it('[Art. 17(1)] an extension learnt of after the deadline takes the overdue back until it is decided', () => {
    const overdue = wake(clockOf('resolve:1:water', started, dispatched()), at('09-18 01:00')).clock;
    const [waiting] = settle([overdue], [dispatched(), asked], at('09-18 02:00')).filter(({ kind }) => kind === 'resolve');
    expect(waiting).toMatchObject({ overdueAt: null, verdictWaits: true, wakeAt: null, movedBy: 'extension-asked' });
  });

  it('[Art. 14] being asked for while the day has become a day off it waits for the next', () => {
    const clock = clockOf('county-dispatch:0:county', at('09-10 09:00'), registered, accepted);
    const dayOff = { ...rules, calendar: holidayCalendar({ ...autumn2018, off: { ...autumn2018.off, '2018-09-11': '州庆' } }) };
    expect(after(clock, tick(clock, at('09-11 09:00'), dayOff))).toMatchObject({ dueOn: '2018-09-11', warned: [], wakeAt: at('09-12 00:00') });
  });
});
