import { type DynamicModule, Module } from '@nestjs/common';
import { loadPolicyBook, platformModules } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import type { AppraisalConfig } from './appraisal.config.js';
import { APPRAISAL_PERSISTENCE } from './appraisal.persistence.js';

import { BulletinController } from './bulletin/bulletin.controller.js';
import './bulletin/bulletin.refusals.js';
import { BulletinService } from './bulletin/bulletin.service.js';
import { FiguresService } from './bulletin/figures.service.js';
import { RecordMattersOnTicketEvents } from './bulletin/matter.reactions.js';
import { RecordClocksOnClockEvents } from './facts/clock-fact.reactions.js';
import { RecordFactsOnTicketEvents } from './facts/fact.reactions.js';
import { RateController } from './rates/rate.controller.js';
import { RateService } from './rates/rate.service.js';

@Module({})
export class AppraisalModule {
  static forRoot(config: AppraisalConfig): DynamicModule {
    const policies = loadPolicyBook(config.policyPath, config.county);
    const consumers = [
      { durable: 'appraisal-tickets', noun: 'ticket', gatherMs: 100 },
      { durable: 'appraisal-clocks', noun: 'clock', gatherMs: 100 },
      { durable: 'appraisal-extensions', noun: 'extension' },
      { durable: 'appraisal-units', noun: 'unit' },
      { durable: 'appraisal-topics', noun: 'topic' },
      { durable: 'appraisal-calendars', noun: 'calendar' },
    ];
    return {
      module: AppraisalModule,
      imports: platformModules({ name: 'appraisal', config, persistence: APPRAISAL_PERSISTENCE, consumers }),
      controllers: [RateController, RecordFactsOnTicketEvents, RecordClocksOnClockEvents, BulletinController, RecordMattersOnTicketEvents],
      providers: [
        { provide: RateService, inject: [UnitOfWork], useFactory: (uow: UnitOfWork) => new RateService(uow, policies) },
        { provide: FiguresService, inject: [RateService], useFactory: (rates: RateService) => new FiguresService(rates, policies) },
        BulletinService,
      ],
    };
  }
}
