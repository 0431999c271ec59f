import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { ArchiveDisposedV1, TicketDispatchedV1, TicketDispatchWithdrawnV1, TicketVisitedV1, TopicFoundV1 } from '@hotline/contracts';
import { EventContext } from '@hotline/messaging';
import { ReportDuties } from './report-duties.js';

/** Reports fall due when dissatisfaction goes on and when a topic becomes concentrated, and are withdrawn when what founded them goes; stands behind the facts in the module, so that these are written first. */
@Controller()
export class RaiseReportDuties {
  constructor(private readonly duties: ReportDuties) {}

  @EventPattern<string>('ticket.visited.v1')
  visited(@Payload() event: TicketVisitedV1, @Ctx() context: EventContext): void {
    context.defer(this.duties.hear, { visited: event });
  }

  @EventPattern<string>('topic.found.v1')
  topicFound(@Payload() event: TopicFoundV1, @Ctx() context: EventContext): void {
    context.defer(this.duties.hear, { topicId: event.topicId });
  }

  @EventPattern<string>('ticket.dispatched.v1')
  dispatched(@Payload() event: TicketDispatchedV1, @Ctx() context: EventContext): void {
    context.defer(this.duties.hear, { ticketId: event.ticketId, dispatch: 'made' });
  }

  @EventPattern<string>('ticket.dispatch-withdrawn.v1')
  dispatchWithdrawn(@Payload() event: TicketDispatchWithdrawnV1, @Ctx() context: EventContext): void {
    context.defer(this.duties.hear, { ticketId: event.ticketId, dispatch: 'void' });
  }
}

/** The words of a file that was disposed of go from reports too (Art. 20). */
@Controller()
export class EraseWordsOnArchiveDisposed {
  constructor(private readonly duties: ReportDuties) {}

  @EventPattern<string>('archive.disposed.v1')
  disposed(@Payload() event: ArchiveDisposedV1, @Ctx() context: EventContext): void {
    context.defer(this.duties.onDisposals, event);
  }
}
