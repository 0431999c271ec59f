import { clockExample, ClockReading } from './clock-reading.js';
import { contract } from './contract.js';

export class ClockVoidedV1 extends ClockReading {}

export const clockVoidedV1 = contract('clock.voided.v1', ClockVoidedV1, {
  producer: 'sla',
  promise: 'A clock was cancelled without blame; carries the whole state of the clock, so the newest version is the whole truth (reading §3).',
  subject: '{clockId}',
  example: clockExample({ stoppedAt: '2018-09-25T01:00:00.000Z', verdict: 'void', cause: 'return-accepted' }),
});
