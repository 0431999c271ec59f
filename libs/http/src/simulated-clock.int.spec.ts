import { Controller, Get, Inject, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AuthModule, Public } from '@hotline/auth';
import { isoOf } from '@hotline/domain/shared';
import { HealthModule } from '@hotline/observability';
import { TestIssuer } from '@hotline/testing';
import { bootstrapService, CLOCK, ConfigError, refuseInsecure, type SimulatedClock } from './index.js';

const START = '2025-01-01T00:00:00+08:00';
const told: string[] = [];

@Controller('v1/now')
@Public()
class NowController {
  constructor(@Inject(CLOCK) private readonly clock: SimulatedClock) {
    clock.onMoved(() => Promise.resolve(void told.push(isoOf(clock.now()))));
  }

  @Get()
  now() {
    return { now: isoOf(this.clock.now()) };
  }
}

let issuer: TestIssuer;
let app: NestFastifyApplication;

beforeAll(async () => {
  issuer = await TestIssuer.start();
  @Module({ imports: [AuthModule.forRoot({ issuer: issuer.issuer, audience: issuer.audience }), HealthModule.forRoot({ checks: [] })], controllers: [NowController] })
  class Service {}
  const config = { mode: 'local', port: 0, host: '127.0.0.1', logLevel: 'silent', simulatedFrom: START } as const;
  app = await bootstrapService({ name: 'trial', module: Service, config, ownsProcess: false });
});
afterAll(async () => {
  await app.close();
  await issuer.stop();
});

async function move(now: unknown, role = 'admin') {
  const headers = { authorization: `Bearer ${await issuer.token({ roles: [role] })}` };
  const response = await app.inject({ method: 'PUT', url: '/trial/local/clock', headers, payload: { now } });
  return [response.statusCode, response.json<{ code?: string; now?: string }>()] as const;
}

const shown = async () => (await app.inject({ method: 'GET', url: '/trial/v1/now' })).json<{ now: string }>().now;

describe('a simulated clock', () => {
  it('stands where it was told to begin, moves when an administrator says so, and answers when what fell due is done', async () => {
    expect(await shown()).toBe('2024-12-31T16:00:00.000Z');
    expect(await move('2025-01-02T09:00:00+08:00')).toEqual([200, { now: '2025-01-02T01:00:00.000Z' }]);
    expect(told).toEqual(['2025-01-02T01:00:00.000Z']);
    expect(await shown()).toBe('2025-01-02T01:00:00.000Z');
  });

  it('never goes back, and is moved by nobody else', async () => {
    expect(await move('2025-01-01T09:00:00+08:00')).toMatchObject([409, { code: 'clock-never-goes-back' }]);
    expect(await move('yesterday')).toMatchObject([400, { code: 'validation-failed' }]);
    expect(await move('2025-02-01T09:00:00+08:00', 'operator')).toMatchObject([403, {}]);
    expect(await shown()).toBe('2025-01-02T01:00:00.000Z');
  });

  it('is refused outside local mode', () => {
    const settings = { mode: 'production', oidcIssuer: 'https://id.example.gov.cn', oidcJwksUrl: undefined, allowPlainHttp: false } as const;
    expect(() => refuseInsecure({ ...settings, simulatedFrom: START })).toThrow(ConfigError);
    expect(() => refuseInsecure({ ...settings, simulatedFrom: undefined })).not.toThrow();
  });
});
