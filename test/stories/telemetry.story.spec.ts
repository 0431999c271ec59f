import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@hotline/testing';
import { parse } from 'yaml';
import { serviceNames, type ServiceName } from '../../deploy/local/layout.ts';
import { StoryStack } from '../setup/story-stack.ts';
import { recordUnit } from './directory.ts';
import { Hotline, type Problem } from './hotline.ts';
import { SOON, TicketTale } from './ticket-tale.ts';
import { TraceCollector } from './trace-collector.ts';
import type { TicketView } from './views.ts';

const WATER = 'YM-SWJ';
const SERVER = 2;
const CONSUMER = 5;
/** Durables by the service that their names begin with. */
const { consumers } = parse(readFileSync('deploy/nats/topology.yaml', 'utf8')) as { readonly consumers: readonly { readonly durable: string }[] };
const consumersOf = (service: ServiceName): string[] => consumers.map(({ durable }) => durable).filter((durable) => durable.startsWith(`${service}-`));

let collector: TraceCollector;
let stack: StoryStack;
let hotline: Hotline;

beforeAll(async () => {
  collector = await TraceCollector.start();
  stack = await StoryStack.start({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint });
  hotline = new Hotline(stack.url, stack.issuer);
  await recordUnit(hotline, WATER);
}, 180_000);
afterAll(async () => {
  await stack?.stop();
  await collector?.stop();
}, 60_000);

async function probe(service: ServiceName, name: string): Promise<number> {
  const response = await fetch(`${stack.urlOf(service)}/health/${name}`);
  await response.body?.cancel();
  return response.status;
}

/** The samples of one service's metrics page, by name and labels. */
async function metricsOf(service: ServiceName): Promise<Map<string, number>> {
  const response = await fetch(`${stack.urlOf(service)}/metrics`);
  expect(response.status).toBe(200);
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
}

async function expectProbes(expected: { readonly live: number; readonly ready: number }): Promise<void> {
  await eventually(async () => {
    const found = await Promise.all(serviceNames.map(async (service) => ({ service, live: await probe(service, 'live'), ready: await probe(service, 'ready') })));
    expect(found).toEqual(serviceNames.map((service) => ({ service, ...expected })));
  }, { within: 40_000, every: 200 });
}

const matter = { channel: 'phone', petitionerKind: 'individual', category: 'help', title: '停水', text: '小区停水两天。' };

describe('the platform can be watched', () => {
  it('follows one ticket under one trace id from the HTTP calls through outbox and bus into the other services', async () => {
    const traceId = randomBytes(16).toString('hex');
    const sending = { headers: { traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-01` } };
    const { id } = await hotline.as('operator').post<TicketView>('/intake/v1/tickets', matter, sending);
    await hotline.as('operator').post(`/intake/v1/tickets/${id}/acceptance`, { scopeCode: 'matter-to-solve' }, sending);
    await eventually(() => hotline.as('dispatcher').post(`/routing/v1/tickets/${id}/dispatch`, { mode: 'transfer', lead: WATER }, sending), SOON);

    const trace = () => collector.spans.filter((span) => span.traceId === traceId);
    const lines = (kind: number) => [...new Set(trace().filter((span) => span.kind === kind).map(({ service, name }) => `${service}: ${name}`))].sort();
    await eventually(() => {
      expect(lines(SERVER)).toEqual(['intake: POST /intake/v1/tickets', 'intake: POST /intake/v1/tickets/:id/acceptance', 'routing: POST /routing/v1/tickets/:id/dispatch']);
      const consumed = lines(CONSUMER).filter((line) => !line.endsWith(': consume clock.stopped.v1')); // not told when start and stop come in one batch
      expect(consumed).toEqual([
        ...['appraisal: consume clock.started.v1', 'appraisal: consume ticket.accepted.v1', 'appraisal: consume ticket.dispatched.v1', 'appraisal: consume ticket.registered.v1'],
        ...['intake: consume ticket.dispatched.v1', 'prefecture: consume ticket.dispatched.v1', 'prefecture: consume ticket.registered.v1', 'routing: consume ticket.accepted.v1', 'routing: consume ticket.registered.v1'],
        ...['sla: consume ticket.accepted.v1', 'sla: consume ticket.dispatched.v1', 'sla: consume ticket.registered.v1'],
        ...['supervision: consume clock.started.v1', 'supervision: consume ticket.dispatched.v1', 'supervision: consume ticket.registered.v1'],
      ]);
    }, { within: 30_000, every: 200 });

    const dispatch = trace().find((span) => span.name.endsWith('/dispatch') && span.attributes['http.response.status_code'] === '200');
    const parents = trace().filter((span) => span.name === 'consume ticket.dispatched.v1').map((span) => `${span.service} ${span.parentSpanId}`);
    expect(parents.sort()).toEqual(['appraisal', 'intake', 'prefecture', 'sla', 'supervision'].map((service) => `${service} ${dispatch?.spanId}`));
    for (const service of ['intake', 'routing'] as const) expect(stack.logs().get(`${service}.log`)).toContain(`"traceId":"${traceId}"`);
  }, 60_000);

  it('shows rate, errors and duration, what waits in the outbox, how far each consumer is behind, and clocks that are due', async () => {
    const unfound = '/v1/tickets/00000000-0000-7000-8000-000000000000';
    for (const service of ['intake', 'routing'] as const) await hotline.as('dispatcher').get(`/${service}${unfound}`, 404);
    for (const service of ['sla', 'supervision', 'appraisal', 'prefecture'] as const) await hotline.as('dispatcher').get(`/${service}/v1/nothing`, 404);
    for (const [service, list] of [['sla', 'clocks'], ['supervision', 'orders'], ['prefecture', 'messages'], ['appraisal', 'rates/definitions'], ['intake', 'tickets'], ['routing', 'tickets']]) await hotline.as('dispatcher').get(`/${service}/v1/${list}`);
    for (const service of serviceNames) {
      await eventually(async () => {
        const metrics = await metricsOf(service);
        const requests = (status: string) => [...metrics].filter(([name]) => name.startsWith('http_server_request_duration_seconds_count') && name.includes(`status="${status}"`));
        for (const status of ['2xx', '4xx']) expect(requests(status).reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThan(0);
        expect([...metrics.keys()].some((name) => name.startsWith('http_server_request_duration_seconds_bucket'))).toBe(true);
        expect(metrics.get('hotline_outbox_age_seconds')).toBe(0);
        const lags = consumersOf(service).map((durable) => [durable, metrics.get(`hotline_consumer_lag{durable="${durable}"}`)]);
        expect(lags).toEqual(consumersOf(service).map((durable) => [durable, 0]));
      }, SOON);
    }
    expect((await metricsOf('sla')).get('hotline_sla_clocks_due')).toBe(0);
    expect((await fetch(`${stack.url}/intake/metrics`)).status).toBe(404);
  }, 60_000);

  it('shows how long events have been waiting while the bus is away', async () => {
    await stack.stopPart('nats');
    await TicketTale.register(hotline);
    await eventually(async () => expect((await metricsOf('intake')).get('hotline_outbox_age_seconds')).toBeGreaterThan(1), SOON);
    expect((await metricsOf('sla')).get('hotline_consumer_lag{durable="sla-tickets"}')).toBeNaN();
    await stack.startPart('nats');
    await eventually(async () => expect((await metricsOf('intake')).get('hotline_outbox_age_seconds')).toBe(0), SOON);
  }, 90_000);

  it('lives on without database and bus, says that it is not ready, refuses commands clearly, and recovers by itself', async () => {
    await expectProbes({ live: 200, ready: 200 });
    const pids = serviceNames.map((service) => stack.pidOf(service));
    await stack.stopPart('nats');
    await stack.stopPart('postgres');
    await expectProbes({ live: 200, ready: 503 });

    const commands = [
      hotline.as('operator').refused('/intake/v1/tickets', matter, 503),
      hotline.as('dispatcher').refused(`/routing/v1/tickets/00000000-0000-7000-8000-000000000000/dispatch`, { mode: 'transfer', lead: WATER }, 503),
      hotline.as('supervisor').refused('/supervision/v1/tickets/00000000-0000-7000-8000-000000000000/visits', undefined, 503),
      hotline.as('unit', WATER).refused('/sla/v1/tickets/00000000-0000-7000-8000-000000000000/extensions', { workingDays: 1, reason: '需要更多时间' }, 503),
      hotline.as('analyst').get<Problem>('/appraisal/v1/rates?from=2018-01-01&to=2018-12-31', 503),
    ];
    for (const problem of await Promise.all(commands)) expect(problem).toMatchObject({ status: 503, code: 'database-unavailable', type: 'urn:hotline:problem:database-unavailable', detail: expect.stringMatching(/[一-龥]/) });

    await stack.startPart('postgres');
    await stack.startPart('nats');
    await expectProbes({ live: 200, ready: 200 });
    expect(serviceNames.map((service) => stack.pidOf(service))).toEqual(pids);
    const tale = await TicketTale.dispatched(hotline, WATER);
    await eventually(async () => expect((await tale.clock('resolve', 1))?.verdict).toBe('running'), SOON);
  }, 120_000);
});
