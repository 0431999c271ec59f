import type { StatutoryUnit } from '@hotline/domain/shared';
import fc from 'fast-check';
import { after, at, rules, settle } from '../../spec/clock-bench.js';
import { trialPack } from '../../spec/trial-pack.js';
import { clocksOf, factKey, reconcile, tick, type Clock, type DispatchedFact, type TicketFact } from './index.js';

const HOUR = 3_600_000;
const now = at('11-01 12:00');
const units = ['water', 'town', 'roads'] as const;

/** Moments within seven weeks from acceptance, the October holiday included, on full hours. */
const moment = fc.integer({ min: 0, max: 7 * 7 * 24 }).map((hours) => at('09-10 09:00') + hours * HOUR);
const dispatchNo = fc.integer({ min: 1, max: 3 });
const unit = fc.constantFrom(...units);
const category = fc.constantFrom('consultation', 'help', 'complaint' as const) as fc.Arbitrary<DispatchedFact['category']>;

function dispatchedAs(number: number): fc.Arbitrary<TicketFact> {
  return fc.record({ at: moment, category, lead: unit, joint: fc.boolean(), prefectureTransfer: fc.boolean() }).map(({ joint, ...rest }) => ({
    type: 'dispatched',
    dispatchNo: number,
    round: number,
    mode: joint ? 'joint' : 'transfer',
    assisting: joint ? units.filter((name) => name !== rest.lead) : [],
    policy: 'trial@1',
    ...rest,
  }));
}

/** Any fact that may follow a dispatch, plausible or not: the clocks must not depend on plausibility. */
const step: fc.Arbitrary<TicketFact> = fc.oneof(
  fc.record({ type: fc.constantFrom('signed', 'opinion-given', 'on-site-check-declared', 'return-asked' as const), dispatchNo, unit, at: moment }) as fc.Arbitrary<TicketFact>,
  fc.record({ type: fc.constantFrom('contacted', 'result-entered', 'feedback-given', 'closed' as const), dispatchNo, at: moment }) as fc.Arbitrary<TicketFact>,
  fc.record({ type: fc.constant('return-decided' as const), dispatchNo, unit, accepted: fc.boolean(), at: moment }),
  fc.record({ type: fc.constantFrom('answered', 'declined', 'contact-left', 'primary-declined', 'petitioner-told', 'upstream-return-asked' as const), at: moment }) as fc.Arbitrary<TicketFact>,
  fc.record({ type: fc.constantFrom('linked', 'unlinked' as const), link: fc.constantFrom('duplicate', 'repeat', 'merged' as const), at: moment }) as fc.Arbitrary<TicketFact>,
  fc.record({ type: fc.constant('rework-awaits-dispatch' as const), round: fc.integer({ min: 2, max: 4 }), at: moment }),
  fc.record({ type: fc.constant('upstream-return-decided' as const), accepted: fc.boolean(), at: moment }),
  fc.record({ type: fc.constantFrom('escalated', 'escalation-acknowledged' as const), escalationId: fc.constantFrom('e1', 'e2'), at: moment }) as fc.Arbitrary<TicketFact>,
  fc.record({ type: fc.constant('supervision-ordered' as const), orderNo: fc.constantFrom('1', '2'), dispatchNo, unit, workingDays: fc.option(fc.integer({ min: 1, max: 20 })), at: moment }),
  fc.record({ type: fc.constant('supervision-lifted' as const), orderNo: fc.constantFrom('1', '2'), at: moment }),
  fc.record({ type: fc.constant('extension-asked' as const), extensionId: fc.constantFrom('x1', 'x2'), dispatchNo, unit, workingDays: fc.integer({ min: 1, max: 10 }), at: moment }),
  fc.record({ type: fc.constant('extension-forwarded' as const), extensionId: fc.constantFrom('x1', 'x2'), at: moment }),
  fc.record({ type: fc.constant('dispatch-withdrawn' as const), dispatchNo, reason: fc.constantFrom('recalled' as const, 'declined' as const), at: moment }, { requiredKeys: ['type', 'dispatchNo', 'at'] }),
  fc.record({ type: fc.constant('assisting-added' as const), dispatchNo, unit, at: moment }),
  fc.record({ type: fc.constant('category-changed' as const), category, previous: category, at: moment }),
  fc.record({
    type: fc.constant('statutory-limit-set' as const),
    limitId: fc.constantFrom('s1', 's2'),
    dispatchNo,
    legalBasis: fc.constant('《条例》第十条'),
    amount: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom('working-days', 'calendar-days', 'hours' as const) as fc.Arbitrary<StatutoryUnit>,
    approver: fc.constant('分管副县长'),
    at: moment,
  }),
  fc.record({ type: fc.constant('statutory-limit-revoked' as const), limitId: fc.constantFrom('s1', 's2'), at: moment }),
  fc.record({
    type: fc.constant('extension-decided' as const),
    extensionId: fc.constantFrom('x1', 'x2'),
    by: fc.constantFrom('county', 'prefecture' as const) as fc.Arbitrary<'county' | 'prefecture'>,
    granted: fc.boolean(),
    workingDays: fc.integer({ min: 1, max: 10 }),
    at: moment,
  }),
);

/** Facts are immutable: two different ones under one key would be a fault of the sender. */
function oneOfEachKey(facts: readonly TicketFact[]): TicketFact[] {
  return [...new Map(facts.map((fact) => [factKey(fact), fact])).values()];
}

const life: fc.Arbitrary<TicketFact[]> = fc
  .tuple(fc.constantFrom(undefined, '2018-09-18', '2018-09-30', '2019-01-04'), fc.boolean(), fc.boolean(), moment, dispatchedAs(1), dispatchedAs(2), dispatchedAs(3), fc.array(step, { maxLength: 30 }))
  .map(([prefectureDueOn, prefectureTransfer, anonymous, acceptedAt, first, second, third, steps]): TicketFact[] => [
    { type: 'registered', channel: prefectureTransfer ? 'prefecture' : 'phone', category: 'help', prefectureTransfer, receivedAt: at('09-10 09:00'), ...(anonymous && { contactable: false }), ...(prefectureDueOn && { prefectureDueOn }) },
    { type: 'accepted', at: acceptedAt },
    first,
    second,
    third,
    ...steps,
  ])
  .map(oneOfEachKey);

const shuffled = life.chain((facts) =>
  fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts, ...facts], { minLength: 2 * facts.length, maxLength: 2 * facts.length })),
);

/** What of a clock must not depend on the course of events: all but what was said on the way. */
function lasting(clocks: readonly Clock[]): unknown[] {
  return clocks.map(({ version: _version, movedBy: _movedBy, basis: _basis, warned: _warned, wakeAt, ...rest }) => ({ ...rest, asleep: wakeAt === null }));
}

/** The date that the prefecture set. */
function wantedBy(facts: readonly TicketFact[]): string | null {
  return facts.find((fact) => fact.type === 'registered')?.prefectureDueOn ?? null;
}

/** The sweep: tick until nothing wakes. */
function swept(clocks: readonly Clock[]): Clock[] {
  return clocks.map((clock) => {
    let state = clock;
    for (let rounds = 0; state.wakeAt !== null && state.wakeAt <= now; rounds += 1) {
      if (rounds > 5) throw new Error('the clock wakes without end');
      state = after(state, tick(state, now, rules));
    }
    return state;
  });
}

describe('the clocks of a ticket', () => {
  it('[Art. 17] are the same for every order and number of deliveries', () => {
    fc.assert(
      fc.property(shuffled, ([facts, deliveries]) => {
        expect(clocksOf(deliveries, rules)).toStrictEqual(clocksOf(facts, rules));
      }),
    );
  });

  it('[Art. 17] end the same whether the facts were learnt at once or one by one, swept in between', () => {
    fc.assert(
      fc.property(shuffled, ([facts, deliveries]) => {
        const known: TicketFact[] = [];
        const oneByOne = deliveries.reduce<Clock[]>((clocks, fact) => {
          known.push(fact);
          return swept(settle(clocks, known, now));
        }, []);
        expect(lasting(oneByOne)).toStrictEqual(lasting(swept(settle([], facts, now))));
      }),
      { numRuns: 200 },
    );
  });

  it('[Art. 17] facts that were weighed before bring about nothing, and a tick repeated says nothing', () => {
    fc.assert(
      fc.property(life, (facts) => {
        const clocks = swept(settle([], facts, now));
        expect(clocks.flatMap((clock) => tick(clock, now, rules))).toStrictEqual([]);
        const byKey = new Map(clocks.map((clock) => [clock.key, clock]));
        expect(clocksOf([...facts, ...facts], rules).flatMap((target) => reconcile(byKey.get(target.key), target, now, rules))).toStrictEqual([]);
      }),
    );
  });

  it('[Art. 17] stop with a verdict that agrees with the deadline, and charge nobody for what is void', () => {
    fc.assert(
      fc.property(life, (facts) => {
        for (const clock of settle([], facts, now)) {
          expect(clock.dueAt).toBeGreaterThan(clock.limit.from);
          if (clock.verdict === 'on-time') expect(clock.stoppedAt).toBeLessThan(clock.dueAt);
          if (clock.verdict === 'late') expect(clock).toMatchObject({ overdueAt: clock.dueAt });
          if (clock.verdict === 'late' && clock.kind !== 'first-contact') expect(clock.stoppedAt).toBeGreaterThanOrEqual(clock.dueAt); // nobody is late by another's act
          expect(clock.prefectureDueOn).toBe(clock.kind === 'resolve' ? wantedBy(facts) : null);
          if (clock.kind === 'first-contact' && clock.verdict !== 'void' && facts.some((fact) => fact.type === 'registered' && fact.contactable === false)) expect(clock.startedAt).toBeGreaterThanOrEqual(facts.find((fact) => fact.type === 'contact-left')?.at ?? Infinity);
          const extended = clock.limitParts.reduce((days, { source, workingDays }) => (source === 'extension' ? days + workingDays : days), 0);
          if (clock.category !== null) expect(extended).toBeLessThanOrEqual(trialPack.categories[clock.category].extensionCap);
          if (clock.verdict === 'void') expect(clock).toMatchObject({ stoppedAt: null, overdueAt: null, wakeAt: null, workingDaysUsed: null, workingDaysLate: null });
        }
      }),
    );
  });
});
