import { behaviour } from '@hotline/testing';
import fc from 'fast-check';
import { decideDelivery, DELIVERY_STATUSES, evolveDelivery, isOpen, pauseAfter, type Delivery, type DeliveryCommand, type DeliveryEvent } from './index.js';

const rules = { leaseMs: 60_000, firstPauseMs: 5_000, longestPauseMs: 3_600_000, giveUpAfterMs: 7 * 86_400_000 };
const initial: Delivery = { status: 'waiting', attempts: 0, firstTriedAt: null, nextAttemptAt: 1_000, receipt: null, fault: null, settledAt: null };
const { given } = behaviour({ initial, decide: decideDelivery, evolve: evolveDelivery, rules });
const began: DeliveryEvent = { type: 'TryBegan', at: 1_000, leaseUntil: 61_000 };

describe('a message to the prefecture', () => {
  it('[Art. 17] is tried when it is due, and again when the try is lost', () => {
    given().when({ type: 'Try', at: 999 }).thenRefused('message-not-due');
    given().when({ type: 'Try', at: 1_000 }).then([began]);
    given([began]).when({ type: 'Try', at: 60_999 }).thenRefused('message-not-due');
    given([began]).when({ type: 'Try', at: 61_000 }).then([{ type: 'TryBegan', at: 61_000, leaseUntil: 121_000 }]);
  });

  it('[Art. 17] keeps the receipt, and is settled by it once', () => {
    const receipt: DeliveryEvent = { type: 'Acknowledged', receipt: 'R-1', at: 2_000 };
    given([began]).when({ type: 'Acknowledge', receipt: 'R-1', attempt: 1, at: 2_000 }).then([receipt]);
    given([began, receipt]).when({ type: 'Acknowledge', receipt: 'R-1', attempt: 1, at: 3_000 }).thenRefused('message-settled');
    given([began, receipt]).when({ type: 'Try', at: 99_000 }).thenRefused('message-not-due');
  });

  it('[Art. 17] waits longer after each failure, as long as the peer asks, and needs a person after days', () => {
    const fail = { type: 'Fail', fault: 'peer-503', attempt: 1, chance: 0.5, at: 2_000 } as const;
    given([began]).when(fail).then([{ type: 'RetryPlanned', fault: 'peer-503', nextAttemptAt: 7_000 }]);
    given([began]).when({ ...fail, afterMs: 30_000 }).then([{ type: 'RetryPlanned', fault: 'peer-503', nextAttemptAt: 32_000 }]);
    given([began]).when({ ...fail, at: 1_000 + rules.giveUpAfterMs }).then([{ type: 'GivenUp', fault: 'peer-503', at: 1_000 + rules.giveUpAfterMs }]);
    given([began]).when({ ...fail, attempt: 2 }).thenRefused('stale-attempt');
    expect([1, 2, 3, 10, 11, 999].map((attempts) => pauseAfter(attempts, 0.5, rules))).toEqual([5_000, 10_000, 20_000, 2_560_000, 3_600_000, 3_600_000]);
    expect([0, 0.999_999].map((chance) => pauseAfter(1, chance, rules))).toEqual([4_000, 6_000]);
  });

  it('[Art. 17] that the peer refuses waits for a person, who sends it again or closes it', () => {
    const refused: DeliveryEvent = { type: 'Refused', fault: 'peer-422', at: 2_000 };
    given([began]).when({ type: 'Refuse', fault: 'peer-422', attempt: 1, at: 2_000 }).then([refused]);
    given([began, refused]).when({ type: 'Try', at: 999_000 }).thenRefused('message-not-due');
    given([began, refused]).when({ type: 'Resend', at: 3_000 }).then([{ type: 'PutBack', at: 3_000 }]);
    given([began, refused]).when({ type: 'Close', at: 3_000 }).then([{ type: 'ClosedByHand', at: 3_000 }]);
    given([began]).when({ type: 'Close', at: 3_000 }).thenRefused('message-under-way');
    given([began]).when({ type: 'Resend', at: 3_000 }).thenRefused('message-not-stuck');
  });

  it('[Art. 17(return)] that is out of date is not sent', () => {
    const withdrawn: DeliveryEvent = { type: 'Withdrawn', cause: 'decided-otherwise', at: 2_000 };
    given().when({ type: 'Withdraw', cause: 'decided-otherwise', at: 2_000 }).then([withdrawn]);
    given([withdrawn]).when({ type: 'Try', at: 9_000 }).thenRefused('message-not-due');
    given([withdrawn]).when({ type: 'Withdraw', cause: 'x', at: 9_000 }).thenRefused('message-settled');
  });

  it('[Art. 17] reaches no unnamed state, is settled once, and a refused command changes nothing', () => {
    const at = fc.nat(900_000);
    const attempt = fc.integer({ min: 1, max: 4 });
    const command: fc.Arbitrary<DeliveryCommand> = fc.oneof(
      fc.record({ type: fc.constantFrom('Try' as const, 'Resend' as const, 'Close' as const), at }),
      fc.record({ type: fc.constant('Acknowledge' as const), receipt: fc.constantFrom('R-1', 'R-2'), attempt, at }),
      fc.record({ type: fc.constant('Refuse' as const), fault: fc.constant('peer-422'), attempt, at }),
      fc.record({ type: fc.constant('Fail' as const), fault: fc.constant('peer-503'), attempt, chance: fc.constant(0.5), at }),
      fc.record({ type: fc.constant('Withdraw' as const), cause: fc.constant('x'), at }),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        let state: Delivery = initial;
        for (const each of commands) {
          const before = structuredClone(state);
          const decision = decideDelivery(state, each, rules);
          expect(state).toEqual(before);
          if (!decision.accepted) continue;
          expect(isOpen(state.status)).toBe(true);
          state = decision.events.reduce(evolveDelivery, state);
          expect(Object.keys(DELIVERY_STATUSES)).toContain(state.status);
          expect(state.settledAt === null).toBe(isOpen(state.status));
          expect(state.receipt !== null).toBe(state.status === 'acknowledged');
          expect(state.attempts).toBeGreaterThanOrEqual(before.attempts);
        }
      }),
    );
  });
});
