import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { TicketAnsweredV1, TicketClosedV1, TicketDeclinedV1, TicketDispatchedV1, TicketReworkOrderedV1, TicketUpstreamReturnDecidedV1, VaultErasedV1 } from '@hotline/contracts';
import { archive } from '@hotline/domain';
import { instantOf } from '@hotline/domain/shared';
import { EventContext } from '@hotline/messaging';
import type { Transaction } from '@hotline/persistence';
import { ArchiveService } from './archive.service.js';
import { markErased } from './archive.store.js';

/** Opens the file of each ticket, knows when it ended, and hears that what was disposed of is destroyed (Art. 20). */
@Controller()
export class KeepFilesOnTicketEvents {
  constructor(private readonly files: ArchiveService) {}

  @EventPattern<string>('ticket.dispatched.v1')
  dispatched(@Payload() { ticketId, dispatchNo }: TicketDispatchedV1, @Ctx() context: EventContext): void {
    this.#hear(context, ticketId, { lastDispatch: dispatchNo });
  }

  @EventPattern<string>('ticket.closed.v1')
  closed(@Payload() { ticketId, dispatchNo, closedAt }: TicketClosedV1, @Ctx() context: EventContext): void {
    this.#hear(context, ticketId, { lastClosed: dispatchNo, endedAt: instantOf(closedAt) });
  }

  @EventPattern<string>('ticket.answered.v1')
  answered(@Payload() { ticketId, answeredAt }: TicketAnsweredV1, @Ctx() context: EventContext): void {
    this.#hear(context, ticketId, { endedOtherwise: true, endedAt: instantOf(answeredAt) });
  }

  @EventPattern<string>('ticket.declined.v1')
  declined(@Payload() { ticketId, declinedAt }: TicketDeclinedV1, @Ctx() context: EventContext): void {
    this.#hear(context, ticketId, { endedOtherwise: true, endedAt: instantOf(declinedAt) });
  }

  /** Of this service itself: a matter that is opened again is not at its end until it ends once more. */
  @EventPattern<string>('ticket.rework-ordered.v1')
  reworkOrdered(@Payload() { ticketId, orderedAt }: TicketReworkOrderedV1, @Ctx() context: EventContext): void {
    this.#hear(context, ticketId, { reworkedAt: instantOf(orderedAt) });
  }

  @EventPattern<string>('ticket.upstream-return-decided.v1')
  upstreamReturn(@Payload() { ticketId, accepted, decidedAt }: TicketUpstreamReturnDecidedV1, @Ctx() context: EventContext): void {
    if (accepted) this.#hear(context, ticketId, { endedOtherwise: true, endedAt: instantOf(decidedAt) });
  }

  @EventPattern<string>('vault.erased.v1')
  erased(@Payload() { ticketId, erasedAt }: VaultErasedV1, @Ctx() context: EventContext): void {
    context.defer(this.#markErased, { ticketId, erasedAt });
  }

  #hear(context: EventContext, ticketId: string, known: Partial<archive.EndingsKnown>): void {
    context.defer(this.files.hear, { ticketId, known: { ...archive.NOTHING_ENDED, ...known } });
  }

  readonly #markErased = (tx: Transaction, heard: readonly { readonly ticketId: string; readonly erasedAt: string }[]): Promise<void> =>
    markErased(tx, heard.map(({ ticketId }) => ticketId), heard.map(({ erasedAt }) => erasedAt));
}
