import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import {
  ExtensionGrantedV1,
  TicketClosedV1,
  TicketDispatchedV1,
  TicketRegisteredV1,
  TicketReturnDecidedV1,
  TicketVisitedV1,
  UnitRecordedV1,
} from '@hotline/contracts';
import { EventContext } from '@hotline/messaging';
import { recordClosings, recordDispatches, recordExtensions, recordReturns, recordTickets, recordUnits, recordVisits, unitDispatches } from './fact-tables.js';

/** What happened to tickets and units becomes facts; order and repetition of the events do not matter. */
@Controller()
export class RecordFactsOnTicketEvents {
  @EventPattern<string>('ticket.registered.v1')
  registered(@Payload() event: TicketRegisteredV1, @Ctx() context: EventContext): void {
    context.defer(recordTickets, event);
  }

  @EventPattern<string>('ticket.dispatched.v1')
  dispatched(@Payload() event: TicketDispatchedV1, @Ctx() context: EventContext): void {
    for (const dispatch of unitDispatches(event)) context.defer(recordDispatches, dispatch);
  }

  @EventPattern<string>('ticket.return-decided.v1')
  returnDecided(@Payload() event: TicketReturnDecidedV1, @Ctx() context: EventContext): void {
    context.defer(recordReturns, event);
  }

  @EventPattern<string>('ticket.closed.v1')
  closed(@Payload() event: TicketClosedV1, @Ctx() context: EventContext): void {
    context.defer(recordClosings, event);
  }

  @EventPattern<string>('ticket.visited.v1')
  visited(@Payload() event: TicketVisitedV1, @Ctx() context: EventContext): void {
    context.defer(recordVisits, event);
  }

  @EventPattern<string>('extension.granted.v1')
  extensionGranted(@Payload() event: ExtensionGrantedV1, @Ctx() context: EventContext): void {
    context.defer(recordExtensions, event);
  }

  @EventPattern<string>('unit.recorded.v1')
  unitRecorded(@Payload() event: UnitRecordedV1, @Ctx() context: EventContext): void {
    context.defer(recordUnits, { reading: event, version: context.event.version });
  }
}
