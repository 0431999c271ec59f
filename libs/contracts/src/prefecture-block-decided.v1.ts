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
  subject: '{blockId}',
  example: { blockId: '0165fa1c-2d40-7000-8000-000000000801', approved: true, receipt: 'CX-2018-1009', decidedAt: '2018-10-09T01:00:00.000Z' },
});
