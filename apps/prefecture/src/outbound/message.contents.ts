import type {
  BlockAskedV1,
  ExtensionForwardedV1,
  TicketAnsweredV1,
  TicketClosedV1,
  TicketDispatchedV1,
  TicketFeedbackGivenV1,
  TicketUpstreamReturnAskedV1,
} from '@hotline/contracts';
import { instantOf } from '@hotline/domain/shared';
import type { NewMessage } from './message.store.js';

/** Where a transfer is now: which unit has it (Art. 14). */
export function progressMessage({ ticketId, dispatchNo, round, mode, lead, assisting, dispatchedAt }: TicketDispatchedV1): NewMessage {
  return about(ticketId, 'progress', `progress:${ticketId}:${dispatchNo}`, dispatchedAt, { dispatchNo, round, mode, lead, assisting });
}

/** The county answered it itself (Art. 18). */
export function answerMessage({ ticketId, answeredAt }: TicketAnsweredV1): NewMessage {
  return about(ticketId, 'answer', `answer:${ticketId}`, answeredAt, {});
}

/** The county asks to give it back (Art. 17(return)). */
export function returnMessage({ ticketId, askedAt }: TicketUpstreamReturnAskedV1): NewMessage {
  return about(ticketId, 'return', `return:${ticketId}:${askedAt}`, askedAt, { askedAt });
}

/** What came of it (Art. 9, 18). */
export function feedbackMessage({ ticketId, dispatchNo, round, unit, resultCode, feedbackAt }: TicketFeedbackGivenV1): NewMessage {
  return about(ticketId, 'feedback', feedbackKey(ticketId, dispatchNo), feedbackAt, { dispatchNo, round, unit, resultCode });
}

/** The file is complete; never told before its feedback (Art. 18). */
export function closingMessage({ ticketId, dispatchNo, round, unit, closedAt }: TicketClosedV1): NewMessage {
  const message = about(ticketId, 'closing', `closing:${ticketId}:${dispatchNo}`, closedAt, { dispatchNo, round, unit });
  return { ...message, awaits: feedbackKey(ticketId, dispatchNo) };
}

/** More time, which the prefecture decides on: for its own transfers and every consultation (Art. 17(1)). */
export function extensionMessage({ ticketId, extensionId, dispatchNo, round, unit, workingDays, forwardedAt }: ExtensionForwardedV1): NewMessage {
  return { ...about(ticketId, 'extension', `extension:${extensionId}`, forwardedAt, { extensionId, dispatchNo, round, unit, workingDays }), transfersOnly: false };
}

/** A block for harassment; nobody is named (Art. 24). */
export function blockMessage({ blockId, ground, evidenceTicketIds, days, askedAt }: BlockAskedV1): NewMessage {
  const codes = { blockId, ground, days, evidenceTicketIds };
  return { key: `block:${blockId}`, lane: blockId, kind: 'block', ticketId: null, codes, happenedAt: instantOf(askedAt), transfersOnly: false };
}

function about(ticketId: string, kind: NewMessage['kind'], key: string, at: string, codes: NewMessage['codes']): NewMessage {
  return { key, lane: ticketId, kind, ticketId, codes, happenedAt: instantOf(at), transfersOnly: true };
}

function feedbackKey(ticketId: string, dispatchNo: number): string {
  return `feedback:${ticketId}:${dispatchNo}`;
}
