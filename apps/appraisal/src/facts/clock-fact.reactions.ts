import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { ClockOverdueV1, type ClockReading, ClockRescheduledV1, ClockStartedV1, ClockStoppedV1, ClockVoidedV1, ClockWarnedV1 } from '@hotline/contracts';
import { EventContext } from '@hotline/messaging';
import { recordClocks } from './fact-tables.js';

/** Every clock event carries the clock's whole state; the newest version is kept. */
@Controller()
export class RecordClocksOnClockEvents {
  @EventPattern<string>('clock.started.v1')
  started(@Payload() event: ClockStartedV1, @Ctx() context: EventContext): void {
    record(event, context);
  }

  @EventPattern<string>('clock.rescheduled.v1')
  rescheduled(@Payload() event: ClockRescheduledV1, @Ctx() context: EventContext): void {
    record(event, context);
  }

  @EventPattern<string>('clock.warned.v1')
  warned(@Payload() event: ClockWarnedV1, @Ctx() context: EventContext): void {
    record(event, context);
  }

  @EventPattern<string>('clock.overdue.v1')
  overdue(@Payload() event: ClockOverdueV1, @Ctx() context: EventContext): void {
    record(event, context);
  }

  @EventPattern<string>('clock.stopped.v1')
  stopped(@Payload() event: ClockStoppedV1, @Ctx() context: EventContext): void {
    record(event, context);
  }

  @EventPattern<string>('clock.voided.v1')
  voided(@Payload() event: ClockVoidedV1, @Ctx() context: EventContext): void {
    record(event, context);
  }
}

function record(reading: ClockReading, context: EventContext): void {
  context.defer(recordClocks, { reading, version: context.event.version });
}
