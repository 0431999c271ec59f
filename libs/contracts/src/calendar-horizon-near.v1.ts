import { contract } from './contract.js';
import { Code, Count, InstantText } from './field-rules.js';

export class CalendarHorizonNearV1 {
  @Code() layer!: string;
  @Count() year!: number;
  /** Calendar days. */
  @Count() daysLeft!: number;
  @InstantText() noticedAt!: string;
}

export const calendarHorizonNearV1 = contract('calendar.horizon-near.v1', CalendarHorizonNearV1, {
  producer: 'sla',
  promise: 'The last published year of a calendar layer ends soon; deadlines beyond it are provisional (reading §2.5).',
  subject: '{layer}-{year}',
  example: { layer: 'national', year: 2018, daysLeft: 60, noticedAt: '2018-11-01T16:00:00.000Z' },
});
