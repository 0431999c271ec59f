import { blockAskedV1, blockEndedV1, blockStartedV1 } from '@hotline/contracts';
import type { block } from '@hotline/domain';
import { isoOf } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';

/** Tells of a block by its id; nobody is named (Art. 10, 24). */
export function emitBlockEvent(tx: Transaction, blockId: string, event: block.BlockEvent, version: number): void {
  switch (event.type) {
    case 'BlockAsked': {
      const { ground, evidenceTicketIds, days, askedAt } = event;
      return tx.emit(blockAskedV1, { subject: blockId, version, at: askedAt }, { blockId, ground, evidenceTicketIds: [...evidenceTicketIds], days, askedAt: isoOf(askedAt) });
    }
    case 'BlockStarted':
      return tx.emit(blockStartedV1, { subject: blockId, version, at: event.at }, { blockId, startedAt: isoOf(event.at), until: isoOf(event.until) });
    case 'BlockEnded':
      return tx.emit(blockEndedV1, { subject: blockId, version, at: event.at }, { blockId, cause: event.cause, endedAt: isoOf(event.at) });
    case 'BlockKept':
      return; // nothing changes for anybody else
  }
}
