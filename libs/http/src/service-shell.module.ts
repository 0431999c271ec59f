import { type DynamicModule, Global, Module, type OnApplicationShutdown, type OnModuleDestroy, type Type } from '@nestjs/common';
import { flushTelemetry, loggerModule, MetricsModule } from '@hotline/observability';
import type { Logger } from 'pino';
import { CLOCK, type Clock } from './clock.js';
import { SimulatedClockController } from './simulated-clock.controller.js';
import { SimulatedClock } from './simulated-clock.js';

/** Makes the service's clock injectable everywhere as `CLOCK`. */
@Global()
@Module({})
class ClockModule {
  static with(clock: Clock): DynamicModule {
    return { module: ClockModule, providers: [{ provide: CLOCK, useValue: clock }], exports: [CLOCK] };
  }
}

export interface ShellOptions {
  readonly name: string;
  readonly service: Type | DynamicModule;
  readonly log: Logger;
  readonly clock: Clock;
}

/**
 * The outermost module of a service: what each of them has, around what is its own. Being the root it is torn down
 * first, so that requests and messages under way are finished before a connection they need is closed.
 */
@Module({})
export class ServiceShell implements OnModuleDestroy, OnApplicationShutdown {
  private readonly drains: (() => Promise<void>)[] = [];

  static around({ name, service, log, clock }: ShellOptions): DynamicModule {
    return {
      module: ServiceShell,
      imports: [loggerModule(name, { log }), ClockModule.with(clock), MetricsModule, service],
      controllers: clock instanceof SimulatedClock ? [SimulatedClockController] : [],
    };
  }

  /** Adds something to be finished, in this order, before any other module is torn down. */
  beforeTearDown(drain: () => Promise<void>): void {
    this.drains.push(drain);
  }

  async onModuleDestroy(): Promise<void> {
    for (const drain of this.drains) await drain();
  }

  onApplicationShutdown(): Promise<void> {
    return flushTelemetry();
  }
}
