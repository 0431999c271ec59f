import fc from 'fast-check';
import { at, clockOf, joint, rules } from '../../spec/clock-bench.js';
import { trialPack } from '../../spec/trial-pack.js';
import { policyBook } from '../policy/index.js';
import { clocksOf, opinionDeadline, type TicketFact } from './index.js';

const terms = { dispatchedAt: at('09-10 10:00'), since: at('09-10 10:00'), resolve: 15, reserve: 3 };

describe('the deadline of an opinion as it is told', () => {
  it('[Art. 15(2)] leaves the lead the days of the policy, and the unit at least one', () => {
    expect(opinionDeadline(terms, rules.calendar)).toMatchObject({ dueOn: '2018-09-27', workingDays: 12, bound: false });
    expect(opinionDeadline({ ...terms, reserve: 15 }, rules.calendar)).toMatchObject({ dueOn: '2018-09-11', workingDays: 1, bound: false });
  });

  it('[Art. 15(2)] of a unit brought in later counts from then, but ends no later than that of the lead', () => {
    expect(opinionDeadline({ ...terms, since: at('09-11 09:00') }, rules.calendar)).toMatchObject({ dueOn: '2018-09-28', workingDays: 12, bound: false });
    expect(opinionDeadline({ ...terms, since: at('09-26 09:00') }, rules.calendar)).toMatchObject({ dueOn: '2018-09-30', workingDays: 12, bound: true });
  });

  it('[Art. 15(2)] counts in full once the lead is late', () => {
    const [atMidnight, before] = [at('10-01 00:00'), at('09-30 23:59')].map((since) => opinionDeadline({ ...terms, since }, rules.calendar));
    expect([atMidnight?.bound, before?.bound, before?.dueOn]).toEqual([false, true, '2018-09-30']);
    expect(atMidnight?.dueAt).toBe(rules.calendar.deadline(at('10-01 00:00'), 12).dueAt);
  });

  it('[Art. 15(2)] is that of the clock, whenever the unit came and whatever the policy reserves', () => {
    const moment = fc.integer({ min: 0, max: 40 * 24 }).map((hours) => joint.at + hours * 3_600_000);
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 20 }), (since, reserve) => {
        const pack = { ...trialPack, limits: { ...trialPack.limits, assistBeforeResolve: reserve } };
        const added: TicketFact = { type: 'assisting-added', dispatchNo: 1, unit: 'late-comer', at: since };
        const limits = clocksOf([joint, added], { ...rules, ...policyBook([pack]) }).filter(({ kind }) => kind === 'assist').map(({ unit, limit }) => ({ unit, limit }));
        expect(limits).toHaveLength(3);
        for (const [unit, from] of [['town', joint.at], ['late-comer', since]] as const) {
          const limit = limits.find((each) => each.unit === unit)?.limit;
          const own = limit?.unit === 'working-days' ? rules.calendar.deadline(limit.from, limit.workingDays).dueAt : Number.NaN;
          const notAfter = limit?.unit === 'working-days' && limit.notAfter ? rules.calendar.deadline(limit.notAfter.from, limit.notAfter.workingDays).dueAt : own;
          expect(opinionDeadline({ dispatchedAt: joint.at, since: from, resolve: pack.categories.complaint.resolve, reserve }, rules.calendar).dueAt).toBe(Math.min(own, notAfter));
        }
      }),
    );
    expect(clockOf('assist:1:town', joint.at, joint).dueOn).toBe('2018-09-27');
  });
});
