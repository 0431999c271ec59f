import { Controller } from '@nestjs/common';
import { Ctx, EventPattern } from '@nestjs/microservices';
import { EventContext } from '@hotline/messaging';
import { recordFact } from '../facts/fact-recordings.js';

/** A published year of a calendar layer is kept, for the due dates of reports (Art. 21). */
@Controller()
export class KeepYearOnCalendarPublished {
  @EventPattern<string>('calendar.published.v1')
  published(@Ctx() context: EventContext): void {
    recordFact(context);
  }
}
