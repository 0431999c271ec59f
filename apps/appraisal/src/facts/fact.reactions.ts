import { Controller } from '@nestjs/common';
import { Ctx, EventPattern } from '@nestjs/microservices';
import { EventContext } from '@hotline/messaging';
import { recordFact } from './fact-recordings.js';

/** What happened to tickets becomes facts; order and repetition of the events do not matter. */
@Controller()
export class RecordFactsOnTicketEvents {
  @EventPattern<string>('ticket.registered.v1')
  registered(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('ticket.category-changed.v1')
  categoryChanged(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('ticket.linked.v1')
  linked(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('ticket.dispatched.v1')
  dispatched(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('ticket.assisting-added.v1')
  assistingAdded(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('ticket.dispatch-withdrawn.v1')
  dispatchWithdrawn(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('ticket.opinion-given.v1')
  opinionGiven(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('ticket.return-decided.v1')
  returnDecided(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('ticket.feedback-given.v1')
  feedbackGiven(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('ticket.closed.v1')
  closed(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('ticket.visited.v1')
  visited(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('ticket.followed-up.v1')
  followedUp(@Ctx() context: EventContext): void {
    recordFact(context);
  }
}
