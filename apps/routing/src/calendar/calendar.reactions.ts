import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { CalendarPublishedV1 } from '@hotline/contracts';
import { EventContext } from '@hotline/messaging';
import { CalendarStore } from './calendar.store.js';

/** A published year of a calendar layer is kept, for the return window (Art. 17(return)). */
@Controller()
export class KeepYearOnCalendarPublished {
  constructor(private readonly calendars: CalendarStore) {}

  @EventPattern<string>('calendar.published.v1')
  published(@Payload() event: CalendarPublishedV1, @Ctx() context: EventContext): void {
    context.defer(this.calendars.keep, { ...event, madeAt: context.event.time });
  }
}
