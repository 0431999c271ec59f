import { clockExample, ClockReading } from './clock-reading.js';
import { contract } from './contract.js';

export class ClockStartedV1 extends ClockReading {}

export const clockStartedV1 = contract('clock.started.v1', ClockStartedV1, {
  producer: 'sla',
  promise: 'A clock began to run, or was recorded already complete; carries the whole state of the clock, so the newest version is the whole truth (reading §3).',
  subject: '{clockId}',
  example: clockExample(),
});
