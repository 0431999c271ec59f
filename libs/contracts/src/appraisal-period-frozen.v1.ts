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
  subject: '{period}',
  example: { from: '2018-09-01', to: '2018-09-30', scheme: 'yuanmou-2018@1', hash: '9f2c1f6d0f6c6b7f9a0f4f5d1c3e2b4a5968778695a4b3c2d1e0f9e8d7c6b5a4', frozenAt: '2018-10-15T08:30:00.000Z' },
});
