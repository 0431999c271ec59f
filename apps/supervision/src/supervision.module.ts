import { type DynamicModule, Module } from '@nestjs/common';
import { loadPolicyBook, platformModules } from '@hotline/http';
import type { SupervisionConfig } from './supervision.config.js';
import { SUPERVISION_PERSISTENCE } from './supervision.persistence.js';
import './supervision.refusals.js';
import './accountability/accountability.refusals.js';
import './follow-up/follow-up.refusals.js';
import { CandidateController } from './accountability/candidate.controller.js';
import { CandidateService } from './accountability/candidate.service.js';
import { CaseController } from './accountability/case.controller.js';
import { CaseService } from './accountability/case.service.js';
import { WeighEvidence } from './accountability/evidence.reactions.js';
import { ArchiveController } from './archive/archive.controller.js';
import { KeepFilesOnTicketEvents } from './archive/archive.reactions.js';
import './archive/archive.refusals.js';
import { ArchiveService } from './archive/archive.service.js';
import { DisposalController } from './archive/disposal.controller.js';
import { DisposalService } from './archive/disposal.service.js';
import { KeepYearOnCalendarPublished } from './calendar/calendar.reactions.js';
import { CalendarStore } from './calendar/calendar.store.js';
import { KeepClocksOnClockEvents } from './clock/clock.reactions.js';
import { FollowUpController } from './follow-up/follow-up.controller.js';
import { FollowUpService } from './follow-up/follow-up.service.js';
import { ListedOrders } from './order/listed-orders.js';
import { NoticeController } from './notice/notice.controller.js';
import { NoticeService } from './notice/notice.service.js';
import { KeepNamesForNotices } from './notice/notice-names.reactions.js';
import { OrderController } from './order/order.controller.js';
import { OrderService } from './order/order.service.js';
import { POLICIES } from './policies.js';
import { SampleController } from './sample/sample.controller.js';
import { SampleService } from './sample/sample.service.js';
import { SecondDissatisfactionController } from './second-dissatisfaction/second-dissatisfaction.controller.js';
import { SecondDissatisfactionService } from './second-dissatisfaction/second-dissatisfaction.service.js';
import { Sweep, SweepLoop } from './sweep/sweep.js';
import { holdTickets } from './ticket/ticket.store.js';
import { TicketNumbers } from './ticket/ticket-numbers.js';
import { KeepFactsOnTicketEvents } from './ticket/ticket-fact.reactions.js';
import { SuperviseOnTicketEvents } from './ticket/ticket.reactions.js';
import { KeepFrozenPeriods } from './visit/frozen-period.reactions.js';
import { VisitController } from './visit/visit.controller.js';
import { VisitService } from './visit/visit.service.js';

@Module({})
export class SupervisionModule {
  static forRoot(config: SupervisionConfig): DynamicModule {
    const policies = loadPolicyBook(config.policyPath, config.county);
    const consumers = [
      { durable: 'supervision-tickets', noun: 'ticket', gatherMs: 50, hold: holdTickets },
      { durable: 'supervision-clocks', noun: 'clock', gatherMs: 100 },
      { durable: 'supervision-calendars', noun: 'calendar' },
      { durable: 'supervision-units', noun: 'unit' },
      { durable: 'supervision-identity', noun: 'identity' },
      { durable: 'supervision-vault', noun: 'vault' },
      { durable: 'supervision-appraisal', noun: 'appraisal' },
    ];
    return {
      module: SupervisionModule,
      imports: platformModules({ name: 'supervision', config, persistence: SUPERVISION_PERSISTENCE, consumers }),
      controllers: [
        ...[VisitController, SampleController, OrderController, SecondDissatisfactionController, FollowUpController, CandidateController, CaseController],
        ...[SuperviseOnTicketEvents, KeepFactsOnTicketEvents, KeepClocksOnClockEvents, KeepYearOnCalendarPublished, WeighEvidence, KeepFrozenPeriods],
        ...[NoticeController, KeepNamesForNotices, ArchiveController, DisposalController, KeepFilesOnTicketEvents],
      ],
      providers: [
        { provide: POLICIES, useValue: policies },
        ...[CalendarStore, OrderService, ListedOrders, SecondDissatisfactionService, VisitService, SampleService],
        ...[CandidateService, CaseService, FollowUpService, Sweep, SweepLoop, NoticeService, ArchiveService, DisposalService, TicketNumbers],
      ],
    };
  }
}
