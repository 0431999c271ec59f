import { accept, type Decision, type Instant, refuse } from '../shared/index.js';

/** A ticket that the prefecture sends down (Art. 14), by its number; of its content only the hash is known here (Art. 10). */
export type Transfer =
  | { readonly status: 'none' }
  /** Taken down, but intake has not answered yet. */
  | { readonly status: 'arriving'; readonly contentHash: string }
  | { readonly status: 'registered'; readonly contentHash: string; readonly ticketId: string; readonly ticketNumber: string; readonly registeredAt: Instant; readonly atDesk?: true }
  /** Intake refused it; a mended one may follow under the same number. */
  | { readonly status: 'refused'; readonly contentHash: string; readonly cause: string };

export type TransferCommand =
  | { readonly type: 'Receive'; readonly contentHash: string }
  | { readonly type: 'Register'; readonly contentHash: string; readonly ticketId: string; readonly ticketNumber: string; readonly at: Instant }
  /** The county's desk had typed in a ticket under the number. */
  | { readonly type: 'Recognise'; readonly ticketId: string; readonly ticketNumber: string; readonly at: Instant }
  | { readonly type: 'Reject'; readonly contentHash: string; readonly cause: string };

export type TransferEvent =
  | { readonly type: 'TransferArrived'; readonly contentHash: string }
  | { readonly type: 'TransferRegistered'; readonly contentHash: string; readonly ticketId: string; readonly ticketNumber: string; readonly at: Instant; readonly atDesk?: true }
  | { readonly type: 'TransferRejected'; readonly contentHash: string; readonly cause: string };

export const TRANSFER_REFUSALS = ['transfer-contradicts'] as const;
export type TransferRefusal = (typeof TRANSFER_REFUSALS)[number];

export const noTransfer: Transfer = { status: 'none' };

/**
 * Decides on a transfer: the same again is answered as before, other content under a registered number is a contradiction. What the desk had typed in
 * is the same by its number, whatever its words: nobody here has those to compare.
 */
export function decideTransfer(state: Transfer, command: TransferCommand): Decision<TransferEvent, TransferRefusal> {
  if (state.status === 'registered') {
    if (command.type === 'Recognise') return accept();
    if (state.atDesk) return command.type === 'Register' && command.ticketId === state.ticketId ? accept(registered(command, command.contentHash)) : accept();
    if (command.type !== 'Reject' && command.contentHash !== state.contentHash) return refuse('transfer-contradicts', { field: 'number' });
    return accept();
  }
  switch (command.type) {
    case 'Receive':
      return accept({ type: 'TransferArrived', contentHash: command.contentHash });
    case 'Register':
      return accept(registered(command, command.contentHash));
    case 'Recognise':
      return state.status === 'none' ? accept() : accept({ ...registered(command, state.contentHash), atDesk: true });
    case 'Reject':
      return accept({ type: 'TransferRejected', contentHash: command.contentHash, cause: command.cause });
  }
}

function registered({ ticketId, ticketNumber, at }: Extract<TransferCommand, { type: 'Register' | 'Recognise' }>, contentHash: string): Extract<TransferEvent, { type: 'TransferRegistered' }> {
  return { type: 'TransferRegistered', contentHash, ticketId, ticketNumber, at };
}

export function evolveTransfer(_: Transfer, event: TransferEvent): Transfer {
  const { contentHash } = event;
  switch (event.type) {
    case 'TransferArrived':
      return { status: 'arriving', contentHash };
    case 'TransferRegistered':
      return { status: 'registered', contentHash, ticketId: event.ticketId, ticketNumber: event.ticketNumber, registeredAt: event.at, ...(event.atDesk && { atDesk: true }) };
    case 'TransferRejected':
      return { status: 'refused', contentHash, cause: event.cause };
  }
}
