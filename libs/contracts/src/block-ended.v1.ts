import { BLOCK_ENDS, type BlockEnd } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { InstantText, OneOf, TicketId } from './field-rules.js';

export class BlockEndedV1 {
  @TicketId() blockId!: string;
  @OneOf(BLOCK_ENDS) cause!: BlockEnd;
  @InstantText() endedAt!: string;
}

export const blockEndedV1 = contract('block.ended.v1', BlockEndedV1, {
  producer: 'intake',
  promise: 'A block ended, by its time, by review or because the prefecture refused it (Art. 24).',
  subject: '{blockId}',
  example: { blockId: '0165fa1c-2d40-7000-8000-000000000801', cause: 'expired', endedAt: '2018-11-08T01:00:00.000Z' },
});
