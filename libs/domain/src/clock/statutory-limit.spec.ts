import type { StatutoryUnit } from '@hotline/domain/shared';
import { at, clockOf, dispatched, joint, rules, seen, settle, targetOf, wake } from '../../spec/clock-bench.js';
import { autumn2018, holidayCalendar } from '../../spec/holiday-calendar.js';
import { policyBook } from '../policy/index.js';
import { trialPack } from '../../spec/trial-pack.js';
import { explainClock, recalendar, type TicketFact } from './index.js';

const later = at('12-01 12:00');
const resolve = 'resolve:1:water';
const complaint = dispatched({ category: 'complaint' });
const law = (amount: number, unit: StatutoryUnit, moment = '09-11 09:00', limitId = 's1'): TicketFact => ({
  type: 'statutory-limit-set', limitId, dispatchNo: 1, legalBasis: '《某某条例》第十条', amount, unit, approver: '分管副县长李某', at: at(moment),
});
const revoked = (moment: string): TicketFact => ({ type: 'statutory-limit-revoked', limitId: 's1', at: at(moment) });
const feedback = (moment: string): TicketFact => ({ type: 'feedback-given', dispatchNo: 1, at: at(moment) });
const asked: TicketFact = { type: 'extension-asked', extensionId: 'x1', dispatchNo: 1, unit: 'water', workingDays: 10, at: at('09-10 11:00') };
const granted: TicketFact = { type: 'extension-decided', extensionId: 'x1', by: 'county', granted: true, workingDays: 10, at: at('09-10 12:00') };

describe('a statutory limit', () => {
  it.each<[number, StatutoryUnit, string, string]>([
    [3, 'working-days', '2018-09-13', '09-14 00:00'],
    [60, 'working-days', '2018-12-07', '12-08 00:00'],
    [10, 'calendar-days', '2018-09-20', '09-21 00:00'],
    [5, 'calendar-days', '2018-09-17', '09-18 00:00'], // ends on Saturday the 15th
    [24, 'calendar-days', '2018-10-08', '10-09 00:00'], // ends within the October holiday
    [48, 'hours', '2018-09-12', '09-12 10:00'],
  ])('[Art. 17(3)] of %i %s takes the place of base and cap, counted from the dispatch: %s', (amount, unit, dueOn, dueAt) => {
    expect(clockOf(resolve, at('09-11 09:00'), complaint, law(amount, unit))).toMatchObject({ dueOn, dueAt: at(dueAt), startedAt: at('09-10 10:00') });
  });

  it('[Art. 17(3)] moves a running clock either way, names the cause, and comes off again when revoked', () => {
    const before = settle([], [complaint], at('09-10 10:00'));
    const [set] = settle(before, [complaint, law(3, 'calendar-days')], at('09-11 09:00')).filter((clock) => clock.kind === 'resolve');
    expect(set).toMatchObject({ dueOn: '2018-09-13', movedBy: 'statutory' });
    const [off] = settle(set ? [set] : [], [complaint, law(3, 'calendar-days'), revoked('09-12 09:00')], at('09-12 09:00')).filter((clock) => clock.kind === 'resolve');
    expect(off).toMatchObject({ dueOn: '2018-09-30', movedBy: 'statutory-revoked', limitParts: [{ source: 'policy', workingDays: 15 }] });
  });

  it('[Art. 17(3)] is for complaints and reports: on another category it rests', () => {
    expect(targetOf(resolve, dispatched({ category: 'help' }), law(3, 'working-days')).limit).toMatchObject({ workingDays: 15 });
    const changed: TicketFact = { type: 'category-changed', category: 'help', previous: 'complaint', at: at('09-12 09:00') };
    expect(targetOf(resolve, complaint, law(3, 'working-days'), changed).limit).toMatchObject({ workingDays: 15 });
  });

  it('[Art. 17(3)] is no extension: none adds to it and none keeps its verdict waiting, but the county’s slowness is given back', () => {
    expect(targetOf(resolve, complaint, asked, law(3, 'working-days'))).toMatchObject({ verdictWaits: false, limit: { workingDays: 3 } });
    expect(targetOf(resolve, complaint, asked, granted, law(3, 'working-days')).limit).toMatchObject({ workingDays: 3 });
    const slow: TicketFact[] = [
      { type: 'return-asked', dispatchNo: 1, unit: 'water', at: at('09-11 09:00') },
      { type: 'return-decided', dispatchNo: 1, unit: 'water', accepted: false, at: at('09-14 09:00') },
    ];
    expect(clockOf(resolve, at('09-14 09:00'), complaint, ...slow, law(10, 'calendar-days'))).toMatchObject({ dueOn: '2018-09-25' }); // the 20th and two working days
    expect(clockOf(resolve, at('09-14 09:00'), complaint, ...slow, law(120, 'hours'))).toMatchObject({ dueAt: at('09-18 10:00') }); // Saturday 10:00 and two working days
  });

  it('[Art. 17(3)] that came or went after the answer changes no verdict', () => {
    expect(targetOf(resolve, complaint, feedback('09-20 09:00'), law(3, 'working-days', '09-20 10:00')).limit).toMatchObject({ workingDays: 15 });
    const facts = [complaint, law(3, 'working-days'), feedback('09-20 09:00')];
    expect(seen(clockOf(resolve, later, ...facts))).toMatchObject({ verdict: 'late', dueOn: '2018-09-13' });
    expect(seen(clockOf(resolve, later, ...facts, revoked('09-20 10:00')))).toMatchObject({ verdict: 'late', dueOn: '2018-09-13' });
  });

  it('[Art. 15(2), 15(3)] binds the opinions and the orders of the dispatch too', () => {
    expect(clockOf('assist:1:town', at('09-11 09:00'), joint, law(10, 'calendar-days'))).toMatchObject({ dueOn: '2018-09-17' }); // three working days before the 20th
    expect(clockOf('assist:1:town', at('09-11 09:00'), joint, law(24, 'hours'))).toMatchObject({ dueAt: at('09-11 10:00') });
    const order: TicketFact = { type: 'supervision-ordered', orderNo: '1', dispatchNo: 1, unit: 'water', workingDays: 20, at: at('09-11 10:00') };
    expect(clockOf('supervision:1:water:1', at('09-11 10:00'), complaint, law(10, 'calendar-days'), order)).toMatchObject({ dueOn: '2018-09-20' });
  });

  it('[Art. 17(3)] of the newest two counts', () => {
    const newer = law(7, 'working-days', '09-12 09:00', 's2');
    expect(targetOf(resolve, newer, complaint, law(3, 'working-days')).limit).toMatchObject({ workingDays: 7 });
  });

  it('[Art. 17(3)] reads out the law, the approver and how its days are counted', () => {
    const sentence = (amount: number, unit: StatutoryUnit): string => explainClock(clockOf(resolve, at('09-11 09:00'), complaint, law(amount, unit)), rules.calendar).sentence;
    expect(sentence(5, 'calendar-days')).toBe(
      '投诉类工单办理反馈（第十七条第（三）项）自派发工单起5日，依据《某某条例》第十条、经分管副县长李某批准适用法定时限5日，2018年9月10日当日不计，期间末日2018年9月15日为休息日，顺延至其后第一个工作日，应在2018年9月17日24时之前完成。',
    );
    expect(sentence(48, 'hours')).toBe(
      '投诉类工单办理反馈（第十七条第（三）项）自派发工单起48小时，依据《某某条例》第十条、经分管副县长李某批准适用法定时限48小时，不分昼夜和节假日，2018年9月10日10时00分开始，应在2018年9月12日10时00分之前完成。',
    );
    const { counted, skipped } = explainClock(clockOf(resolve, at('09-11 09:00'), complaint, law(5, 'calendar-days')), rules.calendar);
    expect([counted.length, skipped.map((day) => day.date)]).toStrictEqual([5, ['2018-09-16', '2018-09-17']]);
  });

  it('[Reading §2.6] of calendar days moves with a new calendar only where its last day does, and one of hours never', () => {
    const under = { calendar: holidayCalendar({ ...autumn2018, version: 'v2', off: { ...autumn2018.off, '2018-09-20': '火把节' } }), ...policyBook([trialPack]) };
    const change = { allowEarlier: false, cause: 'calendar:prefecture:2018v1' };
    const moved = recalendar(clockOf(resolve, at('09-11 09:00'), complaint, law(10, 'calendar-days')), change, at('09-12 09:00'), under);
    expect(moved).toMatchObject([{ type: 'ClockRescheduled', reading: { dueOn: '2018-09-21' } }]);
    expect(recalendar(clockOf(resolve, at('09-11 09:00'), complaint, law(9, 'calendar-days')), change, at('09-12 09:00'), under)).toStrictEqual([]);
    expect(recalendar(clockOf(resolve, at('09-11 09:00'), complaint, law(240, 'hours')), change, at('09-12 09:00'), under)).toStrictEqual([]);
  });

  it('[Art. 17(3)] warns on working days only', () => {
    const { happened } = wake(clockOf(resolve, at('09-11 09:00'), complaint, law(10, 'calendar-days')), later);
    expect(happened).toStrictEqual(['09-17T09:00 half', '09-20T09:00 last-day', '09-21T00:00 ClockWentOverdue']); // half-time falls on Sunday the 16th
  });
});
