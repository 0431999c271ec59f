import { BLOCK_GROUNDS, type BlockGround } from '@hotline/domain/shared';
import { contract } from './contract.js';
import { Count, InstantText, OneOf, TicketId, TicketIds } from './field-rules.js';

export class BlockAskedV1 {
  @TicketId() blockId!: string;
  @OneOf(BLOCK_GROUNDS) ground!: BlockGround;
  @TicketIds() evidenceTicketIds!: string[];
  @Count() days!: number;
  @InstantText() askedAt!: string;
}

export const blockAskedV1 = contract('block.asked.v1', BlockAskedV1, {
  producer: 'intake',
  promise: 'The county asked the prefecture to block a petitioner for harassment; nobody is named (Art. 24).',
  subject: '{blockId}',
  example: {
    blockId: '0165fa1c-2d40-7000-8000-000000000801', ground: 'harassment', evidenceTicketIds: ['0165fa1c-2d40-7000-8000-000000000017', '0165fb8e-1a80-7000-8000-000000000018'],
    days: 30, askedAt: '2018-10-08T01:00:00.000Z',
  },
});
