import type { DynamicModule } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { AuthModule } from '@hotline/auth';
import { Bus, MessagingModule, type DurableBinding } from '@hotline/messaging';
import { HealthModule } from '@hotline/observability';
import { databaseAnswers, PersistenceModule, type PersistenceOptions } from '@hotline/persistence';
import type { ServiceConfig } from './service-config.js';

export interface PlatformOptions {
  /** Service name: its routes' prefix, schema by default, and name in logs, database and bus. */
  readonly name: string;
  readonly config: ServiceConfig;
  readonly persistence: Pick<PersistenceOptions, 'entities' | 'migrations'>;
  /** Durable consumers of the topology that the service binds to. */
  readonly consumers: readonly DurableBinding[];
}

/** What every service imports: its database, the bus, who may call, and probes that ask both. */
export function platformModules({ name, config, persistence, consumers }: PlatformOptions): DynamicModule[] {
  const { county } = config;
  return [
    PersistenceModule.forRoot({ ...persistenceOptions(name, config, persistence), county, audit: { file: config.auditAnchor, everySeconds: config.auditAnchorSeconds } }),
    MessagingModule.forRoot({ service: name, name, url: config.natsUrl, county, consumers }),
    AuthModule.forRoot({ issuer: config.oidcIssuer, audience: config.oidcAudience, jwksUrl: config.oidcJwksUrl, demoAccounts: config.mode === 'local' }),
    HealthModule.forRootAsync({
      inject: [MikroORM, Bus],
      useFactory: (orm: MikroORM, bus: Bus) => ({
        checks: [
          { name: 'database', check: () => databaseAnswers(orm) },
          { name: 'bus', check: () => bus.answers() },
        ],
      }),
    }),
  ];
}

type DatabaseConfig = Pick<ServiceConfig, 'databaseUrl' | 'databaseSchema' | 'databasePoolMax'>;

/** The database settings of a service, for its modules and its migration step alike. */
export function persistenceOptions(name: string, config: DatabaseConfig, persistence: PlatformOptions['persistence']): PersistenceOptions {
  return { name, url: config.databaseUrl, schema: config.databaseSchema, poolMax: config.databasePoolMax, ...persistence };
}
