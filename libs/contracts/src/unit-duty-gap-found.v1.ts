import { contract } from './contract.js';
import { Code, InstantText } from './field-rules.js';

export class UnitDutyGapFoundV1 {
  @Code() unit!: string;
  /** Local date in Asia/Shanghai. */
  @Code() date!: string;
  @InstantText() foundAt!: string;
}

export const unitDutyGapFoundV1 = contract('unit.duty-gap-found.v1', UnitDutyGapFoundV1, {
  producer: 'routing',
  promise: 'A day without a duty officer was found in the roster of a unit (Art. 3, 17).',
  subject: '{unit}:{date}',
  example: { unit: 'YM-SWJ', date: '2018-10-02', foundAt: '2018-10-01T22:00:00.000Z' },
});
