import { contract } from './contract.js';
import { InstantText, TicketId } from './field-rules.js';

export class BlockStartedV1 {
  @TicketId() blockId!: string;
  @InstantText() startedAt!: string;
  @InstantText() until!: string;
}

export const blockStartedV1 = contract('block.started.v1', BlockStartedV1, {
  producer: 'intake',
  promise: 'An approved block took effect until the given moment; an emergency still gets through (Art. 24).',
  subject: '{blockId}',
  example: { blockId: '0165fa1c-2d40-7000-8000-000000000801', startedAt: '2018-10-09T01:00:00.000Z', until: '2018-11-08T01:00:00.000Z' },
});
