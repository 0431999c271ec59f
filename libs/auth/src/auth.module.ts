import { type DynamicModule, Inject, Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { refuseUndeclaredRoutes, routesOf } from './route-inventory.js';
import { type AuthOptions, TokenVerifier } from './token-verifier.js';

/** Stops the boot when a route does not say who may call it. */
@Injectable()
export class RouteCensus implements OnModuleInit {
  constructor(@Inject(DiscoveryService) private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    refuseUndeclaredRoutes(routesOf(this.discovery));
  }
}

/** Guards every HTTP route of the application. The identity provider need not be up at boot. */
@Module({})
export class AuthModule {
  static forRoot(options: AuthOptions): DynamicModule {
    return {
      module: AuthModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: TokenVerifier, useFactory: () => new TokenVerifier(options) },
        { provide: APP_GUARD, useFactory: (tokens: TokenVerifier) => new AccessGuard(tokens), inject: [TokenVerifier] },
        RouteCensus,
      ],
      exports: [TokenVerifier],
    };
  }
}
