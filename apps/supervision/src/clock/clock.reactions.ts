import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { ClockOverdueV1, ClockRescheduledV1, ClockStartedV1, ClockStoppedV1, ClockVoidedV1, ClockWarnedV1, type ClockReading } from '@hotline/contracts';
import { CLOCK, type Clock } from '@hotline/http';
import { EventContext } from '@hotline/messaging';
import type { Transaction } from '@hotline/persistence';
import { CandidateService } from '../accountability/candidate.service.js';
import { rememberClocks, WATCHED, type HeardOfClock } from './clock.store.js';

/** Keeps the newest state of the clocks that orders and accountability rest on, and weighs anew what rests on them (Art. 15(3), 23). */
@Controller()
export class KeepClocksOnClockEvents {
  constructor(
    private readonly candidates: CandidateService,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  @EventPattern<string>('clock.started.v1')
  started(@Payload() event: ClockStartedV1, @Ctx() context: EventContext): void {
    this.#keep(event, context);
  }

  @EventPattern<string>('clock.rescheduled.v1')
  rescheduled(@Payload() event: ClockRescheduledV1, @Ctx() context: EventContext): void {
    this.#keep(event, context);
  }

  @EventPattern<string>('clock.warned.v1')
  warned(@Payload() event: ClockWarnedV1, @Ctx() context: EventContext): void {
    this.#keep(event, context);
  }

  @EventPattern<string>('clock.overdue.v1')
  overdue(@Payload() event: ClockOverdueV1, @Ctx() context: EventContext): void {
    this.#keep(event, context);
  }

  @EventPattern<string>('clock.stopped.v1')
  stopped(@Payload() event: ClockStoppedV1, @Ctx() context: EventContext): void {
    this.#keep(event, context);
  }

  @EventPattern<string>('clock.voided.v1')
  voided(@Payload() event: ClockVoidedV1, @Ctx() context: EventContext): void {
    this.#keep(event, context);
  }

  #keep(reading: ClockReading, context: EventContext): void {
    if (WATCHED.includes(reading.kind)) context.defer(this.#hear, { version: context.event.version, reading });
  }

  readonly #hear = async (tx: Transaction, heard: readonly HeardOfClock[]): Promise<void> => {
    await rememberClocks(tx, heard);
    const weighty = heard.filter(({ reading }) => reading.kind !== 'supervision');
    await this.candidates.weighTickets(tx, weighty.map(({ reading }) => reading.ticketId), this.time.now());
  };
}
