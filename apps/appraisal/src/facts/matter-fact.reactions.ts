import { Controller } from '@nestjs/common';
import { Ctx, EventPattern } from '@nestjs/microservices';
import { EventContext } from '@hotline/messaging';
import { recordFact } from './fact-recordings.js';

/** What the desk decided, and hot topics, become facts; order and repetition of the events do not matter. */
@Controller()
export class RecordMattersOnTicketEvents {
  @EventPattern<string>('ticket.accepted.v1')
  accepted(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('ticket.declined.v1')
  declined(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('ticket.answered.v1')
  answered(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('ticket.corrected.v1')
  corrected(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('topic.found.v1')
  topicFound(@Ctx() context: EventContext): void {
    recordFact(context);
  }
}
