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
});
