import { type DynamicModule, Module } from '@nestjs/common';
import { loadPolicyBook, platformModules } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import type { AppraisalConfig } from './appraisal.config.js';
import { APPRAISAL_PERSISTENCE } from './appraisal.persistence.js';
import { RecordClocksOnClockEvents } from './facts/clock-fact.reactions.js';
import { RecordFactsOnTicketEvents } from './facts/fact.reactions.js';
import { RecordFactsOnUnitEvents } from './facts/unit-fact.reactions.js';
import { PeriodController } from './period/period.controller.js';
import './period/period.refusals.js';
import { PeriodService } from './period/period.service.js';
import { ScoreController } from './period/score.controller.js';
import { ScoreService } from './period/score.service.js';
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
      { durable: 'appraisal-knowledge', noun: 'knowledge' },
      { durable: 'appraisal-accountability', noun: 'accountability' },
    ];
    return {
      module: AppraisalModule,
      imports: platformModules({ name: 'appraisal', config, persistence: APPRAISAL_PERSISTENCE, consumers }),
      controllers: [RateController, PeriodController, ScoreController, RecordFactsOnTicketEvents, RecordClocksOnClockEvents, RecordFactsOnUnitEvents],
      providers: [
        { provide: RateService, inject: [UnitOfWork], useFactory: (uow: UnitOfWork) => new RateService(uow, policies) },
        { provide: PeriodService, inject: [UnitOfWork], useFactory: (uow: UnitOfWork) => new PeriodService(uow, policies) },
        { provide: ScoreService, inject: [UnitOfWork], useFactory: (uow: UnitOfWork) => new ScoreService(uow, policies) },
      ],
    };
  }
}
