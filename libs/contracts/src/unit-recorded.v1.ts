import { UNIT_KINDS, type UnitKind } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { Code, Flag, InstantText, OneOf, OptionalCode, OptionalCodes } from './field-rules.js';

export class UnitRecordedV1 {
  @Code() code!: string;
  @Code() name!: string;
  @OneOf(UNIT_KINDS) kind!: UnitKind;
  @Flag() active!: boolean;
  /** Matters the unit is responsible for, in words a person would use; absent from a producer that does not keep them. */
  @OptionalCodes() responsibilities?: string[] | null;
  /** The unit that took over when this one was merged. */
  @OptionalCode() mergedInto?: string | null;
  @InstantText() recordedAt!: string;
}

export const unitRecordedV1 = contract('unit.recorded.v1', UnitRecordedV1, {
  producer: 'routing',
  promise: 'A unit of the directory was recorded or changed; the newest version is the whole truth (Art. 3).',
  subject: '{code}',
  example: { code: 'YM-SWJ', name: '元谋县水务局', kind: 'department', active: true, responsibilities: ['供水', '河道'], mergedInto: null, recordedAt: '2018-09-03T01:00:00.000Z' },
});
