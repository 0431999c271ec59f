import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { TicketAssistingAddedV1, TicketClosedV1, TicketDispatchedV1, TicketDispatchWithdrawnV1, TicketReturnDecidedV1, TicketReworkAwaitsDispatchV1, TicketUpstreamReturnDecidedV1 } from '@hotline/contracts';
import { EventContext } from '@hotline/messaging';
import { followRouting } from './routing.store.js';

/** Keeps where each ticket is and which units have it; order and repetition of the events do not matter. */
@Controller()
export class FollowTicketsThroughRouting {
  @EventPattern<string>('ticket.dispatched.v1')
  dispatched(@Payload() event: TicketDispatchedV1, @Ctx() context: EventContext): void {
    const { ticketId, dispatchNo, round, lead, assisting, dispatchedAt } = event;
    const units = [{ unit: lead, role: 'lead' as const }, ...assisting.map((unit) => ({ unit, role: 'assisting' as const }))];
    context.defer(followRouting, { kind: 'dispatched', ticketId, dispatchNo, round, units, at: dispatchedAt });
  }

  @EventPattern<string>('ticket.return-decided.v1')
  returnDecided(@Payload() event: TicketReturnDecidedV1, @Ctx() context: EventContext): void {
    const { ticketId, dispatchNo, unit, accepted } = event;
    if (accepted) context.defer(followRouting, { kind: 'returned', ticketId, dispatchNo, unit });
  }

  @EventPattern<string>('ticket.assisting-added.v1')
  assistingAdded(@Payload() { ticketId, dispatchNo, unit }: TicketAssistingAddedV1, @Ctx() context: EventContext): void {
    context.defer(followRouting, { kind: 'assisting-added', ticketId, dispatchNo, unit });
  }

  @EventPattern<string>('ticket.dispatch-withdrawn.v1')
  withdrawn(@Payload() { ticketId, dispatchNo }: TicketDispatchWithdrawnV1, @Ctx() context: EventContext): void {
    context.defer(followRouting, { kind: 'withdrawn', ticketId, dispatchNo });
  }

  @EventPattern<string>('ticket.closed.v1')
  closed(@Payload() { ticketId, dispatchNo }: TicketClosedV1, @Ctx() context: EventContext): void {
    context.defer(followRouting, { kind: 'closed', ticketId, dispatchNo });
  }

  @EventPattern<string>('ticket.rework-awaits-dispatch.v1')
  reworkAwaitsDispatch(@Payload() { ticketId, round }: TicketReworkAwaitsDispatchV1, @Ctx() context: EventContext): void {
    context.defer(followRouting, { kind: 'rework-awaits-dispatch', ticketId, round });
  }

  @EventPattern<string>('ticket.upstream-return-decided.v1')
  upstreamReturnDecided(@Payload() { ticketId, accepted, decidedAt }: TicketUpstreamReturnDecidedV1, @Ctx() context: EventContext): void {
    if (accepted) context.defer(followRouting, { kind: 'returned-upstream', ticketId, at: decidedAt });
  }
}
