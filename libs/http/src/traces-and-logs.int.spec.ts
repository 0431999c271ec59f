import { Writable } from 'node:stream';
import { Body, Controller, Get, Logger, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { InMemorySpanExporter } from '@opentelemetry/sdk-trace';
import { AuthModule, Roles } from '@hotline/auth';
import { counter, currentTraceparent, gauge, HealthModule, inSpan, startTelemetry, stopTelemetry } from '@hotline/observability';
import { eventually, TestIssuer } from '@hotline/testing';
import request from 'supertest';
import { bootstrapService, Text } from './index.js';

const NAME = '张三丰';
const PHONE = '13888888888';
const ADDRESS = '元谋县老城乡某村';

class Message {
  @Text(20)
  title!: string;

  @Text(100)
  address!: string;
}

const registered = counter('specimens_registered', 'Specimens registered');
let clocksDue: () => number = () => 7;
gauge('specimen_clocks_due', 'Clocks due', () => clocksDue());

@Controller('v1/specimens')
@Roles('operator')
class SpecimenController {
  private readonly log = new Logger('Specimen');

  @Post()
  async register(@Body() body: Message) {
    registered({ channel: 'phone' });
    this.log.log({ msg: 'registered', body, name: NAME, headers: { authorization: 'Bearer x', 'user-agent': 'spec' }, ticket: { phone: PHONE } });
    const during = await inSpan('unit-of-work', { 'db.system.name': 'postgresql' }, () => Promise.resolve(currentTraceparent()));
    return { outside: currentTraceparent(), during };
  }

  @Get('broken')
  broken() {
    const cause = Object.assign(new Error(`Key (phone)=(${PHONE}) already exists`), { code: '23502', severity: 'ERROR', table: 'ticket' });
    throw new Error(`${NAME} ${PHONE} "${ADDRESS}" cannot be saved`, { cause });
  }

  @Get('unreadable')
  unreadable() {
    return JSON.parse(`{"name": ${NAME}`) as unknown;
  }
}

const lines: string[] = [];
const spans = new InMemorySpanExporter();
let issuer: TestIssuer;
let app: NestFastifyApplication;
let token: string;
let databaseIsUp = true;

beforeAll(async () => {
  startTelemetry({ serviceName: 'specimen', exporter: spans });
  issuer = await TestIssuer.start();
  token = await issuer.token({ roles: ['operator'], name: NAME });
  const database = { name: 'database', check: () => (databaseIsUp ? Promise.resolve() : Promise.reject(new Error(`connect to ${PHONE}`))) };
  const auth = AuthModule.forRoot({ issuer: issuer.issuer, audience: issuer.audience });
  @Module({ imports: [auth, HealthModule.forRoot({ checks: [database] })], controllers: [SpecimenController] })
  class SpecimenModule {}
  app = await bootstrapService({
    name: 'specimen',
    module: SpecimenModule,
    config: { mode: 'local', port: 0, host: undefined, logLevel: 'trace' },
    logDestination: new Writable({ write: (line, _, done) => done(void lines.push(String(line))) }),
    ownsProcess: false,
  });
});

afterAll(async () => {
  await app.close();
  await issuer.stop();
  await stopTelemetry();
});

beforeEach(() => {
  lines.length = 0;
  spans.reset();
});

const call = () => request(app.getHttpServer());
const post = (body: object) => call().post('/specimen/v1/specimens').set('authorization', `Bearer ${token}`).send(body);
const written = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('a trace', () => {
  it('goes on from the caller through the request into the unit of work, and into the log', async () => {
    const { body } = await post({ title: 'a', address: 'b' }).set('traceparent', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01').expect(201);
    const finished = await eventually(() => {
      expect(spans.getFinishedSpans()).toHaveLength(2);
      return spans.getFinishedSpans();
    });
    const [work, server] = finished;
    expect([work?.name, server?.name]).toEqual(['unit-of-work', 'POST /specimen/v1/specimens']);
    expect(server?.parentSpanContext?.spanId).toBe('b7ad6b7169203331');
    expect(work?.parentSpanContext?.spanId).toBe(server?.spanContext().spanId);
    expect(server?.attributes).toMatchObject({ 'http.route': '/specimen/v1/specimens', 'http.response.status_code': 201 });
    expect(body).toEqual({
      outside: `00-0af7651916cd43dd8448eb211c80319c-${server?.spanContext().spanId}-01`,
      during: `00-0af7651916cd43dd8448eb211c80319c-${work?.spanContext().spanId}-01`,
    });
    expect(new Set(written().map(({ traceId }) => traceId))).toEqual(new Set(['0af7651916cd43dd8448eb211c80319c']));
  });

  it('is named in the problem, also where the body could not be read', async () => {
    const { body } = await call().post('/specimen/v1/specimens').set('authorization', `Bearer ${token}`).set('content-type', 'application/json').send('{').expect(400);
    expect(body.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(written().at(-1)).toMatchObject({ msg: 'request', traceId: body.traceId, status: 400 });
  });

  it('of a failed request says so and nothing of the error', async () => {
    await call().get('/specimen/v1/specimens/broken').set('authorization', `Bearer ${token}`).expect(500);
    await eventually(() => expect(spans.getFinishedSpans()).toHaveLength(1));
    expect(spans.getFinishedSpans()[0]?.status.code).toBe(2);
    expect(JSON.stringify(spans.getFinishedSpans().map(({ attributes, status, events }) => [attributes, status, events]))).not.toMatch(/张三丰|1388/);
  });
});

describe('the log', () => {
  it('quotes nobody, whatever went wrong', async () => {
    const secret = await issuer.token({ roles: ['auditor'] });
    await post({ title: NAME, address: ADDRESS });
    await post({ title: NAME, address: 7, phone: PHONE });
    await call().get(`/specimen/v1/specimens/broken?phone=${PHONE}`).set('authorization', `Bearer ${token}`).set('cookie', `session=${PHONE}`);
    await call().get('/specimen/v1/specimens/unreadable').set('authorization', `Bearer ${token}`);
    await call().get(`/specimen/v1/specimens/${encodeURIComponent(NAME)}`).set('authorization', `Bearer ${secret}`);
    const log = lines.join('');
    for (const words of [NAME, encodeURIComponent(NAME), PHONE, ADDRESS, token, secret, 'Bearer']) expect(log).not.toContain(words);
  });

  it('has one ERROR line for a defect that says where to look', async () => {
    await call().get('/specimen/v1/specimens/broken').set('authorization', `Bearer ${token}`);
    const defects = written().filter(({ msg }) => msg === 'a request ended in a defect');
    expect(defects).toHaveLength(1);
    expect(defects[0]).toMatchObject({ level: 'error', service: 'specimen', traceId: expect.any(String), err: { type: 'Error', message: '… # "…" cannot be saved', cause: { code: '23502', table: 'ticket' } } });
    expect((defects[0]?.['err'] as { frames: string[] }).frames[0]).toContain('SpecimenController.broken');
  });

  it('has one line a request with the route, never the URL, and none for probes', async () => {
    await post({ title: NAME, address: ADDRESS });
    await call().get(`/specimen/v1/${PHONE}`);
    await call().get('/specimen/health/live').expect(200);
    await call().get('/specimen/metrics').expect(200);
    const requests = written().filter(({ msg }) => msg === 'request');
    expect(requests.map(({ level, method, route, status }) => [level, method, route, status])).toEqual([
      ['info', 'POST', '/specimen/v1/specimens', 201],
      ['info', 'GET', '(unknown)', 404],
    ]);
  });

  it('drops fields that could carry words or credentials', async () => {
    await post({ title: NAME, address: ADDRESS });
    const line = written().find(({ msg }) => msg === 'registered');
    expect(line).toMatchObject({ context: 'Specimen', headers: { 'user-agent': 'spec' }, ticket: {} });
    expect(line).not.toHaveProperty('body');
    expect(line).not.toHaveProperty('name');
  });
});

describe('metrics', () => {
  it('count requests by route and status class, and show what others add', async () => {
    await post({ title: 'a', address: 'b' });
    const { text, headers } = await call().get('/specimen/metrics').expect(200);
    expect(headers['content-type']).toContain('text/plain; version=0.0.4');
    expect(text).toMatch(/http_server_request_duration_seconds_count\{[^}]*route="\/specimen\/v1\/specimens"[^}]*status="2xx"[^}]*\} \d/);
    expect(text).toMatch(/specimens_registered_total\{[^}]*channel="phone"[^}]*\} \d/);
    expect(text).toMatch(/specimen_clocks_due(\{[^}]*\})? 7/);
    expect(text).toMatch(/process_resident_memory_bytes(\{[^}]*\})? \d{7}/);
    expect(text).not.toMatch(/health|metrics"/);
  });

  it('show NaN where a reading fails', async () => {
    clocksDue = () => {
      throw new Error('no database');
    };
    const { text } = await call().get('/specimen/metrics').expect(200);
    expect(text).toMatch(/^specimen_clocks_due NaN$/m);
    expect(text).toContain('process_resident_memory_bytes');
    clocksDue = () => 7;
  });
});

describe('probes', () => {
  it('say live and started whatever the database does, ready only with it', async () => {
    await call().get('/specimen/health/ready').expect(200, { status: 'ok', checks: [{ name: 'database', status: 'ok' }] });
    databaseIsUp = false;
    await call().get('/specimen/health/ready').expect(503, { status: 'unavailable', checks: [{ name: 'database', status: 'failed' }] });
    await call().get('/specimen/health/live').expect(200, { status: 'ok' });
    await call().get('/specimen/health/startup').expect(200, { status: 'ok' });
    databaseIsUp = true;
    await call().get('/specimen/health/ready').expect(200);
    expect(written().filter(({ context }) => context === 'Health').map(({ msg }) => msg)).toEqual(['not ready: database failed', 'ready again']);
  });
});
