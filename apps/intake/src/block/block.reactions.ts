import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { PrefectureBlockDecidedV1 } from '@hotline/contracts';
import { instantOf } from '@hotline/domain/shared';
import { EventContext } from '@hotline/messaging';
import { BlockService } from './block.service.js';
import { stepOfBlock } from './block-steps.js';
import { readBlock } from './block.store.js';

/** Starts or ends a block by the word of the prefecture; the first word counts, whoever says it again. */
@Controller()
export class DecideBlocksOnPrefectureDecision {
  constructor(@Inject(BlockService) private readonly blocks: BlockService) {}

  @EventPattern<string>('prefecture.block-decided.v1')
  async decided(@Payload() { blockId, approved, receipt, decidedAt }: PrefectureBlockDecidedV1, @Ctx() { tx }: EventContext): Promise<void> {
    const stored = await readBlock(tx, blockId, true);
    if (!stored) return; // of another county, or of a database that was restored from before
    const at = instantOf(decidedAt);
    const refusal = await stepOfBlock(tx, stored, { type: 'DecideBlock', approved, at }, this.blocks.rules(at));
    if (!refusal) tx.audit({ actor: { subject: 'prefecture', roles: ['prefecture'] } }, 'DecideBlock', blockId, { approved, receipt });
  }
}
