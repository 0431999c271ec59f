import { Controller, Module, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { type CustomTransportStrategy, EventPattern, Server } from '@nestjs/microservices';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AuthModule } from '@hotline/auth';
import { HealthModule } from '@hotline/observability';
import { bootstrapService } from './index.js';

/** A transport in this process, so that a spec can deliver a message itself. */
class Doorstep extends Server implements CustomTransportStrategy {
  override readonly transportId = Symbol('doorstep');

  listen(ready: () => void): void {
    ready();
  }

  close(): void {}
  on(): void {}

  unwrap<T>(): T {
    return this as unknown as T;
  }

  /** Resolves when the handler is done; rejects with what it threw. */
  async deliver(pattern: string, payload: object): Promise<void> {
    const result: unknown = await this.messageHandlers.get(pattern)?.(payload, {});
    await new Promise<void>((resolve, reject) => this.transformToObservable(result).subscribe({ error: reject, complete: resolve }));
  }
}

const hooks: string[] = [];
const broken = Object.assign(new Error('connection lost'), { code: 'ECONNRESET' });

@Controller()
class BreakOnTicketClosed implements OnModuleInit, OnApplicationBootstrap {
  onModuleInit(): void {
    hooks.push('init');
  }

  onApplicationBootstrap(): void {
    hooks.push('bootstrap');
  }

  @EventPattern<string>('ticket.closed.v1')
  closed(): Promise<never> {
    return Promise.reject(broken);
  }

  @EventPattern<string>('ticket.signed.v1')
  signed(): void {
    throw broken;
  }
}

@Module({ imports: [AuthModule.forRoot({ issuer: 'http://127.0.0.1:1', audience: 'hotline' }), HealthModule.forRoot({ checks: [] })], controllers: [BreakOnTicketClosed] })
class Specimen {}

let app: NestFastifyApplication;
const doorstep = new Doorstep();

beforeAll(async () => {
  app = await bootstrapService({ name: 'specimen', module: Specimen, strategy: doorstep, config: { mode: 'local', port: 0, host: undefined, logLevel: 'silent' }, ownsProcess: false });
});
afterAll(() => app.close());

it.each(['ticket.closed.v1', 'ticket.signed.v1'])("hands the transport the handler's own error of %s, by which it tells an outage from a defect", async (pattern) => {
  await expect(doorstep.deliver(pattern, {})).rejects.toBe(broken);
});

it('runs the hooks of start-up once, although HTTP and events start one after the other', () => {
  expect(hooks).toEqual(['init', 'bootstrap']);
});
