import { accepted, at, clockOf, dispatched, joint, registered, rules, seen, settle, targetOf } from '../../spec/clock-bench.js';
import { clocksOf, explainClock, type TicketFact } from './index.js';

const later = at('12-01 12:00');
const recalled: TicketFact = { type: 'dispatch-withdrawn', dispatchNo: 1, reason: 'recalled', at: at('09-18 15:00') };
const next = dispatched({ dispatchNo: 2, lead: 'town', at: at('09-19 10:00') });
const declined: TicketFact = { type: 'declined', at: at('09-19 16:00') };
const key = 'county-dispatch:0:county:recall-1';
const first = 'county-dispatch:0:county';

describe('a recalled dispatch', () => {
  const facts: TicketFact[] = [
    registered,
    accepted,
    joint,
    { type: 'signed', dispatchNo: 1, unit: 'water', at: at('09-14 11:00') },
    { type: 'supervision-ordered', orderNo: '1', dispatchNo: 1, unit: 'water', workingDays: 3, at: at('09-10 14:00') },
    recalled,
  ];

  it('[Art. 14-17] is void for its units without blame, verdicts that were given included', () => {
    const clocks = settle(settle([], facts.slice(0, -1), at('09-18 14:00')), facts, later);
    expect(clocks.filter(({ verdict }) => verdict !== 'void').map((clock) => [clock.key, clock.verdict])).toStrictEqual([[first, 'on-time'], [key, 'running']]);
    for (const clock of clocks.filter(({ unit }) => unit !== 'county')) expect(clock).toMatchObject({ verdict: 'void', voidedBy: 'dispatch-recalled', overdueAt: null, wakeAt: null });
    expect(settle([], facts.toReversed(), later).map(({ key: name, verdict }) => [name, verdict])).toStrictEqual(clocks.map(({ key: name, verdict }) => [name, verdict]));
    expect(explainClock(clockOf('resolve:1:water', later, ...facts), rules.calendar).sentence).toMatch(/；该时限因派单被县级撤回改派而不再计算，不作超时认定。$/);
  });

  it('[Art. 14, 16] starts the county’s time to dispatch anew, from the recall; what it had done in its time before stands', () => {
    expect(targetOf(key, ...facts)).toMatchObject({ startEvent: 'dispatch-recalled', startedAt: at('09-18 15:00'), stoppedAt: null });
    expect(targetOf(first, ...facts, next).stoppedAt).toBe(at('09-10 10:00'));
    expect(seen(clockOf(key, later, ...facts, next))).toStrictEqual({ kind: 'county-dispatch', unit: 'county', dueOn: '2018-09-19', verdict: 'on-time', used: 1, late: 0 });
    expect(explainClock(clockOf(key, later, ...facts, next), rules.calendar).sentence).toContain('自撤回改派起1个工作日');
  });

  it.each<[string, TicketFact]>([
    ['the next dispatch', next],
    ['a direct answer', { type: 'answered', at: at('09-19 10:00') }],
    ['a decline', { ...declined, at: at('09-19 10:00') }],
    ['the application to return it upstream', { type: 'upstream-return-asked', at: at('09-19 10:00') }],
  ])('[Art. 12, 14-18] the county’s clock stops with %s', (_, stop) => {
    expect(targetOf(key, ...facts, stop).stoppedAt).toBe(at('09-19 10:00'));
  });

  it('[Art. 14, 17] leaves the county its own delay in deciding, and frees it of what was open', () => {
    const asked: TicketFact[] = [
      { type: 'return-asked', dispatchNo: 1, unit: 'town', at: at('09-10 12:00') },
      { type: 'return-decided', dispatchNo: 1, unit: 'town', accepted: false, at: at('09-14 12:00') },
      { type: 'extension-asked', extensionId: 'x1', dispatchNo: 1, unit: 'water', workingDays: 3, at: at('09-10 13:00') },
      { type: 'extension-decided', extensionId: 'x1', by: 'county', granted: true, workingDays: 3, at: at('09-17 13:00') },
      { type: 'extension-asked', extensionId: 'x2', dispatchNo: 1, unit: 'water', workingDays: 3, at: at('09-18 13:00') },
    ];
    const of = (name: string) => clockOf(name, later, ...facts, ...asked);
    expect([of('return-review:1:county:town').verdict, of('extension-review:1:county:x1').verdict]).toStrictEqual(['late', 'late']);
    expect(of('extension-review:1:county:x2')).toMatchObject({ verdict: 'void', voidedBy: 'dispatch-recalled' });
  });

  it('[Art. 12, 14, 18] asks nothing of the county where it had ended the ticket already in that round, and asks it anew in a later one', () => {
    const answered: TicketFact = { type: 'answered', at: at('09-12 10:00') };
    expect(targetOf(key, ...facts, answered).stoppedAt).toBe(at('09-18 15:00'));
    const returned: TicketFact = { type: 'return-decided', dispatchNo: 1, unit: 'water', accepted: true, at: at('09-13 10:00') };
    expect(targetOf('county-dispatch:0:county:return-1', registered, accepted, joint, answered, returned).stoppedAt).toBe(at('09-13 10:00'));
    const again = dispatched({ dispatchNo: 2, round: 2, at: at('09-17 10:00') });
    const closed: TicketFact = { type: 'closed', dispatchNo: 1, at: at('09-14 10:00') };
    expect(targetOf('county-dispatch:0:county:recall-2', registered, accepted, joint, answered, closed, again, { ...recalled, dispatchNo: 2 } as TicketFact).stoppedAt).toBe(null);
  });
});

describe('a decline after the acceptance', () => {
  const withdrawn: TicketFact = { type: 'dispatch-withdrawn', dispatchNo: 1, reason: 'declined', at: at('09-10 17:00') };

  it('[Art. 12, 14] stops the county’s time to dispatch, after a return too', () => {
    const returned: TicketFact[] = [{ type: 'return-asked', dispatchNo: 1, unit: 'water', at: at('09-17 14:00') }, { type: 'return-decided', dispatchNo: 1, unit: 'water', accepted: true, at: at('09-18 15:00') }];
    expect(seen(clockOf('county-dispatch:0:county:return-1', later, registered, accepted, dispatched(), ...returned, declined))).toMatchObject({ verdict: 'on-time', dueOn: '2018-09-19' });
  });

  it('[Art. 12] that withdrew a dispatch makes it void from the start, and stops the county’s first clock', () => {
    const facts: TicketFact[] = [registered, accepted, dispatched(), { ...declined, at: at('09-10 16:00') }, withdrawn];
    const clocks = settle([], facts, later);
    expect(clocks.filter(({ unit }) => unit !== 'county').every(({ verdict, voidedBy }) => verdict === 'void' && voidedBy === 'declined')).toBe(true);
    expect(clocks.filter(({ unit }) => unit === 'county')).toMatchObject([{ key: first, verdict: 'on-time', stoppedAt: at('09-10 16:00') }]);
    expect(clocksOf(facts.toReversed(), rules)).toStrictEqual(clocksOf(facts, rules));
  });
});
