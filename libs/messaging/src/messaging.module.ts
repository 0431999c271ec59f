import { Catch, Module, type DynamicModule, type OnApplicationShutdown, type RpcExceptionFilter } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { throwError, type Observable } from 'rxjs';
import { UnitOfWork } from '@hotline/persistence';
import { BacklogGauges } from './backlog-gauges.js';
import { Bus, type BusOptions } from './bus.js';
import { JetStreamServer, type DurableBinding } from './jetstream.server.js';
import { OutboxRelay } from './outbox-relay.js';

export interface MessagingOptions extends BusOptions {
  readonly service: string;
  readonly consumers: readonly DurableBinding[];
}

/** Closes the connection after relay and consumers have stopped. */
class BusShutdown implements OnApplicationShutdown {
  constructor(private readonly bus: Bus) {}

  onApplicationShutdown(): Promise<void> {
    return this.bus.close();
  }
}

/** Hands the handler's own error to the transport; Nest would replace it by "Internal server error" and log it a second time. */
@Catch()
export class PassErrorsOn implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

/** Provides the bus, the outbox relay, the JetStream strategy and the gauges of what is behind for one service; needs PersistenceModule. */
@Module({})
export class MessagingModule {
  static forRoot(options: MessagingOptions): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      providers: [
        { provide: Bus, useFactory: () => new Bus(options) },
        {
          provide: OutboxRelay,
          inject: [MikroORM, Bus, UnitOfWork],
          useFactory: (orm: MikroORM, bus: Bus, uow: UnitOfWork) => {
            const relay = new OutboxRelay(orm, bus, options.service);
            uow.onEvents(() => relay.wake());
            return relay;
          },
        },
        {
          provide: JetStreamServer,
          inject: [Bus, UnitOfWork],
          useFactory: (bus: Bus, uow: UnitOfWork) => new JetStreamServer(bus, uow, options.consumers),
        },
        {
          provide: BacklogGauges,
          inject: [UnitOfWork, Bus],
          useFactory: (uow: UnitOfWork, bus: Bus) => new BacklogGauges(uow, bus, options.consumers.map(({ durable }) => durable)),
        },
        { provide: BusShutdown, inject: [Bus], useFactory: (bus: Bus) => new BusShutdown(bus) },
      ],
      exports: [Bus, OutboxRelay, JetStreamServer],
    };
  }
}
