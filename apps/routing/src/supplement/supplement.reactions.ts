import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { TicketSupplementedV1 } from '@hotline/contracts';
import { EventContext } from '@hotline/messaging';
import { keepSupplements } from './supplement.store.js';

/** That the petitioner added something is kept for the units that hold the ticket; the words are read at intake (Art. 2). */
@Controller()
export class KeepSupplementOnTicketSupplemented {
  @EventPattern<string>('ticket.supplemented.v1')
  supplemented(@Payload() { ticketId, supplementId }: TicketSupplementedV1, @Ctx() context: EventContext): void {
    context.defer(keepSupplements, { ticketId, supplementId, addedAt: context.event.time });
  }
}
