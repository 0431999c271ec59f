import { clockExample, ClockReading } from './clock-reading.js';
import { contract } from './contract.js';

export class ClockRescheduledV1 extends ClockReading {}

export const clockRescheduledV1 = contract('clock.rescheduled.v1', ClockRescheduledV1, {
  producer: 'sla',
  promise: 'A running clock moved to another deadline; carries the whole state of the clock, so the newest version is the whole truth (reading §3).',
  subject: '{clockId}',
  example: clockExample({ dueOn: '2018-10-25', dueAt: '2018-10-25T16:00:00.000Z', cause: 'extension' }),
});
