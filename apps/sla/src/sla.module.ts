import { type DynamicModule, Module } from '@nestjs/common';
import { platformModules } from '@hotline/http';
import { EraseWordsOnArchiveDisposed } from './archive/archive.reactions.js';
import { ApplyPublications } from './calendar/apply-publications.js';
import { CalendarBook } from './calendar/calendar-book.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CalendarService } from './calendar/calendar.service.js';
import { DeadlineController } from './calendar/deadline.controller.js';
import { DraftController } from './calendar/draft.controller.js';
import { DraftService } from './calendar/draft.service.js';
import { HorizonController } from './calendar/horizon.controller.js';
import { HorizonWatch } from './calendar/horizon-watch.js';
import { PreviewService } from './calendar/preview.service.js';
import { ClockKeeper } from './clock/clock-keeper.js';
import { ClocksInHand } from './clock/clocks-in-hand.js';
import { ClockController } from './clock/clock.controller.js';
import { RunClocksOnTicketEvents } from './clock/clock.reactions.js';
import { ExtensionController } from './extension/extension.controller.js';
import { DecideExtensionOnPrefectureDecision } from './extension/extension.reactions.js';
import { ExtensionService } from './extension/extension.service.js';
import { PolicyController } from './policy/policy.controller.js';
import { installedPacks, openPolicyBook, POLICY_BOOK, POLICY_PACKS } from './policy/policy-registry.js';
import type { SlaConfig } from './sla.config.js';
import { SLA_PERSISTENCE } from './sla.persistence.js';
import { StatutoryLimitController } from './statutory-limit/statutory-limit.controller.js';
import { StatutoryLimitService } from './statutory-limit/statutory-limit.service.js';
import './sla.refusals.js';
import { ClockGauges } from './sweep/clock-gauges.js';
import { Sweep } from './sweep/sweep.js';
import { SweepLoop } from './sweep/sweep-loop.js';
import { WakeUp } from './sweep/wake-up.js';

const CONSUMERS = [
  { durable: 'sla-tickets', noun: 'ticket' },
  { durable: 'sla-prefecture', noun: 'prefecture' },
  { durable: 'sla-archive', noun: 'archive' },
];

/** 时限: calendars, clocks, extensions, warnings, overdue. */
@Module({})
export class SlaModule {
  static forRoot(config: SlaConfig): DynamicModule {
    return {
      module: SlaModule,
      imports: platformModules({ name: 'sla', config, persistence: SLA_PERSISTENCE, consumers: CONSUMERS }),
      controllers: [DeadlineController, CalendarController, DraftController, HorizonController, ClockController, ExtensionController, StatutoryLimitController, PolicyController, RunClocksOnTicketEvents, DecideExtensionOnPrefectureDecision, EraseWordsOnArchiveDisposed],
      providers: [
        { provide: POLICY_BOOK, useFactory: () => openPolicyBook(config.policyPath, config.county) },
        { provide: POLICY_PACKS, useFactory: () => installedPacks(config.policyPath, config.county) },
        CalendarBook,
        CalendarService,
        HorizonWatch,
        PreviewService,
        DraftService,
        ApplyPublications,
        ClockKeeper,
        ClocksInHand,
        ExtensionService,
        StatutoryLimitService,
        WakeUp,
        Sweep,
        SweepLoop,
        ClockGauges,
      ],
    };
  }
}
