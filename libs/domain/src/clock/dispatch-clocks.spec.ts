import type { Category } from '@hotline/domain/shared';
import { at, clockOf, dispatched, joint, rules, seen, settle, targetOf } from '../../spec/clock-bench.js';
import { autumn2018, holidayCalendar } from '../../spec/holiday-calendar.js';
import { clocksOf, explainClock, reconcileTicket, type Clock, type TicketFact } from './index.js';

const later = at('12-01 12:00');
const feedback = (moment: string): TicketFact => ({ type: 'feedback-given', dispatchNo: 1, at: at(moment) });
const closed = (moment: string): TicketFact => ({ type: 'closed', dispatchNo: 1, at: at(moment) });
const asked = (unit: string, moment: string): TicketFact => ({ type: 'return-asked', dispatchNo: 1, unit, at: at(moment) });
const decided = (unit: string, accepted: boolean, moment: string): TicketFact => ({ type: 'return-decided', dispatchNo: 1, unit, accepted, at: at(moment) });

describe('the clocks of a dispatch', () => {
  it('[Art. 15] a transfer gives the lead its four clocks, a joint dispatch each unit its own', () => {
    expect(clocksOf([dispatched()], rules).map((target) => target.key)).toStrictEqual([
      'unit-sign:1:water',
      'return-window:1:water',
      'first-contact:1:water',
      'resolve:1:water',
    ]);
    expect(clocksOf([joint], rules).map((target) => target.key)).toStrictEqual([
      'unit-sign:1:water',
      'return-window:1:water',
      'unit-sign:1:town',
      'return-window:1:town',
      'unit-sign:1:roads',
      'return-window:1:roads',
      'first-contact:1:water',
      'resolve:1:water',
      'assist:1:town',
      'assist:1:roads',
    ]);
  });

  it.each<[Category, string, string]>([
    ['consultation', '2018-09-17', 'Art. 17(1)'],
    ['suggestion', '2018-09-30', 'Art. 17(2)'],
    ['help', '2018-09-30', 'Art. 17(2)'],
    ['complaint', '2018-09-30', 'Art. 17(3)'],
    ['report', '2018-09-30', 'Art. 17(3)'],
  ])('[Art. 17(1)–(3)] a %s dispatched on 2018-09-10 is due on %s', (category, dueOn, article) => {
    expect(clockOf('resolve:1:water', later, dispatched({ category }))).toMatchObject({ dueOn, article, startedAt: at('09-10 10:00'), unit: 'water' });
  });

  it('[Art. 17] rework is a further round with fresh clocks, and both rounds stay', () => {
    const again = dispatched({ dispatchNo: 2, round: 2, at: at('10-08 09:00') });
    const first = clockOf('resolve:1:water', later, dispatched(), feedback('09-12 09:00'), again);
    const second = clockOf('resolve:2:water', later, dispatched(), feedback('09-12 09:00'), again);
    expect(seen(first)).toMatchObject({ dueOn: '2018-09-17', verdict: 'on-time', used: 2 });
    expect(second).toMatchObject({ dueOn: '2018-10-15', verdict: 'running', round: 2 });
  });
});

describe('resolve', () => {
  it.each([
    ['09-17 23:59', 'on-time', 5, 0],
    ['09-18 00:00', 'late', 6, 1],
    ['09-20 12:00', 'late', 8, 3],
  ])('[Art. 17(1), 18] feedback at %s is %s after %i working days', (moment, verdict, used, late) => {
    expect(seen(clockOf('resolve:1:water', later, dispatched(), feedback(moment)))).toStrictEqual({
      kind: 'resolve',
      unit: 'water',
      dueOn: '2018-09-17',
      verdict,
      used,
      late,
    });
  });

  it('[Art. 17(1)] stopped on the Saturday after a Friday deadline is late by no whole working day', () => {
    const friday = dispatched({ at: at('09-07 10:00') });
    expect(seen(clockOf('resolve:1:water', later, friday, feedback('09-15 10:00')))).toMatchObject({ dueOn: '2018-09-14', verdict: 'late', used: 5, late: 0 });
  });
});

describe('unit-sign', () => {
  const key = 'unit-sign:1:water';

  it.each<[string, TicketFact[], string, string]>([
    ['signing', [{ type: 'signed', dispatchNo: 1, unit: 'water', at: at('09-11 23:59') }], '09-11 23:59', 'on-time'],
    ['signing too late', [{ type: 'signed', dispatchNo: 1, unit: 'water', at: at('09-12 00:00') }], '09-12 00:00', 'late'],
    ['asking to return', [asked('water', '09-11 09:00')], '09-11 09:00', 'on-time'],
    ['feedback when nobody signed', [feedback('09-13 09:00')], '09-13 09:00', 'late'],
  ])('[Art. 14, 17] stops with %s', (_name, facts, moment, verdict) => {
    expect(clockOf(key, later, dispatched(), ...facts)).toMatchObject({ dueOn: '2018-09-11', stoppedAt: at(moment), verdict });
  });

  it('[Art. 14, 17] the first of two signings counts, in whatever order they are learnt', () => {
    const early: TicketFact = { type: 'signed', dispatchNo: 1, unit: 'water', at: at('09-10 11:00') };
    const late: TicketFact = { ...early, at: at('09-12 11:00') };
    expect(targetOf(key, late, dispatched(), early)).toStrictEqual(targetOf(key, dispatched(), early));
  });
});

describe('first-contact', () => {
  const key = 'first-contact:1:water';

  it('[Art. 17] stops with the contact that counts', () => {
    expect(seen(clockOf(key, later, dispatched(), { type: 'contacted', dispatchNo: 1, at: at('09-12 18:00') }))).toStrictEqual({
      kind: 'first-contact',
      unit: 'water',
      dueOn: '2018-09-12',
      verdict: 'on-time',
      used: 2,
      late: 0,
    });
  });

  it('[Art. 17] feedback is no contact; closing without one ends it, late', () => {
    expect(targetOf(key, dispatched(), feedback('09-11 09:00')).stoppedAt).toBeNull();
    expect(clockOf(key, later, dispatched(), feedback('09-11 09:00'), closed('09-14 09:00'))).toMatchObject({ stoppedAt: at('09-14 09:00'), verdict: 'late' });
  });

  it('[Art. 17] a file closed before the deadline without any contact is no contact in time, until one becomes known', () => {
    const facts = [dispatched(), feedback('09-11 09:00'), closed('09-11 10:00')];
    const missed = settle([], facts, later);
    expect(missed.find((clock) => clock.key === key)).toMatchObject({ stoppedAt: at('09-11 10:00'), verdict: 'late', missed: true, workingDaysLate: 0 });
    const learnt = settle(missed, [...facts, { type: 'contacted', dispatchNo: 1, at: at('09-11 08:00') }], later);
    expect(learnt.find((clock) => clock.key === key)).toMatchObject({ stoppedAt: at('09-11 08:00'), verdict: 'on-time', missed: false });
  });
});

describe('assist', () => {
  it('[Art. 15(2)] is due three working days before the lead, and stops with the opinion', () => {
    const clock = clockOf('assist:1:town', later, joint, { type: 'opinion-given', dispatchNo: 1, unit: 'town', at: at('09-26 09:00') });
    expect(seen(clock)).toStrictEqual({ kind: 'assist', unit: 'town', dueOn: '2018-09-27', verdict: 'on-time', used: 11, late: 0 });
    expect(clock.limitParts).toStrictEqual([
      { source: 'policy', workingDays: 15 },
      { source: 'before-resolve', workingDays: -3 },
    ]);
  });

  it('[Art. 15(2)] never has less than a working day', () => {
    const short = { ...rules, policyOf: (ref: string) => ({ ...rules.policyOf(ref), limits: { ...rules.policyOf(ref).limits, assistBeforeResolve: 20 } }) };
    expect(clocksOf([joint], short).find((target) => target.kind === 'assist')?.limit).toStrictEqual({
      unit: 'working-days',
      from: at('09-10 10:00'),
      workingDays: 1,
      notAfter: null,
    });
  });

  it('[Art. 15(2)] an answer of the lead without the opinion ends it', () => {
    expect(clockOf('assist:1:roads', later, joint, feedback('09-29 09:00'))).toMatchObject({ stoppedAt: at('09-29 09:00'), verdict: 'late' });
  });
});

describe('paper-filing', () => {
  it('[Art. 18] runs five working days from feedback until the county registers the paper', () => {
    const clock = clockOf('paper-filing:1:water', later, dispatched(), feedback('09-17 09:00'), closed('09-25 09:00'));
    expect(seen(clock)).toStrictEqual({ kind: 'paper-filing', unit: 'water', dueOn: '2018-09-25', verdict: 'on-time', used: 5, late: 0 });
  });
});

describe('returns', () => {
  it('[Art. 17(return)] the window is one working day, three with an on-site check, and asking within it is on time', () => {
    const onSite: TicketFact = { type: 'on-site-check-declared', dispatchNo: 1, unit: 'water', at: at('09-11 09:00') };
    expect(clockOf('return-window:1:water', at('09-10 12:00'), dispatched())).toMatchObject({ dueOn: '2018-09-11', verdict: 'running' });
    expect(clockOf('return-window:1:water', later, dispatched(), onSite, asked('water', '09-13 09:00'))).toMatchObject({ dueOn: '2018-09-13', verdict: 'on-time' });
  });

  it('[Art. 17(return)] a ruling gives no unit a window', () => {
    const kinds = (ruling: boolean): string[] => clocksOf([{ ...joint, ruling }], rules).map((target) => target.kind);
    expect(kinds(true)).toStrictEqual(kinds(false).filter((kind) => kind !== 'return-window'));
  });

  it('[Art. 17(return)] a window that nobody used lapses without blame', () => {
    const lapsed = { verdict: 'void', stoppedAt: null, overdueAt: null, wakeAt: null };
    expect(clockOf('return-window:1:water', later, dispatched())).toMatchObject(lapsed);
    expect(clockOf('return-window:1:water', later, dispatched(), asked('water', '09-12 09:00'))).toMatchObject(lapsed);
  });

  it('[Art. 17(return), 18] a window that is open when the lead answers, or the file is closed, ends with it, of every unit alike', () => {
    const early = feedback('09-10 16:00');
    const ended = { verdict: 'void', voidedBy: 'feedback-given', stoppedAt: null, overdueAt: null, wakeAt: null };
    for (const key of ['return-window:1:water', 'return-window:1:town']) expect(clockOf(key, at('09-10 17:00'), joint, early)).toMatchObject(ended);
    expect(clockOf('return-window:1:water', at('09-10 17:00'), joint, { type: 'closed', dispatchNo: 1, at: at('09-10 16:30') })).toMatchObject(ended);
    expect(explainClock(clockOf('return-window:1:water', later, joint, early), rules.calendar).sentence).toMatch(/；该时限因已反馈办理结果而不再计算，不作超时认定。$/);
  });

  it('[Art. 17(return)] a window that had lapsed, was used, or was void with its dispatch is none that the answer ends', () => {
    const answer = feedback('09-12 09:00');
    expect(clockOf('return-window:1:water', later, dispatched(), answer)).toMatchObject({ verdict: 'void', voidedBy: 'lapsed' });
    expect(clockOf('return-window:1:water', later, dispatched(), asked('water', '09-11 09:00'), answer)).toMatchObject({ verdict: 'on-time', stoppedAt: at('09-11 09:00') });
    const withdrawn: TicketFact = { type: 'dispatch-withdrawn', dispatchNo: 1, at: at('09-10 12:00') };
    expect(clockOf('return-window:1:water', later, dispatched(), feedback('09-10 16:00'), withdrawn)).toMatchObject({ verdict: 'void', voidedBy: 'dispatch-withdrawn' });
  });

  it('[Art. 17(return)] whether the window had lapsed is settled by the moments, not by what was learnt first; nothing is told twice', () => {
    const window = (clocks: readonly Clock[]): Clock | undefined => clocks.find((clock) => clock.key === 'return-window:1:water');
    const swept = settle([], [dispatched()], later);
    expect(window(swept)).toMatchObject({ voidedBy: 'lapsed', version: 1 });
    expect(window(settle(swept, [dispatched(), feedback('09-10 16:00')], later))).toMatchObject({ voidedBy: 'feedback-given' });
    const [change] = reconcileTicket(swept, [dispatched(), feedback('09-12 09:00')], later, rules).filter(({ clock }) => clock.kind === 'return-window');
    expect(change).toMatchObject({ clock: { voidedBy: 'lapsed' }, events: [{ type: 'ClockAdjusted' }] });
  });

  it('[Art. 17(return), 7] a provisional window is never said to have lapsed', () => {
    const open = { ...rules, calendar: holidayCalendar({ ...autumn2018, publishedThrough: '2018-09-10' }) };
    const clocks = settle([], [dispatched(), feedback('09-20 09:00')], later, open);
    expect(clocks.find((clock) => clock.kind === 'return-window')).toMatchObject({ provisional: true, verdict: 'void', voidedBy: 'feedback-given' });
  });

  it('[Art. 17(return)] the county has one working day to decide', () => {
    const clock = clockOf('return-review:1:county:water', later, dispatched(), asked('water', '09-11 09:00'), decided('water', false, '09-13 09:00'));
    expect(seen(clock)).toStrictEqual({ kind: 'return-review', unit: 'county', dueOn: '2018-09-12', verdict: 'late', used: 2, late: 1 });
  });

  it('[Art. 17(return)] an accepted return of the lead voids every clock of the dispatch but the county’s own', () => {
    const facts = [joint, asked('water', '09-11 09:00'), decided('water', true, '09-11 15:00')];
    const verdicts = clocksOf(facts, rules).map((target) => [target.key, clockOf(target.key, later, ...facts).verdict]);
    expect(verdicts).toStrictEqual([
      ['county-dispatch:0:county:return-1', 'running'],
      ['unit-sign:1:water', 'void'],
      ['return-window:1:water', 'void'],
      ['return-review:1:county:water', 'on-time'],
      ['unit-sign:1:town', 'void'],
      ['return-window:1:town', 'void'],
      ['unit-sign:1:roads', 'void'],
      ['return-window:1:roads', 'void'],
      ['first-contact:1:water', 'void'],
      ['resolve:1:water', 'void'],
      ['assist:1:town', 'void'],
      ['assist:1:roads', 'void'],
    ]);
  });

  it('[Art. 17(return)] an accepted return of an assisting unit voids that unit’s clocks only', () => {
    const facts = [joint, asked('town', '09-11 09:00'), decided('town', true, '09-11 15:00')];
    const voided = clocksOf(facts, rules).filter((target) => target.voided);
    expect(voided.map((target) => target.key)).toStrictEqual(['unit-sign:1:town', 'return-window:1:town', 'assist:1:town']);
  });

  it('[Art. 17(return)] a refused return gives back what the county took beyond its own limit', () => {
    const facts = [dispatched(), asked('water', '09-11 09:00'), decided('water', false, '09-14 09:00'), feedback('09-19 09:00')];
    const clock = clockOf('resolve:1:water', later, ...facts);
    expect(clock.limitParts).toStrictEqual([
      { source: 'policy', workingDays: 5 },
      {
        source: 'return-review-credit',
        workingDays: 2,
        ref: 'water',
        reviews: [{ reviewer: 'county', from: at('09-11 09:00'), to: at('09-14 09:00'), allowed: 1 }],
      },
    ]);
    expect(seen(clock)).toMatchObject({ dueOn: '2018-09-19', verdict: 'on-time', used: 7 });
  });

  it('[Art. 17(return)] a return refused in time gives nothing, and an assisting unit’s gives the lead nothing', () => {
    expect(targetOf('resolve:1:water', dispatched(), asked('water', '09-11 09:00'), decided('water', false, '09-12 23:00')).limitParts).toHaveLength(1);
    const facts = [joint, asked('town', '09-11 09:00'), decided('town', false, '09-14 09:00')];
    expect(targetOf('resolve:1:water', ...facts).limitParts).toHaveLength(1);
    expect(targetOf('assist:1:town', ...facts).limit).toMatchObject({ workingDays: 14 });
    expect(targetOf('assist:1:roads', ...facts).limit).toMatchObject({ workingDays: 12 });
  });

  it('[Art. 17(return)] a contact made before asking gains nothing from a slow refusal', () => {
    const contact: TicketFact = { type: 'contacted', dispatchNo: 1, at: at('09-10 15:00') };
    const facts = [dispatched(), asked('water', '09-11 09:00'), decided('water', false, '09-14 09:00')];
    expect(targetOf('first-contact:1:water', ...facts, contact).limit).toMatchObject({ workingDays: 2 });
    expect(targetOf('first-contact:1:water', ...facts).limit).toMatchObject({ workingDays: 4 });
    const late: TicketFact = { type: 'contacted', dispatchNo: 1, at: at('09-13 09:00') };
    const afterwards = [dispatched(), late, asked('water', '09-13 15:00'), decided('water', false, '09-18 09:00')];
    expect(targetOf('first-contact:1:water', ...afterwards).limit).toMatchObject({ workingDays: 2 });
  });
});
