import { type DynamicModule, Module } from '@nestjs/common';
import { platformModules } from '@hotline/http';
import { CountyApi } from './county/county-api.js';
import { ServiceAccount } from './county/service-account.js';
import { DecisionController } from './decision/decision.controller.js';
import { DecisionService } from './decision/decision.service.js';
import { Inbox } from './inbox/inbox.js';
import { InboxLoop } from './inbox/inbox-loop.js';
import { Deliveries } from './outbound/deliveries.js';
import { DeliveryLoop } from './outbound/delivery-loop.js';
import { DeliverySignal } from './outbound/delivery-signal.js';
import { LetterWriter } from './outbound/letter.writer.js';
import { OutboundController } from './outbound/outbound.controller.js';
import { TellThePrefecture } from './outbound/outbound.reactions.js';
import { OutboundService } from './outbound/outbound.service.js';
import { PeerPlatform } from './outbound/peer-platform.client.js';
import { PREFECTURE_SETTINGS, type PrefectureConfig } from './prefecture.config.js';
import { PREFECTURE_PERSISTENCE } from './prefecture.persistence.js';
import './prefecture.refusals.js';
import { ReconciliationController } from './reconciliation/reconciliation.controller.js';
import { ReconciliationLoop } from './reconciliation/reconciliation-loop.js';
import { ReconciliationService } from './reconciliation/reconciliation.service.js';
import { StatusController } from './status/status.controller.js';
import { StatusService } from './status/status.service.js';
import { TransferController } from './transfer/transfer.controller.js';
import { TransferService } from './transfer/transfer.service.js';

const CONSUMERS = [
  { durable: 'prefecture-tickets', noun: 'ticket' },
  { durable: 'prefecture-extensions', noun: 'extension' },
  { durable: 'prefecture-blocks', noun: 'block' },
];

/** 州级: the one adapter to the level above — transfers and decisions in, applications, feedback and closings out. */
@Module({})
export class PrefectureModule {
  static forRoot(config: PrefectureConfig): DynamicModule {
    return {
      module: PrefectureModule,
      imports: platformModules({ name: 'prefecture', config, persistence: PREFECTURE_PERSISTENCE, consumers: CONSUMERS }),
      controllers: [TransferController, DecisionController, OutboundController, ReconciliationController, StatusController, TellThePrefecture],
      providers: [
        { provide: PREFECTURE_SETTINGS, useValue: config },
        ServiceAccount,
        CountyApi,
        TransferService,
        DecisionService,
        PeerPlatform,
        LetterWriter,
        Deliveries,
        DeliverySignal,
        DeliveryLoop,
        OutboundService,
        ReconciliationService,
        ReconciliationLoop,
        Inbox,
        InboxLoop,
        StatusService,
      ],
    };
  }
}
