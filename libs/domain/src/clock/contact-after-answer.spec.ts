import { at, clockOf, dispatched, seen, settle } from '../../spec/clock-bench.js';
import type { TicketFact } from './index.js';

const later = at('12-01 12:00');
const key = 'first-contact:1:water';
const feedback: TicketFact = { type: 'feedback-given', dispatchNo: 1, at: at('09-10 16:00') };
const contacted: TicketFact = { type: 'contacted', dispatchNo: 1, at: at('09-11 10:00') };
const closed: TicketFact = { type: 'closed', dispatchNo: 1, at: at('09-11 15:00') };

describe('a call to the petitioner after the answer', () => {
  it('[Art. 17] stops first contact in time, until the file is closed, in whatever order that is told', () => {
    expect(clockOf(key, at('09-10 17:00'), dispatched(), feedback)).toMatchObject({ verdict: 'running', stoppedAt: null });
    expect(seen(clockOf(key, later, dispatched(), feedback, contacted, closed))).toMatchObject({ verdict: 'on-time', late: 0 });
    const learntLate = settle(settle([], [dispatched(), feedback, closed], at('09-11 16:00')), [dispatched(), closed, contacted, feedback], later);
    expect(learntLate.find((clock) => clock.key === key)).toMatchObject({ verdict: 'on-time', missed: false, stoppedAt: at('09-11 10:00') });
    expect(clockOf(key, later, dispatched(), feedback, closed)).toMatchObject({ verdict: 'late', missed: true });
  });
});
