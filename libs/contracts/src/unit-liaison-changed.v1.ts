import { contract } from './contract.js';
import { Code, Count, Flag, TicketId } from './field-rules.js';

export class UnitLiaisonChangedV1 {
  @TicketId() changeId!: string;
  @Code() unit!: string;
  /** Local date in Asia/Shanghai. */
  @Code() changedOn!: string;
  /** Local date in Asia/Shanghai. */
  @Code() reportedOn!: string;
  @Count() workingDays!: number;
  @Flag() late!: boolean;
}

export const unitLiaisonChangedV1 = contract('unit.liaison-changed.v1', UnitLiaisonChangedV1, {
  producer: 'routing',
  promise: 'A unit reported a change of its liaison; late when it took more working days than the policy allows (Art. 3, 23(5)).',
  subject: '{changeId}',
  example: { changeId: '0165fa1c-2d40-7000-8000-000000000151', unit: 'YM-SWJ', changedOn: '2018-09-03', reportedOn: '2018-09-21', workingDays: 14, late: true },
});
