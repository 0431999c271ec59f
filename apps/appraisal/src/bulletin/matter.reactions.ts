import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { TicketAcceptedV1, TicketAnsweredV1, TicketCategoryChangedV1, TicketDeclinedV1, TicketRegisteredV1, TopicFoundV1 } from '@hotline/contracts';
import { EventContext } from '@hotline/messaging';
import { accepted, answered, declined, recordMatterCategories, recordMatters, recordMatterSteps, recordTopics } from './matter-facts.js';

/** What bulletins count of matters at the desk, and the hot topics; order and repetition of the events do not matter. */
@Controller()
export class RecordMattersOnTicketEvents {
  @EventPattern<string>('ticket.registered.v1')
  registered(@Payload() event: TicketRegisteredV1, @Ctx() context: EventContext): void {
    context.defer(recordMatters, event);
  }

  @EventPattern<string>('ticket.category-changed.v1')
  categoryChanged(@Payload() event: TicketCategoryChangedV1, @Ctx() context: EventContext): void {
    context.defer(recordMatterCategories, { change: event, version: context.event.version });
  }

  @EventPattern<string>('ticket.accepted.v1')
  accepted(@Payload() event: TicketAcceptedV1, @Ctx() context: EventContext): void {
    context.defer(recordMatterSteps, accepted(event));
  }

  @EventPattern<string>('ticket.declined.v1')
  declined(@Payload() event: TicketDeclinedV1, @Ctx() context: EventContext): void {
    context.defer(recordMatterSteps, declined(event));
  }

  @EventPattern<string>('ticket.answered.v1')
  answered(@Payload() event: TicketAnsweredV1, @Ctx() context: EventContext): void {
    context.defer(recordMatterSteps, answered(event));
  }

  @EventPattern<string>('topic.found.v1')
  topicFound(@Payload() event: TopicFoundV1, @Ctx() context: EventContext): void {
    context.defer(recordTopics, { topic: event, version: context.event.version });
  }
}
