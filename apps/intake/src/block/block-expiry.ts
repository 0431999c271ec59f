import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import type { DueWork } from '../due/due-work.js';
import { BlockService } from './block.service.js';
import { stepOfBlock } from './block-steps.js';
import { takeOver } from './block.store.js';

const BATCH = 100;

/** Ends blocks whose time is over (Art. 24); any number of replicas may look, each block is ended and told once. */
@Injectable()
export class BlockExpiry implements DueWork {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(BlockService) private readonly blocks: BlockService,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  once(): Promise<'more' | 'done'> {
    return this.uow.run(async (tx) => {
      const now = this.time.now();
      const over = await takeOver(tx, now, BATCH);
      for (const stored of over) await stepOfBlock(tx, stored, { type: 'ExpireBlock', at: now }, this.blocks.rules(now));
      return over.length === BATCH ? 'more' : 'done';
    });
  }
}
