import { accepted, at, clockOf, dispatched, registered, rules, seen, settle, targetOf, transferred } from '../../spec/clock-bench.js';
import { clocksOf, type Clock, type TicketFact } from './index.js';

const first = 'county-dispatch:0:county';
const returned: TicketFact[] = [
  { type: 'return-asked', dispatchNo: 1, unit: 'water', at: at('09-11 09:00') },
  { type: 'return-decided', dispatchNo: 1, unit: 'water', accepted: true, at: at('09-11 15:00') },
];

describe('county-dispatch', () => {
  it('[Art. 14] runs from acceptance for what came in locally', () => {
    expect(targetOf(first, registered, accepted)).toMatchObject({
      startEvent: 'accepted',
      startedAt: at('09-10 09:00'),
      stoppedAt: null,
      unit: 'county',
      dispatchNo: 0,
      limit: { unit: 'working-days', from: at('09-10 09:00'), workingDays: 1, notAfter: null },
      article: 'Art. 14, 16',
      policy: 'trial@1',
    });
  });

  it('[Art. 16] runs from receipt for a prefecture transfer, accepted or not', () => {
    expect(targetOf(first, transferred)).toMatchObject({ startEvent: 'received', startedAt: at('09-10 08:00') });
    expect(targetOf(first, transferred, accepted)).toStrictEqual(targetOf(first, transferred));
  });

  it('[Art. 14] does not run for what is not accepted yet', () => {
    expect(clocksOf([registered], rules)).toStrictEqual([]);
    expect(clocksOf([accepted], rules)).toStrictEqual([]);
  });

  it.each<[string, TicketFact]>([
    ['the first dispatch', dispatched({ at: at('09-11 17:00') })],
    ['a direct answer', { type: 'answered', at: at('09-11 17:00') }],
    ['a decline after the acceptance (Art. 12)', { type: 'declined', at: at('09-11 17:00') }],
    ['the application to return it upstream', { type: 'upstream-return-asked', at: at('09-11 17:00') }],
  ])('[Art. 14, 16] stops with %s', (_name, stop) => {
    const clock = clockOf(first, at('09-12 09:00'), registered, accepted, stop);
    expect(seen(clock)).toStrictEqual({ kind: 'county-dispatch', unit: 'county', dueOn: '2018-09-11', verdict: 'on-time', used: 1, late: 0 });
    expect(clock.stoppedAt).toBe(at('09-11 17:00'));
  });

  it.each([['a local matter', registered], ['a transfer', transferred]])('[Art. 11, 14, 18] of %s that was accepted with the answer is met, learnt at once, one by one or backwards', (_, known) => {
    const steps: TicketFact[] = [known, accepted, { type: 'answered', at: at('09-10 09:00') }];
    const [whole, ...others] = [steps, steps.toReversed()].flatMap((order) => {
      const learnt = order.reduce<{ facts: TicketFact[]; clocks: Clock[] }>(({ facts, clocks }, fact) => ({ facts: [...facts, fact], clocks: settle(clocks, [...facts, fact], at('09-10 09:00')) }), { facts: [], clocks: [] });
      return [settle([], order, at('09-10 09:00')), learnt.clocks];
    }).map((clocks) => clocks.map(seen));
    expect(whole).toStrictEqual([{ kind: 'county-dispatch', unit: 'county', dueOn: '2018-09-11', verdict: 'on-time', used: 0, late: 0 }]);
    for (const other of others) expect(other).toStrictEqual(whole);
  });

  it('[Art. 17(return)] runs anew from every accepted return of the lead, until the next dispatch', () => {
    const again = 'county-dispatch:0:county:return-1';
    const facts = [registered, accepted, dispatched(), ...returned];
    expect(targetOf(again, ...facts)).toMatchObject({ startEvent: 'return-accepted', startedAt: at('09-11 15:00'), stoppedAt: null });
    expect(targetOf(again, ...facts, dispatched({ dispatchNo: 2, lead: 'town', at: at('09-12 10:00') })).stoppedAt).toBe(at('09-12 10:00'));
    expect(targetOf(first, ...facts).stoppedAt).toBe(at('09-10 10:00'));
  });

  it('[Art. 17(return)] does not run anew when an assisting unit left or a return was refused', () => {
    const assisted = dispatched({ mode: 'joint', assisting: ['town'] });
    const left: TicketFact = { type: 'return-decided', dispatchNo: 1, unit: 'town', accepted: true, at: at('09-11 15:00') };
    const refused: TicketFact = { type: 'return-decided', dispatchNo: 1, unit: 'water', accepted: false, at: at('09-11 15:00') };
    const keys = clocksOf([registered, accepted, assisted, left, refused], rules).map((target) => target.key);
    expect(keys.filter((key) => key.startsWith('county-dispatch'))).toStrictEqual([first]);
  });

  it('[Art. 17(return)] runs anew when the prefecture refuses to take the ticket back', () => {
    const asked: TicketFact = { type: 'upstream-return-asked', at: at('09-10 11:00') };
    const refused: TicketFact = { type: 'upstream-return-decided', accepted: false, at: at('09-12 11:00') };
    const again = `county-dispatch:0:county:upstream-${at('09-12 11:00')}`;
    expect(targetOf(again, transferred, asked, refused)).toMatchObject({ startEvent: 'upstream-return-refused', startedAt: at('09-12 11:00'), stoppedAt: null });
    expect(targetOf(first, transferred, asked, refused).stoppedAt).toBe(at('09-10 11:00'));
    expect(targetOf(again, transferred, asked, refused, dispatched({ at: at('09-13 09:00') })).stoppedAt).toBe(at('09-13 09:00'));
    const taken: TicketFact = { ...refused, accepted: true };
    expect(clocksOf([transferred, asked, taken], rules).map((target) => target.key)).toStrictEqual([first]);
  });
});

describe('county-dispatch after a return of what never was a dispatch', () => {
  it('[Art. 17(return), 18] is void, whichever was told first: no clock disappears', () => {
    const withdrawn: TicketFact = { type: 'dispatch-withdrawn', dispatchNo: 1, at: at('09-11 16:00') };
    const clock = clockOf('county-dispatch:0:county:return-1', at('09-20 12:00'), registered, accepted, dispatched(), ...returned, withdrawn);
    expect(clock).toMatchObject({ startEvent: 'return-accepted', verdict: 'void', voidedBy: 'dispatch-withdrawn', stoppedAt: null });
  });
});

describe('county-dispatch of a rework', () => {
  const waits: TicketFact = { type: 'rework-awaits-dispatch', round: 2, at: at('09-20 09:00') };
  const facts = [registered, accepted, dispatched(), waits];
  const key = 'county-dispatch:0:county:rework-2';

  it('[Art. 14, 19] runs while the rework waits for a unit, until a dispatch of its round', () => {
    expect(targetOf(key, ...facts)).toMatchObject({ startEvent: 'rework-awaits-dispatch', startedAt: at('09-20 09:00'), stoppedAt: null, unit: 'county' });
    const again = dispatched({ dispatchNo: 2, round: 2, lead: 'town', at: at('09-26 10:00') });
    expect(seen(clockOf(key, at('09-28 09:00'), ...facts, again))).toStrictEqual({ kind: 'county-dispatch', unit: 'county', dueOn: '2018-09-21', verdict: 'late', used: 3, late: 2 });
    expect(targetOf(first, ...facts, again).stoppedAt).toBe(at('09-10 10:00'));
  });

  it('[Art. 14, 18] follows an answer of the county too: that answer stops neither it nor what a return in the new round starts', () => {
    const answered: TicketFact = { type: 'answered', at: at('09-10 11:00') };
    const second = dispatched({ round: 2, at: at('09-20 15:00') });
    const asked: TicketFact[] = [
      { type: 'return-asked', dispatchNo: 1, unit: 'water', at: at('09-20 16:00') },
      { type: 'return-decided', dispatchNo: 1, unit: 'water', accepted: true, at: at('09-21 09:00') },
    ];
    expect(targetOf(first, registered, accepted, answered, waits, second).stoppedAt).toBe(at('09-10 11:00'));
    expect(targetOf(key, registered, accepted, answered, waits).stoppedAt).toBeNull();
    expect(targetOf(key, registered, accepted, answered, waits, second).stoppedAt).toBe(at('09-20 15:00'));
    expect(targetOf('county-dispatch:0:county:return-1', registered, accepted, answered, waits, second, ...asked)).toMatchObject({ startedAt: at('09-21 09:00'), stoppedAt: null });
  });

  it('[Art. 14] never appears when the same unit takes the rework', () => {
    const keys = clocksOf([registered, accepted, dispatched(), dispatched({ dispatchNo: 2, round: 2, at: at('09-20 09:00') })], rules).map((target) => target.key);
    expect(keys.filter((each) => each.startsWith('county-dispatch'))).toStrictEqual([first]);
  });
});

describe('emergency-report', () => {
  const escalated: TicketFact = { type: 'escalated', escalationId: 'e1', at: at('10-01 23:50') };
  const key = 'emergency-report:0:county:e1';

  it('[Art. 4] runs thirty minutes by the wall clock, over midnight and on a holiday', () => {
    const clock = clockOf(key, at('10-02 00:00'), escalated);
    expect(clock).toMatchObject({ dueAt: at('10-02 00:20'), dueOn: '2018-10-02', provisional: false, verdict: 'running', wakeAt: at('10-02 00:20') });
  });

  it.each([
    ['10-02 00:19', 'on-time'],
    ['10-02 00:20', 'late'],
  ])('[Art. 4] acknowledged at %s it is %s', (moment, verdict) => {
    expect(clockOf(key, at('10-03 00:00'), escalated, { type: 'escalation-acknowledged', escalationId: 'e1', at: at(moment) }).verdict).toBe(verdict);
  });
});
