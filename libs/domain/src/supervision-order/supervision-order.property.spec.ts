import fc from 'fast-check';
import { codesOf, instantOf, PETITIONER_KINDS, SUPERVISION_GROUNDS, type Instant } from '@hotline/domain/shared';
import { decide, evolve, initial, SUPERVISION_ORDER_REFUSALS, type OrderCommand, type OrderState } from './index.js';

const at = (time: string): Instant => instantOf(`2018-09-${time}+08:00`);
const rules = { now: at('28T18:00:00') };
const moment = fc.integer({ min: at('10T10:00:00'), max: at('20T10:00:00') });
const words = fc.constantFrom('', '有据可查');

const command: fc.Arbitrary<OrderCommand> = fc.oneof(
  fc.record({
    ...{ type: fc.constant('IssueOrder' as const), sequence: fc.integer({ min: 0, max: 3 }), ticketId: fc.constant('t-1'), dispatchNo: fc.constant(1), round: fc.integer({ min: 1, max: 3 }), unit: fc.constant('water') },
    ...{ ground: fc.constantFrom(...codesOf(SUPERVISION_GROUNDS)), petitionerKind: fc.constantFrom(null, ...codesOf(PETITIONER_KINDS)), issuer: fc.constant({ person: 'supervisor-1', body: '督查室' }) },
    ...{ finding: fc.constantFrom(null, { text: '未到场', by: 'supervisor-1', at: at('09T10:00:00') }), workingDays: fc.constantFrom(null, 0, 3), at: moment },
  }),
  fc.record({ type: fc.constant('Remind' as const), by: fc.constantFrom(null, 'supervisor-1'), dueOn: fc.constantFrom(null, '2018-09-14', '2018-09-18'), at: moment }),
  fc.record({ type: fc.constant('ReportBack' as const), unit: fc.constantFrom('water', 'housing'), text: words, at: moment }),
  fc.record({ type: fc.constant('JudgeReport' as const), accepted: fc.boolean(), note: words, by: fc.constant('supervisor-1'), at: moment }),
  fc.record({ type: fc.constant('LiftOrder' as const), reason: words, at: moment }),
);

/** Later steps get later moments, or hardly any sequence would go on. */
const life = fc.array(command, { maxLength: 20 }).map((commands) => {
  const moments = commands.map((each) => each.at).toSorted((a, b) => a - b);
  return commands.map((each, index): OrderCommand => ({ ...each, at: moments[index] ?? each.at }));
});

describe('any life of a supervision order', () => {
  it('[Art. 15(3)] reaches no unnamed state, a refusal is named and changes nothing, and what was said stays said', () => {
    fc.assert(
      fc.property(life, (commands) => {
        let state: OrderState = initial;
        for (const each of commands) {
          const before = structuredClone(state);
          const decision = decide(state, each, rules);
          expect(state).toStrictEqual(before);
          if (!decision.accepted) {
            expect(SUPERVISION_ORDER_REFUSALS).toContain(decision.refusal.slug);
            continue;
          }
          const after: OrderState = decision.events.reduce(evolve, state);
          if (after.status === 'none') throw new Error('an accepted command left no order');
          expect(['issued', 'reported', 'accepted', 'lifted']).toContain(after.status);
          if (state.status !== 'none') expect([after.orderNo, after.reminders.length >= state.reminders.length, after.reports.length >= state.reports.length]).toStrictEqual([state.orderNo, true, true]);
          if (after.ground === 'second-dissatisfaction') expect(after.finding).not.toBeNull();
          state = after;
        }
      }),
    );
  });
});
