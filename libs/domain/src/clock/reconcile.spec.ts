import type { StatutoryUnit } from '@hotline/domain/shared';
import { after, at, clockOf, dispatched, joint, rules, settle, targetOf, wake } from '../../spec/clock-bench.js';
import { autumn2018, holidayCalendar, type Holidays } from '../../spec/holiday-calendar.js';
import { evolve, explainClock, recalendar, reconcile, tick, type Clock, type ClockEvent, type ClockRules, type TicketFact } from './index.js';

const started = at('09-10 10:00');
const resolve = 'resolve:1:water';
const under = (change: Partial<Holidays>): ClockRules => ({ ...rules, calendar: holidayCalendar({ ...autumn2018, version: 'v2', ...change }) });
/** Saturday the 15th is worked: everything counted anew is due a day earlier. */
const shorter = under({ worked: { ...autumn2018.worked, '2018-09-15': '调休上班' } });
const extension = (workingDays: number, askedAt: string, decidedAt: string, granted = true): readonly TicketFact[] => [
  { type: 'extension-asked', extensionId: 'x1', dispatchNo: 1, unit: 'water', workingDays, at: at(askedAt) },
  { type: 'extension-decided', extensionId: 'x1', by: 'county', granted, workingDays, at: at(decidedAt) },
];
const law = (amount: number, unit: StatutoryUnit): TicketFact => ({ type: 'statutory-limit-set', limitId: 's1', dispatchNo: 1, legalBasis: '《某某条例》第十条', amount, unit, approver: '李某', at: at('09-11 09:00') });
const feedback = (moment: string): TicketFact => ({ type: 'feedback-given', dispatchNo: 1, at: at(moment) });
const complaint = dispatched({ category: 'complaint' });

/** The events that follow for one clock when facts are learnt after it was settled with the first ones. */
function follows(key: string, first: readonly TicketFact[], then: readonly TicketFact[], now = at('09-12 12:00'), to = rules): ClockEvent[] {
  return reconcile(clockOf(key, started, ...first), targetOf(key, ...first, ...then), now, to);
}
const dueAfter = (key: string, first: readonly TicketFact[], then: readonly TicketFact[], to = shorter): string | undefined => {
  const known = settle([], first, started);
  return settle(known, [...first, ...then], at('09-14 12:00'), to).find((clock) => clock.key === key)?.dueOn;
};

describe('a deadline that was told, under a revised calendar', () => {
  it('[Art. 13, 17(3)] is counted anew where a category or a law changes the limit', () => {
    expect(dueAfter(resolve, [dispatched()], [{ type: 'category-changed', category: 'help', previous: 'consultation', at: at('09-12 09:00') }])).toBe('2018-09-29');
    expect(dueAfter(resolve, [complaint], [law(20, 'working-days')])).toBe('2018-10-11');
    expect(dueAfter(resolve, [complaint], [law(30, 'calendar-days')])).toBe('2018-10-10');
    expect(dueAfter(resolve, [complaint, law(2, 'working-days')], [{ type: 'statutory-limit-revoked', limitId: 's1', at: at('09-12 09:00') }])).toBe('2018-09-29');
  });

  it('[Art. 17(1)] grows by what is granted, from the day that was told', () => {
    expect(dueAfter(resolve, [dispatched()], extension(3, '09-12 09:00', '09-12 10:00'))).toBe('2018-09-20');
    expect(dueAfter(resolve, [dispatched()], extension(3, '09-12 09:00', '09-12 10:00'), rules)).toBe('2018-09-20');
  });

  it('[Art. 17(1)] that was provisional is counted anew when its year is published', () => {
    const publish = under({ publishedThrough: '2019-12-31', off: { ...autumn2018.off, '2019-01-01': '元旦' } });
    expect(dueAfter(resolve, [dispatched({ category: 'help', at: at('12-20 10:00') })], extension(5, '12-21 09:00', '12-21 10:00'), publish)).toBe('2019-01-18');
  });

  it('[Art. 15(3)] bound by another never moves earlier', () => {
    const order: TicketFact = { type: 'supervision-ordered', orderNo: '1', dispatchNo: 1, unit: 'water', workingDays: 20, at: at('09-11 09:00') };
    const muchShorter = under({ worked: { ...autumn2018.worked, '2018-09-15': '调休上班', '2018-09-16': '调休上班' } });
    expect(dueAfter('supervision:1:water:1', [dispatched(), order], extension(1, '09-12 09:00', '09-12 10:00'), muchShorter)).toBe('2018-09-17');
    expect(dueAfter('supervision:1:water:1', [dispatched(), order], extension(3, '09-12 09:00', '09-12 10:00'), muchShorter)).toBe('2018-09-18');
  });
});

describe('what is told of a change', () => {
  it('[Art. 13, 17] is its newest reason', () => {
    expect(follows(resolve, [dispatched()], extension(3, '09-12 09:00', '09-12 10:00'))).toMatchObject([{ type: 'ClockRescheduled', cause: 'extension', reading: { dueOn: '2018-09-20' } }]);
    expect(follows('return-window:1:water', [dispatched()], [{ type: 'on-site-check-declared', dispatchNo: 1, unit: 'water', at: at('09-11 09:00') }], at('09-11 09:00'))).toMatchObject([{ type: 'ClockRescheduled', cause: 'on-site-check', reading: { dueOn: '2018-09-13' } }]);
    const overdue = wake(clockOf(resolve, started, dispatched()), at('09-18 08:00')).clock;
    expect(reconcile(overdue, targetOf(resolve, dispatched(), { type: 'extension-asked', extensionId: 'x1', dispatchNo: 1, unit: 'water', workingDays: 3, at: at('09-17 20:00') }), at('09-18 08:00'), rules)).toMatchObject([
      { type: 'ClockRescheduled', cause: 'extension-asked', reading: { overdueAt: null, verdictWaits: true } },
    ]);
    const slow: readonly TicketFact[] = [{ type: 'return-asked', dispatchNo: 1, unit: 'water', at: at('09-10 12:00') }, { type: 'return-decided', dispatchNo: 1, unit: 'water', accepted: false, at: at('09-13 09:00') }];
    expect(follows(resolve, [dispatched(), ...extension(3, '09-10 11:00', '09-10 12:00')], slow)).toMatchObject([{ type: 'ClockRescheduled', cause: 'return-review-credit' }]);
  });

  it('[Art. 17, 18] is nothing where nothing is new, and no news where no deadline moves', () => {
    expect(follows(resolve, [dispatched()], [])).toEqual([]);
    expect(follows(resolve, [dispatched()], [{ type: 'contacted', dispatchNo: 1, at: at('09-11 09:00') }])).toEqual([]);
    expect(follows(resolve, [dispatched()], extension(3, '09-12 09:00', '09-12 10:00').slice(0, 1))).toMatchObject([{ type: 'ClockAdjusted', reading: { verdictWaits: true, dueOn: '2018-09-17' } }]);
    expect(follows(resolve, [dispatched()], extension(3, '09-12 09:00', '09-12 10:00', false))).toMatchObject([{ type: 'ClockAdjusted' }]);
  });

  it('[Art. 17, 18] is the stop with its verdict, or that it does not count and why', () => {
    expect(follows(resolve, [dispatched()], [feedback('09-12 09:00')])).toMatchObject([{ type: 'ClockStopped', reading: { verdict: 'on-time', workingDaysUsed: 2 } }]);
    const returned: readonly TicketFact[] = [{ type: 'return-asked', dispatchNo: 1, unit: 'water', at: at('09-11 09:00') }, { type: 'return-decided', dispatchNo: 1, unit: 'water', accepted: true, at: at('09-11 15:00') }];
    expect(follows(resolve, [dispatched()], returned)).toMatchObject([{ type: 'ClockVoided', cause: 'return-accepted' }]);
    expect(follows(resolve, [dispatched()], [{ type: 'dispatch-withdrawn', dispatchNo: 1, at: at('09-11 09:00') }])).toMatchObject([{ type: 'ClockVoided', cause: 'dispatch-withdrawn' }]);
    const asked: TicketFact = { type: 'return-asked', dispatchNo: 1, unit: 'water', at: at('09-12 09:00') };
    expect(follows('return-window:1:water', [dispatched()], [asked])).toMatchObject([{ type: 'ClockVoided', cause: 'lapsed', reading: { stoppedAt: null, voidedBy: 'lapsed' } }]);
  });

  it('[Art. 15(2)] an opinion that came with the answer itself was not missed, whenever it is learnt', () => {
    const facts = [joint, feedback('09-20 09:00')];
    const missed = clockOf('assist:1:town', at('12-01 12:00'), ...facts);
    const opinion: TicketFact = { type: 'opinion-given', dispatchNo: 1, unit: 'town', at: at('09-20 09:00') };
    expect(reconcile(missed, targetOf('assist:1:town', ...facts, opinion), at('12-01 12:00'), rules)).toMatchObject([{ type: 'ClockStopped', reading: { verdict: 'on-time', missed: false } }]);
  });

  it('[Art. 17] that it is overdue is said once, though further facts come that leave the deadline', () => {
    const overdue = wake(clockOf(resolve, started, dispatched()), at('09-18 08:00')).clock;
    const [still] = settle([overdue], [dispatched(), ...extension(3, '09-17 15:00', '09-17 16:00', false)], at('09-18 09:00')).filter(({ key }) => key === resolve);
    expect(still).toMatchObject({ overdueAt: at('09-18 00:00'), dueAt: at('09-18 00:00'), wakeAt: null, verdict: 'running' });
    const [stopped] = settle(still ? [still] : [], [dispatched(), ...extension(3, '09-17 15:00', '09-17 16:00', false), feedback('09-18 10:00')], at('09-18 11:00')).filter(({ key }) => key === resolve);
    expect(stopped).toMatchObject({ verdict: 'late', overdueAt: at('09-18 00:00'), workingDaysLate: 1 });
  });

  it('[Art. 17(1), 18] a refusal after a late answer changes nothing of its verdict, a grant that was asked before it decides', () => {
    const now = at('12-01 12:00');
    const late = [dispatched(), feedback('09-18 09:00')];
    const learnt = (granted: boolean, askedAt: string): ClockEvent[] => reconcile(clockOf(resolve, now, ...late), targetOf(resolve, ...late, ...extension(3, askedAt, '09-18 15:00', granted)), now, shorter);
    expect(learnt(false, '09-17 15:00')).toEqual([]);
    expect(learnt(true, '09-17 15:00')).toMatchObject([{ type: 'ClockStopped', reading: { verdict: 'on-time', dueOn: '2018-09-20' } }]);
    expect(learnt(true, '09-18 09:00')).toEqual([]);
    const justLate = [dispatched(), feedback('09-18 00:00')];
    expect(clockOf(resolve, now, ...justLate, ...extension(3, '09-17 15:00', '09-19 09:00'))).toMatchObject({ verdict: 'on-time', dueOn: '2018-09-20' });
    expect(clockOf(resolve, now, ...justLate, ...extension(3, '09-17 15:00', '09-18 00:00'))).toMatchObject({ verdict: 'on-time', dueOn: '2018-09-20' });
  });

  it('[Art. 17] never comes before the clock began', () => {
    expect(() => evolve(undefined, { type: 'ClockWentOverdue', overdueAt: started })).toThrow('ClockWentOverdue before ClockStarted');
  });
});

describe('a calendar that is published', () => {
  const change = { allowEarlier: false, cause: 'calendar:national:2019v1' };
  const publish = under({ publishedThrough: '2019-12-31', off: { ...autumn2018.off, '2019-01-01': '元旦' } });
  const lastDay = dispatched({ at: at('12-30 10:00') });

  it('[Art. 17(return)] lets a window that was provisional lapse, and gives a clock that had stopped its verdict', () => {
    const now = at('12-30 10:00') + 20 * 86_400_000;
    const window = clockOf('return-window:1:water', now, lastDay);
    expect(window).toMatchObject({ provisional: true, verdict: 'running' });
    expect(recalendar(window, change, now, publish)).toMatchObject([{ type: 'ClockVoided', cause: 'lapsed', reading: { verdict: 'void', dueOn: '2019-01-02' } }]);
    const waiting = clockOf(resolve, now, lastDay, { type: 'feedback-given', dispatchNo: 1, at: at('12-30 10:00') + 15 * 86_400_000 });
    expect(recalendar(waiting, change, now, publish)).toMatchObject([{ type: 'ClockStopped', reading: { verdict: 'late' } }]);
  });
});

describe('warnings', () => {
  const happened = (clock: Clock, until = at('12-01 12:00')): string[] => wake(clock, until).happened;

  it('[Art. 4, 17(3)] there are none before what runs by the wall clock, and no half of a single day', () => {
    expect(happened(clockOf(resolve, at('09-11 09:00'), complaint, law(72, 'hours')))).toEqual(['09-13T10:00 ClockWentOverdue']);
    expect(happened(clockOf('emergency-report:0:county:e1', started, { type: 'escalated', escalationId: 'e1', at: started }))).toEqual(['09-10T10:30 ClockWentOverdue']);
    expect(happened(clockOf(resolve, at('09-10 11:00'), complaint, law(1, 'calendar-days')))).toEqual(['09-11T09:00 last-day', '09-12T00:00 ClockWentOverdue']);
    expect(happened(clockOf(resolve, at('09-10 11:00'), complaint, law(3, 'calendar-days')))).toEqual(['09-12T09:00 half', '09-13T09:00 last-day', '09-14T00:00 ClockWentOverdue']);
  });

  it('[Art. 17] one that fell on nobody’s watch goes out on the next working day, at its hour', () => {
    const help = clockOf(resolve, started, dispatched({ category: 'help' }));
    expect(help.wakeAt).toBe(at('09-20 09:00'));
    const slept = after(help, tick(help, at('09-22 11:00'), rules)); // Saturday, then Mid-Autumn
    expect(slept).toMatchObject({ warned: [], wakeAt: at('09-25 09:00') });
    expect(tick(slept, at('09-25 09:00'), rules)).toMatchObject([{ type: 'ClockWarned', which: 'half', wakeAt: at('09-30 09:00') }]);
  });

  it('[Art. 17] that of the last day is not repeated when the deadline stays', () => {
    const warned = wake(clockOf(resolve, started, dispatched()), at('09-17 10:00')).clock;
    const [adjusted] = settle([warned], [dispatched(), ...extension(3, '09-17 15:00', '09-17 16:00', false)], at('09-17 16:00')).filter(({ key }) => key === resolve);
    expect(adjusted).toMatchObject({ warned: ['half', 'last-day'], wakeAt: at('09-18 00:00') });
    const [longer] = settle([warned], [dispatched(), ...extension(3, '09-17 15:00', '09-17 16:00')], at('09-17 16:00')).filter(({ key }) => key === resolve);
    expect(longer).toMatchObject({ warned: ['half'], wakeAt: at('09-20 09:00') });
  });
});

describe('a limit of law', () => {
  it('[Art. 17(3)] of hours that ends at midnight is due on the day before, as are minutes', () => {
    expect(clockOf(resolve, started, dispatched({ category: 'complaint', at: at('09-10 00:00') }), law(24, 'hours'))).toMatchObject({ dueOn: '2018-09-10', dueAt: at('09-11 00:00') });
    expect(clockOf('emergency-report:0:county:e1', started, { type: 'escalated', escalationId: 'e1', at: at('10-01 23:30') })).toMatchObject({ dueOn: '2018-10-01', dueAt: at('10-02 00:00') });
  });

  it('[Art. 15(2), 17(3)] too short to reserve time for the lead leaves the opinion all of it', () => {
    for (const [amount, unit, dueAt] of [[2, 'calendar-days', '09-13 00:00'], [3, 'calendar-days', '09-14 00:00'], [72, 'hours', '09-13 10:00'], [96, 'hours', '09-11 10:00']] as const) {
      expect(clockOf('assist:1:town', at('09-11 09:00'), joint, law(amount, unit))).toMatchObject({ dueAt: at(dueAt) });
    }
  });

  it('[Art. 15(2), 17(3)] binds a unit that is brought in later no longer than the lead, and the lead that was late by then not at all', () => {
    const added = (moment: string): TicketFact => ({ type: 'assisting-added', dispatchNo: 1, unit: 'bridge', at: at(moment) });
    const due = (moment: string): string => clockOf('assist:1:bridge', at('09-11 09:00'), joint, law(10, 'calendar-days'), added(moment)).dueOn;
    expect([due('09-12 10:00'), due('09-19 10:00'), due('09-21 00:00')]).toEqual(['2018-09-19', '2018-09-20', '2018-09-28']);
  });

  it('[Art. 17(3)] is taken apart day by day, with its parts', () => {
    const clock = clockOf('assist:1:town', at('09-11 09:00'), joint, law(10, 'calendar-days'));
    expect(explainClock(clock, rules.calendar).limit).toBe('10日（法定时限10日，为主办单位汇总预留3个工作日）');
    const { counted, skipped, sentence } = explainClock(clockOf(resolve, at('09-11 09:00'), complaint, law(5, 'calendar-days')), rules.calendar);
    expect([counted[0], counted.at(-1), skipped]).toEqual([
      { date: '2018-09-11', role: 'counted', ordinal: 1, layer: 'law', reason: '自然日' },
      { date: '2018-09-15', role: 'counted', ordinal: 5, layer: 'law', reason: '自然日' },
      [{ date: '2018-09-16', role: 'skipped', layer: 'law', reason: '顺延' }, { date: '2018-09-17', role: 'skipped', layer: 'law', reason: '顺延' }],
    ]);
    expect(sentence).toContain('期间末日2018年9月15日为休息日');
    expect(explainClock(clockOf(resolve, at('09-11 09:00'), complaint, law(3, 'calendar-days')), rules.calendar).sentence).not.toContain('休息日');
  });
});
