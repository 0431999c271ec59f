import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import {
  BlockAskedV1,
  BlockEndedV1,
  ExtensionForwardedV1,
  ExtensionGrantedV1,
  ExtensionRefusedV1,
  TicketAnsweredV1,
  TicketClosedV1,
  TicketDispatchedV1,
  TicketFeedbackGivenV1,
  TicketHistoryImportedV1,
  TicketRegisteredV1,
  TicketUpstreamReturnAskedV1,
  TicketUpstreamReturnDecidedV1,
} from '@hotline/contracts';
import { CLOCK, type Clock } from '@hotline/http';
import { EventContext } from '@hotline/messaging';
import type { Transaction } from '@hotline/persistence';
import { endApplications, type EndedApplication } from './application.store.js';
import { DeliverySignal } from './delivery-signal.js';
import { markPast, rememberTickets, type HeardTicket } from './known-ticket.store.js';
import { answerMessage, blockMessage, closingMessage, extensionMessage, feedbackMessage, progressMessage, returnMessage } from './message.contents.js';
import { enqueue, type NewMessage } from './message.store.js';

type Heard = { readonly ticket: HeardTicket } | { readonly past: string } | { readonly message: NewMessage } | { readonly ended: EndedApplication };

/** Puts into the ledger what the prefecture must hear of (Art. 14, 16–18, 24); in whatever order and however often it is told. */
@Controller()
export class TellThePrefecture {
  constructor(
    private readonly signal: DeliverySignal,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @EventPattern<string>('ticket.registered.v1')
  registered(@Payload() { ticketId, number, prefectureNumber, receivedAt }: TicketRegisteredV1, @Ctx() context: EventContext): void {
    context.defer(this.#hear, { ticket: { ticketId, number, receivedAt, registeredAt: context.event.time, prefectureNumber: prefectureNumber ?? null } });
  }

  @EventPattern<string>('ticket.history-imported.v1')
  imported(@Payload() { ticketId }: TicketHistoryImportedV1, @Ctx() context: EventContext): void {
    context.defer(this.#hear, { past: ticketId });
  }

  @EventPattern<string>('ticket.dispatched.v1')
  dispatched(@Payload() event: TicketDispatchedV1, @Ctx() context: EventContext): void {
    if (event.prefectureTransfer) context.defer(this.#hear, { message: progressMessage(event) });
  }

  @EventPattern<string>('ticket.answered.v1')
  answered(@Payload() event: TicketAnsweredV1, @Ctx() context: EventContext): void {
    context.defer(this.#hear, { message: answerMessage(event) });
  }

  @EventPattern<string>('ticket.upstream-return-asked.v1')
  returnAsked(@Payload() event: TicketUpstreamReturnAskedV1, @Ctx() context: EventContext): void {
    context.defer(this.#hear, { message: returnMessage(event) });
  }

  @EventPattern<string>('ticket.upstream-return-decided.v1')
  returnDecided(@Payload() { ticketId, decidedAt }: TicketUpstreamReturnDecidedV1, @Ctx() context: EventContext): void {
    context.defer(this.#hear, { ended: { kind: 'return', lane: ticketId, key: null, endedAt: decidedAt } });
  }

  @EventPattern<string>('ticket.feedback-given.v1')
  feedbackGiven(@Payload() event: TicketFeedbackGivenV1, @Ctx() context: EventContext): void {
    context.defer(this.#hear, { message: feedbackMessage(event) });
  }

  @EventPattern<string>('ticket.closed.v1')
  closed(@Payload() event: TicketClosedV1, @Ctx() context: EventContext): void {
    context.defer(this.#hear, { message: closingMessage(event) });
  }

  @EventPattern<string>('extension.forwarded.v1')
  extensionForwarded(@Payload() event: ExtensionForwardedV1, @Ctx() context: EventContext): void {
    context.defer(this.#hear, { message: extensionMessage(event) });
  }

  @EventPattern<string>('extension.granted.v1')
  extensionGranted(@Payload() event: ExtensionGrantedV1, @Ctx() context: EventContext): void {
    context.defer(this.#hear, { ended: endedExtension(event) });
  }

  @EventPattern<string>('extension.refused.v1')
  extensionRefused(@Payload() event: ExtensionRefusedV1, @Ctx() context: EventContext): void {
    context.defer(this.#hear, { ended: endedExtension(event) });
  }

  @EventPattern<string>('block.asked.v1')
  blockAsked(@Payload() event: BlockAskedV1, @Ctx() context: EventContext): void {
    context.defer(this.#hear, { message: blockMessage(event) });
  }

  @EventPattern<string>('block.ended.v1')
  blockEnded(@Payload() { blockId, endedAt }: BlockEndedV1, @Ctx() context: EventContext): void {
    context.defer(this.#hear, { ended: { kind: 'block', lane: blockId, key: `block:${blockId}`, endedAt } });
  }

  readonly #hear = async (tx: Transaction, items: readonly Heard[]): Promise<void> => {
    const now = this.clock.now();
    await rememberTickets(tx, items.flatMap((heard) => ('ticket' in heard ? [heard.ticket] : [])));
    await markPast(tx, items.flatMap((heard) => ('past' in heard ? [heard.past] : [])));
    await enqueue(tx, items.flatMap((heard) => ('message' in heard ? [heard.message] : [])), now);
    for (const heard of items) if ('ended' in heard) await endApplications(tx, heard.ended, now);
    tx.afterCommit(() => this.signal.raise());
  };
}

function endedExtension({ extensionId, ticketId, decidedAt }: { readonly extensionId: string; readonly ticketId: string; readonly decidedAt: string }): EndedApplication {
  return { kind: 'extension', lane: ticketId, key: `extension:${extensionId}`, endedAt: decidedAt };
}
