import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { AuditSealer, type AuditAnchoring } from './audit-sealer.js';
import { openOrm, type PersistenceOptions } from './orm.js';
import { Pruning } from './pruning.js';
import { UnitOfWork } from './unit-of-work.js';

/** Seals the last audit rows and closes the pool after everything that uses it has been drained. */
class OrmShutdown implements OnApplicationShutdown {
  constructor(
    private readonly orm: MikroORM,
    private readonly sealer: AuditSealer,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.sealer.finish();
    await this.orm.close(true);
  }
}

/** Provides MikroORM and the UnitOfWork of one service, seals its audit log, and removes what it keeps for a time only. */
@Module({})
export class PersistenceModule {
  static forRoot(options: PersistenceOptions & { readonly county: string; readonly audit: AuditAnchoring }): DynamicModule {
    return {
      module: PersistenceModule,
      global: true,
      providers: [
        { provide: MikroORM, useFactory: () => openOrm(options) },
        { provide: UnitOfWork, inject: [MikroORM], useFactory: (orm: MikroORM) => new UnitOfWork(orm, options.county) },
        { provide: Pruning, inject: [UnitOfWork], useFactory: (uow: UnitOfWork) => new Pruning(uow) },
        { provide: AuditSealer, inject: [UnitOfWork], useFactory: (uow: UnitOfWork) => new AuditSealer(uow, options.name, options.audit) },
        { provide: OrmShutdown, inject: [MikroORM, AuditSealer], useFactory: (orm: MikroORM, sealer: AuditSealer) => new OrmShutdown(orm, sealer) },
      ],
      exports: [MikroORM, UnitOfWork],
    };
  }
}

/** True when the database answers; used by the ready probe, never by the live probe. */
export async function databaseAnswers(orm: MikroORM): Promise<void> {
  await orm.em.fork().execute('select 1');
}
