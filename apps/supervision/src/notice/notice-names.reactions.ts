import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { TicketRegisteredV1, UnitRecordedV1 } from '@hotline/contracts';
import { EventContext } from '@hotline/messaging';
import { keepTicketNumbers, keepUnitNames } from './notice-names.store.js';

/** Names of units and numbers of tickets are kept for notices on paper, numbers for lists as well. */
@Controller()
export class KeepNamesForNotices {
  @EventPattern<string>('unit.recorded.v1')
  unitRecorded(@Payload() event: UnitRecordedV1, @Ctx() context: EventContext): void {
    context.defer(keepUnitNames, { unit: event, version: context.event.version });
  }

  @EventPattern<string>('ticket.registered.v1')
  registered(@Payload() event: TicketRegisteredV1, @Ctx() context: EventContext): void {
    context.defer(keepTicketNumbers, event);
  }
}
