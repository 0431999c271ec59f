import type { DynamicModule, FactoryProvider, ModuleMetadata } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { type HealthCheck, HealthChecks } from './health-checks.js';
import { HealthController } from './health.controller.js';

export interface HealthOptions {
  readonly checks: readonly HealthCheck[];
}

export interface HealthAsyncOptions extends Pick<ModuleMetadata, 'imports'>, Pick<FactoryProvider, 'inject'> {
  readonly useFactory: (...injected: never[]) => HealthOptions | Promise<HealthOptions>;
}

/** `/health/live`, `/health/ready` and `/health/startup` below the service's prefix. Import once. */
@Module({})
export class HealthModule {
  static forRoot(options: HealthOptions): DynamicModule {
    return moduleWith({ provide: HealthChecks, useFactory: () => new HealthChecks(options.checks) });
  }

  /** Checks built from injected connections. */
  static forRootAsync({ imports = [], inject = [], useFactory }: HealthAsyncOptions): DynamicModule {
    const build = useFactory as (...injected: unknown[]) => HealthOptions | Promise<HealthOptions>;
    const useChecks = async (...injected: unknown[]) => new HealthChecks((await build(...injected)).checks);
    return moduleWith({ provide: HealthChecks, useFactory: useChecks, inject }, imports);
  }
}

function moduleWith(checks: FactoryProvider, imports: ModuleMetadata['imports'] = []): DynamicModule {
  return { module: HealthModule, global: true, imports, controllers: [HealthController], providers: [checks], exports: [HealthChecks] };
}
