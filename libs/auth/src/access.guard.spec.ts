import { Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { TestIssuer } from '@hotline/testing';
import { AnyRole, AuthModule, Caller, type Principal, Public, Roles } from './index.js';

@Controller('v1/open')
@Public()
class OpenController {
  @Get()
  read() {
    return 'open';
  }

  @Get('closed')
  @Roles('admin')
  closed() {
    return 'closed';
  }
}

@Controller('v1/tickets')
class TicketController {
  @Get()
  @AnyRole()
  list(@Caller() caller: Principal) {
    return caller.subject;
  }

  @Post()
  @Roles('operator', 'prefecture')
  register(@Caller() caller: Principal) {
    return caller.roles;
  }
}

@Controller(['v1/forgotten'])
class ForgottenController {
  @Get(':id')
  read() {
    return 'never';
  }
}

let issuer: TestIssuer;

beforeAll(async () => {
  issuer = await TestIssuer.start();
});
afterAll(() => issuer.stop());

async function start(...controllers: (new () => object)[]): Promise<NestFastifyApplication> {
  @Module({ imports: [AuthModule.forRoot({ issuer: issuer.issuer, audience: issuer.audience })], controllers })
  class Service {}
  const app = await NestFactory.create<NestFastifyApplication>(Service, new FastifyAdapter(), { logger: false, abortOnError: false });
  await app.init();
  return app;
}

it('stops the boot when a route does not say who may call it, and names the route', async () => {
  await expect(start(OpenController, ForgottenController)).rejects.toThrow('routes without @Roles, @AnyRole or @Public: GET /v1/forgotten/:id (ForgottenController.read)');
});

describe('who may call what', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    app = await start(OpenController, TicketController);
  });
  afterAll(() => app.close());

  const status = async (method: 'GET' | 'POST', url: string, roles?: string[]) => {
    const authorization = roles && { authorization: `Bearer ${await issuer.token({ roles, unit: 'YM-01' })}` };
    return (await app.inject({ method, url, headers: authorization ?? {} })).statusCode;
  };

  it('is what method or, failing that, class declares', async () => {
    expect(await status('GET', '/v1/open')).toBe(200);
    expect(await status('GET', '/v1/open/closed')).toBe(401);
    expect(await status('GET', '/v1/open/closed', ['operator'])).toBe(403);
    expect(await status('GET', '/v1/open/closed', ['admin'])).toBe(200);
    expect(await status('GET', '/v1/tickets')).toBe(401);
    expect(await status('GET', '/v1/tickets', ['unit'])).toBe(200);
    expect(await status('POST', '/v1/tickets', ['unit'])).toBe(403);
    expect(await status('POST', '/v1/tickets', ['auditor', 'prefecture'])).toBe(201);
  });

  it('is asked of every call, also with a token that was good a moment ago', async () => {
    const headers = { authorization: `Bearer ${await issuer.token({ roles: ['auditor'], sub: 'li' })}` };
    expect((await app.inject({ method: 'GET', url: '/v1/tickets', headers })).payload).toBe('li');
    expect((await app.inject({ method: 'POST', url: '/v1/tickets', headers })).statusCode).toBe(403);
    expect((await app.inject({ method: 'GET', url: '/v1/tickets', headers })).payload).toBe('li');
  });
});
