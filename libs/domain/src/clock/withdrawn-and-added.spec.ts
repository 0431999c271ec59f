import { accepted, at, clockOf, dispatched, joint, registered, rules, seen, settle } from '../../spec/clock-bench.js';
import { autumn2018, holidayCalendar } from '../../spec/holiday-calendar.js';
import { clocksOf, explainClock, recalendar, type TicketFact } from './index.js';

const later = at('12-01 12:00');
const answered: TicketFact = { type: 'answered', at: at('09-10 16:00') };
const withdrawn: TicketFact = { type: 'dispatch-withdrawn', dispatchNo: 1, at: at('09-10 17:00') };
const added: TicketFact = { type: 'assisting-added', dispatchNo: 1, unit: 'bridge', at: at('09-12 10:00') };
const feedback = (moment: string): TicketFact => ({ type: 'feedback-given', dispatchNo: 1, at: at(moment) });

describe('a withdrawn dispatch', () => {
  const facts: TicketFact[] = [
    registered,
    accepted,
    joint,
    { type: 'signed', dispatchNo: 1, unit: 'water', at: at('09-10 11:00') },
    { type: 'return-asked', dispatchNo: 1, unit: 'town', at: at('09-10 12:00') },
    { type: 'extension-asked', extensionId: 'x1', dispatchNo: 1, unit: 'water', workingDays: 3, at: at('09-10 13:00') },
    { type: 'supervision-ordered', orderNo: '1', dispatchNo: 1, unit: 'water', workingDays: 3, at: at('09-10 14:00') },
    answered,
    withdrawn,
  ];

  it('[Art. 18] is void from the start without blame, verdicts included; the county’s clock is stopped by its answer', () => {
    const clocks = settle(settle([], facts.slice(0, -1), at('09-10 16:00')), facts, later);
    const [own, others] = [clocks.filter((clock) => clock.kind === 'county-dispatch'), clocks.filter((clock) => clock.kind !== 'county-dispatch')];
    expect(own).toMatchObject([{ verdict: 'on-time', stoppedAt: at('09-10 16:00') }]);
    expect(others).toHaveLength(13);
    for (const clock of others) expect(clock).toMatchObject({ verdict: 'void', voidedBy: 'dispatch-withdrawn', overdueAt: null, wakeAt: null });
    expect(settle([], facts.toReversed(), later).map(({ key, verdict }) => [key, verdict])).toStrictEqual(clocks.map(({ key, verdict }) => [key, verdict]));
  });

  it('[Art. 18] says so aloud', () => {
    expect(explainClock(clockOf('resolve:1:water', later, ...facts), rules.calendar).sentence).toMatch(/；该时限因县级已直接答复、派单撤回而不再计算，不作超时认定。$/);
  });
});

describe('an assisting unit that was brought in later', () => {
  it('[Art. 15(2)] has its own clocks from its own addition', () => {
    const keys = clocksOf([joint, added], rules).map((target) => target.key).filter((key) => key.endsWith(':bridge'));
    expect(keys).toStrictEqual(['unit-sign:1:bridge', 'return-window:1:bridge', 'assist:1:bridge']);
    expect(clockOf('unit-sign:1:bridge', later, joint, added)).toMatchObject({ dueOn: '2018-09-13', startedAt: at('09-12 10:00'), startEvent: 'assisting-added' });
    expect(clockOf('return-window:1:bridge', at('09-12 11:00'), joint, added)).toMatchObject({ dueOn: '2018-09-13' });
    expect(seen(clockOf('assist:1:bridge', later, joint, added))).toMatchObject({ dueOn: '2018-09-29' });
  });

  it('[Art. 15(2)] never has longer than the lead, and is told so', () => {
    const late: TicketFact = { ...added, at: at('09-27 10:00') } as TicketFact;
    const clock = clockOf('assist:1:bridge', later, joint, late);
    expect(clock).toMatchObject({ dueOn: '2018-09-30' }); // the lead's own
    expect(explainClock(clock, rules.calendar).sentence).toContain('自增派协办单位起12个工作日（规定15个工作日，为主办单位汇总预留3个工作日），但不晚于办理反馈时限，即自派发工单起15个工作日，');
  });

  it('[Art. 15(2)] named again is the same unit, whose clocks stay as they are', () => {
    expect(clocksOf([joint, { ...added, unit: 'town' } as TicketFact], rules)).toStrictEqual(clocksOf([joint], rules));
  });
});

describe('an assisting unit that stays silent', () => {
  const result = (moment: string): TicketFact => ({ type: 'result-entered', dispatchNo: 1, at: at(moment) });
  const opinion = (unit: string, moment: string): TicketFact => ({ type: 'opinion-given', dispatchNo: 1, unit, at: at(moment) });
  const freed = { verdict: 'void', voidedBy: 'lead-answered', stoppedAt: null, overdueAt: null, wakeAt: null, workingDaysLate: null };

  it('[Art. 15(2), 23(2)] is not charged with the haste of the lead: what was not due yet at its result is void', () => {
    const facts = [joint, result('09-11 09:00'), feedback('09-25 09:00')];
    for (const key of ['unit-sign:1:roads', 'assist:1:roads']) expect(clockOf(key, later, ...facts)).toMatchObject(freed);
    expect(explainClock(clockOf('assist:1:roads', later, ...facts), rules.calendar).sentence).toMatch(/；该时限因主办单位已提交办理结果而不再计算，不作超时认定。$/);
    expect(clockOf('assist:1:roads', later, joint, feedback('09-12 09:00'))).toMatchObject(freed);
  });

  it('[Art. 15(2), 23(2)] is late by what it was late when the lead answered, and no more', () => {
    const facts = [joint, result('09-28 09:00'), feedback('10-18 09:00')];
    expect(seen(clockOf('assist:1:roads', later, ...facts))).toStrictEqual({ kind: 'assist', unit: 'roads', dueOn: '2018-09-27', verdict: 'late', used: 13, late: 1 });
    expect(clockOf('unit-sign:1:roads', later, ...facts)).toMatchObject({ verdict: 'late', missed: true, stoppedAt: at('09-28 09:00'), dueOn: '2018-09-11', workingDaysLate: 12 });
    expect(explainClock(clockOf('assist:1:roads', later, ...facts), rules.calendar).sentence).toMatch(/；主办单位提交办理结果时仍未提出意见，按超时认定。$/);
    expect(explainClock(clockOf('unit-sign:1:roads', later, ...facts), rules.calendar).sentence).toMatch(/；主办单位提交办理结果时仍未签收，按超时认定。$/);
  });

  it('[Art. 15(2)] owes nothing from the first result on, though the leader sent it back; who was brought in after that owes its own', () => {
    const facts: TicketFact[] = [joint, result('09-11 09:00'), { ...added, at: at('09-11 10:00') } as TicketFact, opinion('roads', '09-28 09:00'), result('09-29 09:00')];
    expect(clockOf('assist:1:roads', later, ...facts)).toMatchObject(freed);
    expect(clockOf('assist:1:bridge', at('09-28 10:00'), ...facts.slice(0, 4))).toMatchObject({ verdict: 'running', dueOn: '2018-09-28' });
    expect(clockOf('assist:1:bridge', later, ...facts)).toMatchObject({ verdict: 'late', workingDaysLate: 1 });
  });

  it('[Art. 15(2)] has spoken all the same when its opinion is learnt after the result, and a late one has not', () => {
    const known = settle([], [joint, result('09-12 09:00')], later);
    expect(known.find(({ key }) => key === 'assist:1:roads')).toMatchObject(freed);
    const after = settle(known, [joint, result('09-12 09:00'), opinion('roads', '09-12 09:00')], later);
    expect(after.find(({ key }) => key === 'assist:1:roads')).toMatchObject({ verdict: 'on-time', stoppedAt: at('09-12 09:00') });
    expect(clockOf('assist:1:roads', later, joint, result('09-12 09:00'), opinion('roads', '09-12 09:01'))).toMatchObject(freed);
  });

  it('[Art. 15(2), 7] is never late by a date that is provisional', () => {
    const open = { ...rules, calendar: holidayCalendar({ ...autumn2018, publishedThrough: '2018-09-15' }) };
    const facts = [joint, result('09-28 09:00')];
    const waiting = settle([], facts, later, open).find(({ key }) => key === 'assist:1:roads');
    expect(waiting).toMatchObject({ verdict: 'running', provisional: true, stoppedAt: at('09-28 09:00') });
    const [judged] = waiting ? recalendar(waiting, { allowEarlier: false, cause: 'calendar:national:2018' }, later, rules) : [];
    expect(judged).toMatchObject({ type: 'ClockStopped', reading: { verdict: 'late', workingDaysLate: 1 } });
    const spared = waiting ? recalendar({ ...waiting, stoppedAt: at('09-27 09:00'), dueOn: '2018-09-26', dueAt: at('09-27 00:00') }, { allowEarlier: false, cause: 'calendar:national:2018' }, later, rules) : [];
    expect(spared).toMatchObject([{ type: 'ClockVoided', cause: 'lead-answered' }]);
  });

  it('[Art. 14, 17] the lead itself signed at the latest by answering', () => {
    expect(clockOf('unit-sign:1:water', later, joint, result('09-11 09:00'), feedback('09-11 10:00'))).toMatchObject({ verdict: 'on-time', missed: false, stoppedAt: at('09-11 10:00') });
    expect(clockOf('unit-sign:1:water', later, joint, result('09-11 09:00'))).toMatchObject({ verdict: 'running', stoppedAt: null });
  });

  it('[Art. 17] a transfer has nobody but the lead to be silent', () => {
    expect(clocksOf([dispatched(), result('09-11 08:00'), feedback('09-11 09:00')], rules).filter((target) => target.missed)).toStrictEqual([]);
  });
});
