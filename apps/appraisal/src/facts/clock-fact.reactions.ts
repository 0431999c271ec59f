import { Controller } from '@nestjs/common';
import { Ctx, EventPattern } from '@nestjs/microservices';
import { EventContext } from '@hotline/messaging';
import { recordFact } from './fact-recordings.js';

/** Every clock event carries the clock's whole state; the newest version is kept. */
@Controller()
export class RecordClocksOnClockEvents {
  @EventPattern<string>('clock.started.v1')
  started(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('clock.rescheduled.v1')
  rescheduled(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('clock.warned.v1')
  warned(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('clock.overdue.v1')
  overdue(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('clock.stopped.v1')
  stopped(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('clock.voided.v1')
  voided(@Ctx() context: EventContext): void {
    recordFact(context);
  }
}
