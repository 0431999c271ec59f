import { type DynamicModule, Module } from '@nestjs/common';
import { platformModules } from '@hotline/http';
import { HistoryController } from './history/history.controller.js';
import { HistoryRulesBook } from './history/history.rules.js';
import { HistoryService } from './history/history.service.js';
import { IdentityCipher } from './identity/identity-cipher.js';
import { IdentityKeyCheck } from './identity/identity-key-check.js';
import { IdentityViewController } from './identity/identity-view.controller.js';
import { IdentityViewService } from './identity/identity-view.service.js';
import { IdentityStore } from './identity/identity.store.js';
import { INTAKE_SETTINGS, type IntakeConfig } from './intake.config.js';
import { INTAKE_PERSISTENCE } from './intake.persistence.js';
import { RegistrationBatch } from './registration/registration.batch.js';
import { RegistrationController } from './registration/registration.controller.js';
import { RegistrationService } from './registration/registration.service.js';
import { FollowTicketsThroughRouting } from './routing/routing.reactions.js';
import { SheetController } from './sheet/sheet.controller.js';
import { TicketNumbers } from './ticket/ticket-numbers.js';
import { TicketController } from './ticket/ticket.controller.js';
import { TicketReading } from './ticket/ticket.reading.js';
import { TicketService } from './ticket/ticket.service.js';
import { KeepUnitsOnUnitRecorded } from './unit/unit.reactions.js';

const CONSUMERS = [
  { durable: 'intake-tickets', noun: 'ticket', gatherMs: 50 },
  { durable: 'intake-units', noun: 'unit' },
];

/** 受理: registration, the county's first decisions, the petitioner's words and identity, past tickets. */
@Module({})
export class IntakeModule {
  static forRoot(config: IntakeConfig): DynamicModule {
    return {
      module: IntakeModule,
      imports: platformModules({ name: 'intake', config, persistence: INTAKE_PERSISTENCE, consumers: CONSUMERS }),
      controllers: [RegistrationController, TicketController, IdentityViewController, HistoryController, SheetController, FollowTicketsThroughRouting, KeepUnitsOnUnitRecorded],
      providers: [
        { provide: INTAKE_SETTINGS, useValue: config },
        { provide: IdentityCipher, useFactory: () => new IdentityCipher(config.identityKey, config.oldIdentityKeys) },
        IdentityKeyCheck,
        IdentityStore,
        IdentityViewService,
        TicketNumbers,
        TicketReading,
        TicketService,
        RegistrationBatch,
        RegistrationService,
        HistoryRulesBook,
        HistoryService,
      ],
    };
  }
}
