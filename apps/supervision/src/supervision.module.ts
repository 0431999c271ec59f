import { type DynamicModule, Module } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { AuthModule } from '@hotline/auth';
import { loadPolicyBook } from '@hotline/http';
import { Bus, MessagingModule } from '@hotline/messaging';
import { HealthModule } from '@hotline/observability';
import { databaseAnswers, PersistenceModule, UnitOfWork } from '@hotline/persistence';
import type { SupervisionConfig } from './supervision.config.js';
import { SUPERVISION_PERSISTENCE } from './supervision.persistence.js';
import './supervision.refusals.js';
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
      { durable: 'supervision-tickets', noun: 'ticket' },
    ];
    return {
      module: SupervisionModule,
      imports: [
        PersistenceModule.forRoot({ name: 'supervision', county: config.county, url: config.databaseUrl, schema: config.databaseSchema, poolMax: config.databasePoolMax, ...SUPERVISION_PERSISTENCE }),
        MessagingModule.forRoot({ service: 'supervision', name: 'supervision', url: config.natsUrl, county: config.county, consumers }),
        AuthModule.forRoot({ issuer: config.oidcIssuer, audience: config.oidcAudience, jwksUrl: config.oidcJwksUrl }),
        HealthModule.forRootAsync({
          inject: [MikroORM, Bus],
          useFactory: (orm: MikroORM, bus: Bus) => ({
            checks: [
              { name: 'database', check: () => databaseAnswers(orm) },
              { name: 'bus', check: () => bus.answers() },
            ],
          }),
        }),
      ],
      controllers: [VisitController, OrderController, SuperviseOnTicketEvents],
      providers: [
        { provide: VisitService, inject: [UnitOfWork], useFactory: (uow: UnitOfWork) => new VisitService(uow, policies) },
        OrderService,
      ],
    };
  }
}
