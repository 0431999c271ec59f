import { contract } from './contract.js';
import { Code, InstantText } from './field-rules.js';

export class AppraisalPeriodFrozenV1 {
  /** Local date in Asia/Shanghai. */
  @Code() from!: string;
  /** Local date in Asia/Shanghai, inclusive. */
  @Code() to!: string;
  @Code() scheme!: string;
  @Code() hash!: string;
  @InstantText() frozenAt!: string;
}

export const appraisalPeriodFrozenV1 = contract('appraisal.period-frozen.v1', AppraisalPeriodFrozenV1, {
  producer: 'appraisal',
  promise: 'Both bodies signed the scores of a period; they are frozen under this hash (Art. 22).',
});
