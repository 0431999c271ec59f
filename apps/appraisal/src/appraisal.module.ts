import { type DynamicModule, Module } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { AuthModule } from '@hotline/auth';
import { loadPolicyBook } from '@hotline/http';
import { Bus, MessagingModule } from '@hotline/messaging';
import { HealthModule } from '@hotline/observability';
import { databaseAnswers, PersistenceModule, UnitOfWork } from '@hotline/persistence';
import type { AppraisalConfig } from './appraisal.config.js';
import { APPRAISAL_PERSISTENCE } from './appraisal.persistence.js';

import { RecordClocksOnClockEvents } from './facts/clock-fact.reactions.js';
import { RecordFactsOnTicketEvents } from './facts/fact.reactions.js';
import { RateController } from './rates/rate.controller.js';
import { RateService } from './rates/rate.service.js';

@Module({})
export class AppraisalModule {
  static forRoot(config: AppraisalConfig): DynamicModule {
    const policies = loadPolicyBook(config.policyPath, config.county);
    const consumers = [
      { durable: 'appraisal-tickets', noun: 'ticket' },
      { durable: 'appraisal-clocks', noun: 'clock' },
      { durable: 'appraisal-extensions', noun: 'extension' },
      { durable: 'appraisal-units', noun: 'unit' },
    ];
    return {
      module: AppraisalModule,
      imports: [
        PersistenceModule.forRoot({ name: 'appraisal', county: config.county, url: config.databaseUrl, schema: config.databaseSchema, poolMax: config.databasePoolMax, ...APPRAISAL_PERSISTENCE }),
        MessagingModule.forRoot({ service: 'appraisal', name: 'appraisal', url: config.natsUrl, county: config.county, consumers }),
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
      controllers: [RateController, RecordFactsOnTicketEvents, RecordClocksOnClockEvents],
      providers: [
        { provide: RateService, inject: [UnitOfWork], useFactory: (uow: UnitOfWork) => new RateService(uow, policies) },
      ],
    };
  }
}
