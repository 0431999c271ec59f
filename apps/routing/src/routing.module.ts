import { type DynamicModule, Module } from '@nestjs/common';
import { loadPolicyBook, platformModules } from '@hotline/http';
import { AuthorisationController } from './authorisation/authorisation.controller.js';
import { AuthorisationService } from './authorisation/authorisation.service.js';
import { AuthorisationStore } from './authorisation/authorisation.store.js';
import { KeepYearOnCalendarPublished } from './calendar/calendar.reactions.js';
import { CalendarStore } from './calendar/calendar.store.js';
import { CaseController } from './handling/case.controller.js';
import { CaseFacts } from './handling/case.facts.js';
import {
  ChangeCategoryOnTicketCategoryChanged,
  DecideUpstreamReturnOnPrefectureReturnDecided,
  EndCasesOnTicketAnswered,
  EndCasesOnTicketDeclined,
  EraseWordsOnArchiveDisposed,
  OpenCasesOnTicketAccepted,
  ReplayHistoryOnTicketHistoryImported,
  ReworkCasesOnTicketReworkOrdered,
} from './handling/case.reactions.js';
import { CaseReader } from './handling/case.reader.js';
import { CaseRules, POLICIES } from './handling/case.rules.js';
import { CaseService } from './handling/case.service.js';
import { CaseStore } from './handling/case.store.js';
import { CountyStepsController } from './handling/county-steps.controller.js';
import { PaperRegisterStore } from './handling/paper-numbers.js';
import { RegisterController } from './handling/register.controller.js';
import { RegisterReader } from './handling/register.reader.js';
import { UnitStepsController } from './handling/unit-steps.controller.js';
import type { RoutingConfig } from './routing.config.js';
import { ROUTING_PERSISTENCE } from './routing.persistence.js';
import { checkRefusalTexts } from './routing.refusals.js';
import { DutyController } from './duty/duty.controller.js';
import { DutyWatch } from './duty/duty-watch.js';
import { LiaisonChanges } from './liaison/liaison-changes.js';
import { LiaisonController } from './liaison/liaison.controller.js';
import { LiaisonService } from './liaison/liaison.service.js';
import { KeepNumberOnTicketRegistered } from './slip/number.reactions.js';
import { TicketNumberStore } from './slip/number.store.js';
import { SlipController } from './slip/slip.controller.js';
import { SlipService, SlipStores } from './slip/slip.service.js';
import { SupplementController } from './supplement/supplement.controller.js';
import { KeepSupplementOnTicketSupplemented } from './supplement/supplement.reactions.js';
import { UnitController } from './unit/unit.controller.js';
import { UnitExchangeController } from './unit/unit-exchange.controller.js';
import { UnitService } from './unit/unit.service.js';
import { UnitStore } from './unit/unit.store.js';

const REACTIONS = [
  OpenCasesOnTicketAccepted,
  EndCasesOnTicketAnswered,
  EndCasesOnTicketDeclined,
  ChangeCategoryOnTicketCategoryChanged,
  DecideUpstreamReturnOnPrefectureReturnDecided,
  EraseWordsOnArchiveDisposed,
  ReworkCasesOnTicketReworkOrdered,
  ReplayHistoryOnTicketHistoryImported,
  KeepYearOnCalendarPublished,
  KeepNumberOnTicketRegistered,
  KeepSupplementOnTicketSupplemented,
];
const CONSUMERS = [
  { durable: 'routing-tickets', noun: 'ticket' },
  { durable: 'routing-calendars', noun: 'calendar' },
  { durable: 'routing-prefecture', noun: 'prefecture' },
  { durable: 'routing-archive', noun: 'archive' },
];

/** 派单: the unit directory and the handling of tickets from dispatch to the closed file. */
@Module({})
export class RoutingModule {
  static forRoot(config: RoutingConfig): DynamicModule {
    checkRefusalTexts();
    return {
      module: RoutingModule,
      imports: platformModules({ name: 'routing', config, persistence: ROUTING_PERSISTENCE, consumers: CONSUMERS }),
      controllers: [
        ...[UnitController, UnitExchangeController, LiaisonController, DutyController],
        ...[CaseController, CountyStepsController, UnitStepsController, RegisterController, AuthorisationController, SlipController, SupplementController],
        ...REACTIONS,
      ],
      providers: [
        { provide: POLICIES, useFactory: () => loadPolicyBook(config.policyPath, config.county) },
        ...[CalendarStore, UnitStore, UnitService, LiaisonChanges, LiaisonService, DutyWatch, CaseStore, CaseRules, CaseService, CaseReader, CaseFacts],
        ...[PaperRegisterStore, RegisterReader, AuthorisationStore, AuthorisationService],
        ...[TicketNumberStore, SlipStores, SlipService],
      ],
    };
  }
}
