import { type DynamicModule, Module } from '@nestjs/common';
import { loadPolicyBook, platformModules } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import type { AppraisalConfig } from './appraisal.config.js';
import { APPRAISAL_PERSISTENCE } from './appraisal.persistence.js';
import { RecordClocksOnClockEvents } from './facts/clock-fact.reactions.js';
import { RecordFactsOnTicketEvents } from './facts/fact.reactions.js';
import { RecordFactsOnUnitEvents } from './facts/unit-fact.reactions.js';
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
      controllers: [RateController, RecordFactsOnTicketEvents, RecordClocksOnClockEvents, RecordFactsOnUnitEvents],
      providers: [
        { provide: RateService, inject: [UnitOfWork], useFactory: (uow: UnitOfWork) => new RateService(uow, policies) },
      ],
    };
  }
}
