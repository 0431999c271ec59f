import { type DynamicModule, Module } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { AuthModule } from '@hotline/auth';
import { Bus, MessagingModule } from '@hotline/messaging';
import { HealthModule } from '@hotline/observability';
import { databaseAnswers, PersistenceModule } from '@hotline/persistence';
import { ApplyPublications } from './calendar/apply-publications.js';
import { CalendarBook } from './calendar/calendar-book.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CalendarService } from './calendar/calendar.service.js';
import { DeadlineController } from './calendar/deadline.controller.js';
import { PreviewService } from './calendar/preview.service.js';
import { ClockKeeper } from './clock/clock-keeper.js';
import { ClockController } from './clock/clock.controller.js';
import { RunClocksOnTicketEvents } from './clock/clock.reactions.js';
import { ExtensionController } from './extension/extension.controller.js';
import { ExtensionService } from './extension/extension.service.js';
import { openPolicyBook, POLICY_BOOK } from './policy/policy-registry.js';
import type { SlaConfig } from './sla.config.js';
import { SLA_PERSISTENCE } from './sla.persistence.js';
import './sla.refusals.js';
import { ClockGauges } from './sweep/clock-gauges.js';
import { Sweep } from './sweep/sweep.js';
import { SweepLoop } from './sweep/sweep-loop.js';
import { WakeUp } from './sweep/wake-up.js';

/** 时限: calendars, clocks, extensions, warnings, overdue. */
@Module({})
export class SlaModule {
  static forRoot(config: SlaConfig): DynamicModule {
    const { county, databaseUrl, databaseSchema, databasePoolMax } = config;
    return {
      module: SlaModule,
      imports: [
        PersistenceModule.forRoot({ name: 'sla', county, url: databaseUrl, schema: databaseSchema, poolMax: databasePoolMax, ...SLA_PERSISTENCE }),
        MessagingModule.forRoot({ service: 'sla', name: 'sla', url: config.natsUrl, county, consumers: [{ durable: 'sla-tickets', noun: 'ticket' }] }),
        AuthModule.forRoot({ issuer: config.oidcIssuer, audience: config.oidcAudience, jwksUrl: config.oidcJwksUrl }),
        HealthModule.forRootAsync({
          inject: [MikroORM, Bus],
          useFactory: (orm: MikroORM, bus: Bus) => ({
            checks: [
              { name: 'database', check: () => databaseAnswers(orm) },
              { name: 'bus', check: () => bus.answers() },
            ],
          }),
        }),
      ],
      controllers: [DeadlineController, CalendarController, ClockController, ExtensionController, RunClocksOnTicketEvents],
      providers: [
        { provide: POLICY_BOOK, useFactory: () => openPolicyBook(config.policyPath, county) },
        CalendarBook,
        CalendarService,
        PreviewService,
        ApplyPublications,
        ClockKeeper,
        ExtensionService,
        WakeUp,
        Sweep,
        SweepLoop,
        ClockGauges,
      ],
    };
  }
}
