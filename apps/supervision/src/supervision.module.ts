import { type DynamicModule, Module } from '@nestjs/common';
import { loadPolicyBook, platformModules } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import type { SupervisionConfig } from './supervision.config.js';
import { SUPERVISION_PERSISTENCE } from './supervision.persistence.js';
import './supervision.refusals.js';
import { NoticeController } from './notice/notice.controller.js';
import { NOTICE_POLICIES, NoticeService } from './notice/notice.service.js';
import { KeepNamesForNotices } from './notice/notice-names.reactions.js';
import { OrderController } from './order/order.controller.js';
import { OrderService } from './order/order.service.js';
import { SuperviseOnTicketEvents } from './ticket/ticket.reactions.js';
import { VisitController } from './visit/visit.controller.js';
import { VisitService } from './visit/visit.service.js';

@Module({})
export class SupervisionModule {
  static forRoot(config: SupervisionConfig): DynamicModule {
    const policies = loadPolicyBook(config.policyPath, config.county);
    const consumers = [
      { durable: 'supervision-tickets', noun: 'ticket', gatherMs: 50 },
      { durable: 'supervision-units', noun: 'unit' },
    ];
    return {
      module: SupervisionModule,
      imports: platformModules({ name: 'supervision', config, persistence: SUPERVISION_PERSISTENCE, consumers }),
      controllers: [VisitController, OrderController, SuperviseOnTicketEvents, NoticeController, KeepNamesForNotices],
      providers: [
        { provide: VisitService, inject: [UnitOfWork], useFactory: (uow: UnitOfWork) => new VisitService(uow, policies) },
        OrderService,
        { provide: NOTICE_POLICIES, useValue: policies },
        NoticeService,
      ],
    };
  }
}
