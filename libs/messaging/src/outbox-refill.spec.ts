import { HISTORY_KEPT_DAYS } from '@hotline/persistence';
import { testTopology } from '@hotline/testing/topology';
import { REFILL_DAYS } from './outbox-refill.js';

it('what consumers have handled is known for longer than it can be delivered again: refilled, held, dead, and re-driven', () => {
  const [main = NaN, dead = NaN] = testTopology('900000').streams.map(({ maxAgeDays }) => maxAgeDays);
  expect(REFILL_DAYS + main + dead + main).toBeLessThan(HISTORY_KEPT_DAYS);
});
