import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { TicketRegisteredV1 } from '@hotline/contracts';
import { EventContext } from '@hotline/messaging';
import { TicketNumberStore } from './number.store.js';

/** The number of a ticket is kept for slips, work lists and registers. */
@Controller()
export class KeepNumberOnTicketRegistered {
  constructor(private readonly numbers: TicketNumberStore) {}

  @EventPattern<string>('ticket.registered.v1')
  registered(@Payload() event: TicketRegisteredV1, @Ctx() context: EventContext): void {
    context.defer(this.numbers.keep, event);
  }
}
