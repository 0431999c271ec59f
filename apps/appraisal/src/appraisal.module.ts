import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import type { policy } from '@hotline/domain';
import { CLOCK, type Clock, loadEveryPolicyPack, loadPolicyBook, platformModules } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import type { AppraisalConfig } from './appraisal.config.js';
import { APPRAISAL_PERSISTENCE } from './appraisal.persistence.js';
import { BulletinController } from './bulletin/bulletin.controller.js';
import './bulletin/bulletin.refusals.js';
import { BulletinService } from './bulletin/bulletin.service.js';
import { FiguresService } from './bulletin/figures.service.js';
import { KeepYearOnCalendarPublished } from './calendar/calendar.reactions.js';
import { CalendarStore } from './calendar/calendar.store.js';
import { RecordClocksOnClockEvents } from './facts/clock-fact.reactions.js';
import { RecordFactsOnTicketEvents } from './facts/fact.reactions.js';
import { RecordMattersOnTicketEvents } from './facts/matter-fact.reactions.js';
import { RecordFactsOnUnitEvents } from './facts/unit-fact.reactions.js';
import { PeriodController } from './period/period.controller.js';
import './period/period.refusals.js';
import { PeriodService } from './period/period.service.js';
import { ScoreController } from './period/score.controller.js';
import { ScoreService } from './period/score.service.js';
import { RateController } from './rates/rate.controller.js';
import { RateService } from './rates/rate.service.js';
import { ReportController } from './report/report.controller.js';
import { ReportDuties } from './report/report-duties.js';
import { EraseWordsOnArchiveDisposed, RaiseReportDuties } from './report/report.reactions.js';
import './report/report.refusals.js';
import { ReportService } from './report/report.service.js';
import { ScoringController } from './scoring/scoring.controller.js';
import { TrialSchemes } from './scoring/scoring.schemes.js';
import { ScoringService } from './scoring/scoring.service.js';

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
      { durable: 'appraisal-knowledge', noun: 'knowledge' },
      { durable: 'appraisal-accountability', noun: 'accountability' },
      { durable: 'appraisal-archive', noun: 'archive' },
    ];
    return {
      module: AppraisalModule,
      imports: platformModules({ name: 'appraisal', config, persistence: APPRAISAL_PERSISTENCE, consumers }),
      controllers: [
        ...[RateController, PeriodController, ScoreController, ScoringController, BulletinController, ReportController],
        ...[RecordFactsOnTicketEvents, RecordClocksOnClockEvents, RecordFactsOnUnitEvents, RecordMattersOnTicketEvents, RaiseReportDuties, EraseWordsOnArchiveDisposed, KeepYearOnCalendarPublished],
      ],
      providers: [...providersUnder(policies), { provide: TrialSchemes, useValue: new TrialSchemes(loadEveryPolicyPack(config.policyPath), config.county) }, BulletinService, CalendarStore],
    };
  }
}

/** What reads the county's policy packs. */
function providersUnder(policies: policy.PolicyBook): Provider[] {
  return [
    ...[RateService, PeriodService, ScoreService, ScoringService].map((service): Provider => ({ provide: service, inject: [UnitOfWork], useFactory: (uow: UnitOfWork) => new service(uow, policies) })),
    { provide: FiguresService, inject: [RateService, ScoreService], useFactory: (rates: RateService, scores: ScoreService) => new FiguresService(rates, scores, policies) },
    { provide: ReportDuties, inject: [CalendarStore, CLOCK], useFactory: (calendars: CalendarStore, clock: Clock) => new ReportDuties(calendars, policies, clock) },
    {
      provide: ReportService,
      inject: [UnitOfWork, ReportDuties, CalendarStore, CLOCK],
      useFactory: (uow: UnitOfWork, duties: ReportDuties, calendars: CalendarStore, clock: Clock) => new ReportService(uow, duties, calendars, clock, policies),
    },
  ];
}
