import { clockExample, ClockReading } from './clock-reading.js';
import { contract } from './contract.js';

export class ClockOverdueV1 extends ClockReading {}

export const clockOverdueV1 = contract('clock.overdue.v1', ClockOverdueV1, {
  producer: 'sla',
  promise: 'A clock passed its deadline; carries the whole state of the clock, so the newest version is the whole truth (reading §3).',
  subject: '{clockId}',
  example: clockExample({ overdueAt: '2018-10-18T16:00:00.000Z', verdict: 'late' }),
});
