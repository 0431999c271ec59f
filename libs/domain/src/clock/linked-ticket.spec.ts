import type { TicketLink } from '../shared/index.js';
import { accepted, at, clockOf, dispatched, registered, rules, seen, settle, targetOf, transferred } from '../../spec/clock-bench.js';
import { clocksOf, explainClock, type TicketFact } from './index.js';

const first = 'county-dispatch:0:county';
const later = at('09-20 12:00');
const linked = (moment: string, link: TicketLink = 'merged'): TicketFact => ({ type: 'linked', link, at: at(moment) });
const unlinked = (moment: string, link: TicketLink = 'merged'): TicketFact => ({ type: 'unlinked', link, at: at(moment) });
const anew = (moment: string): string => `${first}:unlinked-${at(moment)}`;
const local = [registered, accepted];

describe('a ticket that is handled with its primary', () => {
  it.each<[TicketLink]>([['merged'], ['duplicate']])('[Art. 14, 17(2)] waits for no dispatch of its own: %s stops the time of the county', (link) => {
    expect(seen(clockOf(first, later, ...local, linked('09-11 15:00', link)))).toStrictEqual({ kind: 'county-dispatch', unit: 'county', dueOn: '2018-09-11', verdict: 'on-time', used: 1, late: 0 });
    expect(clockOf(first, later, transferred, linked('09-12 09:00', link))).toMatchObject({ verdict: 'late', workingDaysLate: 1 });
  });

  it('[Art. 14] waits on when the same person only came again', () => {
    expect(clockOf(first, later, ...local, linked('09-10 10:00', 'repeat'))).toMatchObject({ stoppedAt: null, verdict: 'running' });
    expect(clocksOf([...local, linked('09-10 10:00', 'repeat'), unlinked('09-11 10:00', 'repeat')], rules).map(({ key }) => key)).toStrictEqual([first]);
  });

  it('[Art. 14] that was linked before it was accepted, or before its unit gave it back, has nothing to wait for', () => {
    expect(clockOf(first, later, linked('09-10 08:30'), ...local)).toMatchObject({ verdict: 'on-time', startedAt: at('09-10 09:00'), stoppedAt: at('09-10 09:00') });
    const returned: TicketFact = { type: 'return-decided', dispatchNo: 1, unit: 'water', accepted: true, at: at('09-12 15:00') };
    const facts = [...local, dispatched(), linked('09-11 09:00'), returned];
    expect(targetOf(first, ...facts).stoppedAt).toBe(at('09-10 10:00'));
    expect(targetOf(`${first}:return-1`, ...facts)).toMatchObject({ startedAt: at('09-12 15:00'), stoppedAt: at('09-12 15:00') });
  });

  it('[Art. 14] goes on with the same when its primary is tied to another itself', () => {
    const facts = [...local, linked('09-10 10:00'), linked('09-12 10:00'), unlinked('09-13 10:00')];
    expect(targetOf(first, ...facts).stoppedAt).toBe(at('09-10 10:00'));
    expect(targetOf(anew('09-13 10:00'), ...facts)).toMatchObject({ stoppedAt: null });
  });

  it('[Art. 12] is stopped by the first of link and decline', () => {
    const declined: TicketFact = { type: 'declined', at: at('09-11 09:00') };
    expect(clockOf(first, later, ...local, linked('09-10 15:00'), declined)).toMatchObject({ verdict: 'on-time', stoppedAt: at('09-10 15:00') });
    expect(clockOf(first, later, ...local, declined, linked('09-11 15:00'))).toMatchObject({ verdict: 'on-time', stoppedAt: at('09-11 09:00') });
  });
});

describe('a link that is undone', () => {
  const facts = [...local, linked('09-10 15:00'), unlinked('09-13 10:00')];

  it('[Art. 14, 17(2)] gives the county its working day anew, until it dispatches', () => {
    expect(targetOf(anew('09-13 10:00'), ...facts)).toMatchObject({ startEvent: 'unlinked', startedAt: at('09-13 10:00'), stoppedAt: null });
    const clock = clockOf(anew('09-13 10:00'), later, ...facts, dispatched({ at: at('09-17 10:00') }));
    expect(seen(clock)).toStrictEqual({ kind: 'county-dispatch', unit: 'county', dueOn: '2018-09-14', verdict: 'late', used: 2, late: 1 });
    expect(explainClock(clock, rules.calendar).sentence).toContain('县级转办（第十四条、第十六条）自解除关联起1个工作日，');
    expect(targetOf(first, ...facts, dispatched({ at: at('09-17 10:00') })).stoppedAt).toBe(at('09-10 15:00'));
  });

  it('[Art. 17(2), 18] is stopped by the next link and by an answer as any wait of the county', () => {
    expect(targetOf(anew('09-13 10:00'), ...facts, linked('09-13 16:00', 'duplicate')).stoppedAt).toBe(at('09-13 16:00'));
    expect(targetOf(anew('09-13 10:00'), ...facts, { type: 'answered', at: at('09-13 17:00') }).stoppedAt).toBe(at('09-13 17:00'));
  });

  it.each<[string, readonly TicketFact[]]>([
    ['a unit has it', [...local, dispatched()]],
    ['it was answered', [...local, { type: 'answered', at: at('09-10 16:00') }]],
    ['it was not accepted yet', [registered]],
    ['its dispatch turned out to be none', [...local, dispatched(), { type: 'return-decided', dispatchNo: 1, unit: 'water', accepted: true, at: at('09-11 09:00') }, { type: 'answered', at: at('09-10 12:00') }, { type: 'dispatch-withdrawn', dispatchNo: 1, at: at('09-11 10:00') }]],
  ])('[Art. 14] is nobody’s delay when %s: the clock is there and void', (_name, before) => {
    const clock = clockOf(anew('09-13 10:00'), later, ...before, linked('09-12 15:00'), unlinked('09-13 10:00'));
    expect(clock).toMatchObject({ verdict: 'void', voidedBy: 'not-awaiting-dispatch', stoppedAt: null });
    expect(explainClock(clock, rules.calendar).sentence).toMatch(/；该时限因解除关联时工单并不待派单而不再计算，不作超时认定。$/);
  });

  it('[Art. 12] is stopped by a decline as any wait of the county', () => {
    expect(clockOf(anew('09-13 10:00'), later, ...facts, { type: 'declined', at: at('09-13 11:00') })).toMatchObject({ verdict: 'on-time', stoppedAt: at('09-13 11:00') });
  });

  it('[Art. 14] comes to the same whichever was learnt first', () => {
    const whole = [...facts, dispatched({ at: at('09-17 10:00') })];
    const told = whole.reduce<ReturnType<typeof settle>>((clocks, _fact, index) => settle(clocks, whole.toReversed().slice(0, index + 1), later), []);
    expect(told.map(({ key, verdict, stoppedAt }) => [key, verdict, stoppedAt])).toStrictEqual(settle([], whole, later).map(({ key, verdict, stoppedAt }) => [key, verdict, stoppedAt]));
  });
});

describe('a primary that is declined', () => {
  const again = `${first}:primary-declined-${at('09-12 10:00')}`;
  const declined: TicketFact = { type: 'primary-declined', at: at('09-12 10:00') };
  const told: TicketFact = { type: 'petitioner-told', at: at('09-14 10:00') };
  const facts = [...local, linked('09-10 15:00'), declined];

  it('[Art. 12, 17(2)] gives the county a working day from then on, until the petitioner of what was tied to it is told', () => {
    expect(clockOf(again, later, ...facts)).toMatchObject({ startEvent: 'primary-declined', article: 'Art. 12, 17(2)', startedAt: at('09-12 10:00'), stoppedAt: null, verdict: 'running' });
    const clock = clockOf(again, later, ...facts, told);
    expect(seen(clock)).toStrictEqual({ kind: 'county-dispatch', unit: 'county', dueOn: '2018-09-13', verdict: 'late', used: 2, late: 1 });
    expect(explainClock(clock, rules.calendar).sentence).toContain('（第十二条、第十七条第（二）项）自主工单不予受理起1个工作日，');
    expect(targetOf(first, ...facts, told).stoppedAt).toBe(at('09-10 15:00'));
  });

  it.each<[string, TicketFact]>([
    ['its link is undone', unlinked('09-13 09:00')],
    ['it is tied to another matter', linked('09-13 09:00')],
    ['it is dispatched by itself', dispatched({ at: at('09-13 09:00') })],
    ['it is declined itself', { type: 'declined', at: at('09-13 09:00') }],
    ['it is answered', { type: 'answered', at: at('09-13 09:00') }],
    ['the prefecture is asked to take it back', { type: 'upstream-return-asked', at: at('09-13 09:00') }],
  ])('[Art. 12, 17(2)] waits no longer when %s', (_name, fact) => {
    expect(targetOf(again, ...facts, fact, told).stoppedAt).toBe(at('09-13 09:00'));
  });

  it('[Art. 12] counts for what was not even accepted, and for what is tied to it afterwards', () => {
    expect(targetOf(again, registered, linked('09-10 15:00'), declined, told)).toMatchObject({ voided: false, stoppedAt: at('09-14 10:00') });
    expect(targetOf(again, ...local, linked('09-12 10:00'), declined)).toMatchObject({ voided: false, stoppedAt: null });
  });

  it.each<[string, readonly TicketFact[]]>([
    ['with a unit', [dispatched()]],
    ['answered', [{ type: 'answered', at: at('09-11 09:00') }]],
    ['declined itself', [{ type: 'declined', at: at('09-11 09:00') }]],
  ])('[Art. 12] is nothing to what was %s by then', (_name, before) => {
    const clock = clockOf(again, later, ...facts, ...before);
    expect(clock).toMatchObject({ verdict: 'void', voidedBy: 'handled-apart' });
    expect(explainClock(clock, rules.calendar).sentence).toMatch(/；该时限因主工单不予受理时该工单已另行办理而不再计算，不作超时认定。$/);
  });
});

describe('a petitioner who left no way to be contacted', () => {
  const nobody: TicketFact = { ...registered, contactable: false } as TicketFact;
  const key = 'first-contact:1:water';

  it('[Art. 17] is nobody’s to contact, from the dispatch to the closing', () => {
    const facts: TicketFact[] = [nobody, accepted, dispatched(), { type: 'closed', dispatchNo: 1, at: at('09-18 09:00') }];
    const clock = clockOf(key, later, ...facts);
    expect(clock).toMatchObject({ verdict: 'void', voidedBy: 'no-contact-left', overdueAt: null, wakeAt: null });
    expect(explainClock(clock, rules.calendar).sentence).toMatch(/；该时限因诉求人未留联系方式而不再计算，不作超时认定。$/);
    expect(clockOf(key, later, registered, ...facts.slice(1))).toMatchObject({ verdict: 'late', missed: true });
  });

  it('[Art. 17] takes back what was held against the unit before that was known', () => {
    const overdue = settle([], [dispatched()], later).map((clock) => (clock.key === key ? { ...clock, overdueAt: clock.dueAt } : clock));
    expect(settle(overdue, [dispatched(), nobody], later).find((clock) => clock.key === key)).toMatchObject({ verdict: 'void', overdueAt: null });
  });

  it('[Art. 17(return)] gives way to the causes that void the whole dispatch', () => {
    const returned: TicketFact = { type: 'return-decided', dispatchNo: 1, unit: 'water', accepted: true, at: at('09-11 09:00') };
    const known = settle([], [nobody, dispatched()], later);
    expect(settle(known, [nobody, dispatched(), returned], later).find((clock) => clock.key === key)).toMatchObject({ voidedBy: 'return-accepted' });
  });
});
