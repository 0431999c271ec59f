import { contract } from './contract.js';
import { Code, Flag, InstantText, TicketId } from './field-rules.js';

export class PrefectureBlockDecidedV1 {
  @TicketId() blockId!: string;
  @Flag() approved!: boolean;
  @Code() receipt!: string;
  @InstantText() decidedAt!: string;
}

export const prefectureBlockDecidedV1 = contract('prefecture.block-decided.v1', PrefectureBlockDecidedV1, {
  producer: 'prefecture',
  promise: 'The prefecture decided on a block (Art. 24).',
});
