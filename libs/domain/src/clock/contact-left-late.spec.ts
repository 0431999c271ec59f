import { accepted, at, clockOf, dispatched, registered, rules, seen, settle } from '../../spec/clock-bench.js';
import { explainClock, type TicketFact } from './index.js';

const nobody: TicketFact = { ...registered, contactable: false } as TicketFact;
const later = at('09-20 12:00');
const first = 'first-contact:1:water';
const late = `${first}:contact-left`;
const left = (moment: string): TicketFact => ({ type: 'contact-left', at: at(moment) });
const closed: TicketFact = { type: 'closed', dispatchNo: 1, at: at('09-19 09:00') };
const base = [nobody, accepted, dispatched({ category: 'help' })];

describe('a way to be contacted that is left late', () => {
  it('[Art. 17] gives the unit that has the ticket its two working days from then on, and says why', () => {
    const clock = clockOf(late, later, ...base, left('09-12 15:00'), { type: 'contacted', dispatchNo: 1, at: at('09-14 17:00') });
    expect([clock.startedAt, seen(clock)]).toStrictEqual([at('09-12 15:00'), { kind: 'first-contact', unit: 'water', dueOn: '2018-09-14', verdict: 'on-time', used: 2, late: 0 }]);
    expect(explainClock(clock, rules.calendar).sentence).toContain('自诉求人补留联系方式起2个工作日，2018年9月12日当日不计');
    expect(clockOf(first, later, ...base, left('09-12 15:00'))).toMatchObject({ verdict: 'void', voidedBy: 'no-contact-left' });
  });

  it('[Art. 17] is missed like any other when the file is closed without a contact', () => {
    expect(clockOf(late, later, ...base, left('09-12 15:00'), closed)).toMatchObject({ verdict: 'late', missed: true });
  });

  it('[Art. 17] before the dispatch is known to its unit from the beginning', () => {
    const clocks = settle([], [...base, left('09-10 09:30')], at('09-10 11:00'));
    expect(clocks.filter(({ kind }) => kind === 'first-contact')).toMatchObject([{ key: first, verdict: 'running', startedAt: at('09-10 10:00') }]);
  });

  it.each<[string, readonly TicketFact[], string]>([
    ['has answered', [...base, { type: 'feedback-given', dispatchNo: 1, at: at('09-12 09:00') }], 'feedback-given'],
    ['has closed its file', [...base, { type: 'closed', dispatchNo: 1, at: at('09-12 09:00') }], 'feedback-given'],
    ['gave it back', [...base, { type: 'return-decided', dispatchNo: 1, unit: 'water', accepted: true, at: at('09-12 09:00') }], 'return-accepted'],
    ['saw it recalled', [...base, { type: 'dispatch-withdrawn', dispatchNo: 1, reason: 'recalled', at: at('09-12 09:00') }], 'dispatch-recalled'],
    ['had one at first', [registered, ...base.slice(1)], 'contact-known'],
  ])('[Art. 17] starts no time of a unit that %s', (_name, facts, voidedBy) => {
    expect(clockOf(late, later, ...facts, left('09-12 15:00'))).toMatchObject({ verdict: 'void', voidedBy });
  });

  it('[Art. 17] comes to the same whichever was learnt first', () => {
    const facts = [...base, left('09-12 15:00'), closed];
    const whole = settle([], facts, later).map(({ key, verdict, startedAt, dueOn }) => [key, verdict, startedAt, dueOn]);
    const backwards = facts.reduce<ReturnType<typeof settle>>((clocks, _fact, index) => settle(clocks, facts.toReversed().slice(0, index + 1), later), []);
    expect(backwards.map(({ key, verdict, startedAt, dueOn }) => [key, verdict, startedAt, dueOn])).toStrictEqual(whole);
  });
});
