import { clockExample, ClockReading } from './clock-reading.js';
import { contract } from './contract.js';

export class ClockWarnedV1 extends ClockReading {}

export const clockWarnedV1 = contract('clock.warned.v1', ClockWarnedV1, {
  producer: 'sla',
  promise: 'A clock came near its deadline; carries the whole state of the clock, so the newest version is the whole truth (reading §3).',
  subject: '{clockId}',
  example: clockExample({ cause: 'half' }),
});
