import type { Block, BlockEvent, BlockRequest } from './block.js';

/** The block after an event; throws when the event cannot follow, since `decide` never lets that happen. */
export function evolve(state: Block, event: BlockEvent): Block {
  if (event.type === 'BlockAsked') {
    const { type, ...request } = event;
    return { status: 'asked', ...request };
  }
  if (state.status === 'unasked') throw new Error(`${event.type} on a block that nobody asked for`);
  switch (event.type) {
    case 'BlockStarted':
      return { status: 'running', ...requestOf(state), startedAt: event.at, until: event.until, reviewDueAt: event.reviewDueAt };
    case 'BlockKept':
      if (state.status !== 'running') throw new Error('only a running block is kept');
      return { ...state, reviewDueAt: event.reviewDueAt };
    case 'BlockEnded':
      return { status: 'ended', ...requestOf(state), startedAt: 'startedAt' in state ? state.startedAt : null, cause: event.cause, endedAt: event.at };
  }
}

function requestOf({ blockId, ground, evidenceTicketIds, days, askedAt }: BlockRequest): BlockRequest {
  return { blockId, ground, evidenceTicketIds, days, askedAt };
}
