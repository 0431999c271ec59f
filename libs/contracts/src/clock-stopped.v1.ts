import { clockExample, ClockReading } from './clock-reading.js';
import { contract } from './contract.js';

export class ClockStoppedV1 extends ClockReading {}

export const clockStoppedV1 = contract('clock.stopped.v1', ClockStoppedV1, {
  producer: 'sla',
  promise: 'A clock stopped and its verdict is frozen; carries the whole state of the clock, so the newest version is the whole truth (reading §3).',
  subject: '{clockId}',
  example: clockExample({ stoppedAt: '2018-10-16T09:00:00.000Z', verdict: 'on-time', workingDaysUsed: 13, workingDaysLate: 0 }),
});
