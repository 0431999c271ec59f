import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@hotline/testing';
import { serviceNames, type ServiceName } from '../../deploy/local/layout.ts';
import { StoryStack } from '../setup/story-stack.ts';
import { arrivals } from './arrivals.ts';
import { Books } from './books.ts';
import { counties } from './county.ts';
import { CountyCrowd } from './county-crowd.ts';
import { recordUnit } from './directory.ts';
import { expectEveryClockOnce, expectEveryTicketClosedOnce, expectRest, expectRightCounts, expectTheSampleDrawnOnce, PATIENT } from './every-ticket-once.ts';
import { Hotline, type Problem } from './hotline.ts';
import { command } from './command-line.ts';
import { consumersOf, expectProbes, handledBy, metricsOf } from './probes.ts';
import { SOON, TicketTale } from './ticket-tale.ts';
import { TraceCollector } from './trace-collector.ts';
import type { TicketView } from './views.ts';
import { eventsOf } from './whereabouts.ts';

const WATER = 'YM-SWJ';
const AT_ONCE = 16;
const WHILE_KILLED = 100;
/** The first service is killed when so many tickets are filed, the next one after as many more. */
const FILED_BETWEEN_KILLS = 14;
const WITH_REPLICAS = 60;
const ALL = WHILE_KILLED + WITH_REPLICAS;
const RACERS = 8;
const OUTAGE_MS = 5_000;
const EVERY_MS = 80;
/** Kinds of spans. */
const SERVER = 2;
const CONSUMER = 5;
const MATTER = { channel: 'phone', petitionerKind: 'individual', category: 'help', title: '停水', text: '停水两天，请尽快恢复。' };

let collector: TraceCollector;
let stack: StoryStack;
let hotline: Hotline;
let books: Books;

/** Kills each service while tickets flow, one after the other; answers the numbers of the processes that died. */
async function killInTurn(crowd: CountyCrowd): Promise<Map<ServiceName, number>> {
  const killed = new Map<ServiceName, number>();
  for (const [index, service] of serviceNames.entries()) {
    await eventually(() => expect(crowd.filed.length).toBeGreaterThanOrEqual((index + 1) * FILED_BETWEEN_KILLS), PATIENT);
    expect(crowd.filed.length).toBeLessThan(WHILE_KILLED);
    killed.set(service, stack.kill(service));
  }
  return killed;
}

/** Somebody calls: taken down and accepted at the first try, or the story fails. */
async function call(index: number): Promise<string> {
  const operator = hotline.as('operator');
  const matter = { ...MATTER, title: `第${index + 1}户停水`, petitioner: { contact: `0878-83${String(index).padStart(5, '0')}` } };
  const { id } = await operator.post<TicketView>('/intake/v1/tickets', matter, { status: 201 });
  await operator.post(`/intake/v1/tickets/${id}/acceptance`, { scopeCode: 'matter-to-solve' }, { status: 200 });
  return id;
}

describe.each(counties)('what breaks in %s, and how it is watched', (county) => {
  /** The second process of routing. */
  let desk: Hotline;

  beforeAll(async () => {
    collector = await TraceCollector.start();
    stack = await StoryStack.start({ ...county.environment, OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint, OTEL_TRACES_SAMPLER_ARG: '0' }); // traced is who asks for it
    hotline = new Hotline(stack.url, stack.issuer);
    books = await Books.of(stack);
    await recordUnit(hotline, WATER);
  }, 180_000);
  afterAll(async () => {
    await books?.close();
    await stack?.stop();
    await collector?.stop();
  }, 60_000);

  describe('tickets flow while each service dies once', () => {
    it('closes every ticket once', async () => {
      const crowd = new CountyCrowd(hotline, WATER);
      const [killed] = await Promise.all([killInTurn(crowd), crowd.live(WHILE_KILLED, AT_ONCE)]);
      expect([...killed.keys()]).toEqual([...serviceNames]);
      expect(crowd.triedAgain.length).toBeGreaterThan(0);
      expect(new Set(crowd.filed).size).toBe(WHILE_KILLED);
      await expectRest(books, WHILE_KILLED);
      for (const [service, pid] of killed) expect([undefined, pid]).not.toContain(stack.pidOf(service));
      await expectEveryTicketClosedOnce(books, WHILE_KILLED);
    }, 300_000);

    it('has every clock exactly once, stopped in time', () => expectEveryClockOnce(books, WHILE_KILLED));

    it('has counted right', () => expectRightCounts(hotline, books, WATER, WHILE_KILLED));

    it('[Art. 19] has drawn each ticket for a return visit at most once', () => expectTheSampleDrawnOnce(books, county.pack.returnVisit));
  });

  describe('two processes of routing and two of the time service', () => {
    it('share the work and do everything once', async () => {
      const [routing, sla] = await Promise.all([stack.addReplica('routing'), stack.addReplica('sla')]);
      desk = new Hotline(routing, stack.issuer);
      const handled = () => Promise.all([stack.urlOf('sla'), `${sla}/sla`].map((url) => handledBy(url, 'sla-tickets')));
      const [before = 0] = await handled();

      const crowd = new CountyCrowd(hotline, WATER, [hotline, desk]);
      await crowd.live(WITH_REPLICAS, AT_ONCE);
      expect(crowd.triedAgain).toEqual([]);
      await expectRest(books, ALL);
      await expectEveryTicketClosedOnce(books, ALL);
      await expectEveryClockOnce(books, ALL);
      await expectRightCounts(hotline, books, WATER, ALL);
      await expectTheSampleDrawnOnce(books, county.pack.returnVisit);

      const [first = 0, second = 0] = await handled();
      for (const part of [first - before, second]) expect(part).toBeGreaterThan(0);
      expect(first - before + second).toBe(8 * WITH_REPLICAS); // registered, accepted, dispatched, signed, contacted, result entered, feedback given, closed
    }, 240_000);

    it('let one of many win who take the same step at once, and repeat its answer under the same key', async () => {
      const tale = await TicketTale.dispatched(hotline, WATER);
      const sign = (index: number, key: string) => (index % 2 ? hotline : desk).as('unit', WATER).send<{ code?: string }>('POST', `/routing/v1/tickets/${tale.id}/sign`, undefined, { key });
      const racers = await Promise.all(Array.from({ length: RACERS }, (_, index) => sign(index, `racer-${index}`)));
      const won = racers.findIndex(({ status }) => status === 200);
      expect(racers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: RACERS - 1 }, () => 409)]);
      for (const { body } of racers.filter(({ status }) => status === 409)) expect(['already-signed', 'version-conflict']).toContain(body.code);

      const again = await Promise.all(Array.from({ length: RACERS }, (_, index) => sign(index, `racer-${won}`)));
      expect(again.map(({ status, body }) => [status, body])).toEqual(again.map(() => [200, racers[won]?.body]));
      expect(await books.count(`from routing.case_step where type = 'Signed' and ticket_id = '${tale.id}'`)).toBe(1);
    }, 60_000);
  });

  describe('the bus is away for five seconds', () => {
    it('[Art. 2] takes every ticket in meanwhile, goes on handling, shows how long its news have been waiting, and tells the other services everything once afterwards', async () => {
      const before = await TicketTale.accepted(hotline);
      const since = `ticket_id >= '${before.id}'`; // ids ascend
      await eventually(async () => expect(await books.unsettled()).toEqual({}), SOON);
      await stack.stopPart('nats');
      const calls: Promise<string>[] = [];
      for await (const index of arrivals({ everyMs: EVERY_MS, forMs: OUTAGE_MS })) calls.push(call(index));
      await before.dispatch({ mode: 'transfer', lead: WATER });
      await before.handle(WATER);
      const ids = [...(await Promise.all(calls)), before.id];
      expect(ids.length).toBeGreaterThan(OUTAGE_MS / EVERY_MS / 2);
      expect(await books.count('from intake.outbox_unsent')).toBe(2 * (ids.length - 1));
      expect(await books.count(`from appraisal.ticket_fact where ${since}`)).toBe(1);
      await eventually(async () => expect((await metricsOf(stack.urlOf('intake'))).get('hotline_outbox_age_seconds')).toBeGreaterThan(1), SOON);
      expect((await metricsOf(stack.urlOf('sla'))).get('hotline_consumer_lag{durable="sla-tickets"}')).toBeNaN();

      await stack.startPart('nats');
      await eventually(async () => {
        expect(await books.count(`from sla.clock where ${since}`)).toBe(ids.length + 5);
        expect(await books.count(`from sla.clock where ${since} and dispatch_no = 1 and verdict = 'on-time'`)).toBe(4);
        expect(await books.unsettled()).toEqual({});
      }, { within: 60_000, every: 100 });

      const heard = async (table: string) => (await books.rows<{ id: string }>(`select ticket_id as id from ${table} ${table.includes(' where ') ? 'and' : 'where'} ${since} order by 1`)).map(({ id }) => id);
      const all = [...ids].sort();
      expect(await heard('appraisal.ticket_fact')).toEqual(all);
      expect(await heard('routing.handling_case')).toEqual(all);
      expect(await heard(`sla.clock where kind = 'county-dispatch'`)).toEqual(all);
      expect(await heard(`appraisal.clock_fact where kind = 'county-dispatch'`)).toEqual(all);
      expect(await heard('supervision.known_dispatch')).toEqual([before.id]);
      await eventually(async () => expect((await before.ticket()).status).toBe('closed'), SOON);

      const events = await eventsOf(stack);
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
      for (const type of ['hotline.ticket.registered.v1', 'hotline.ticket.accepted.v1']) {
        expect(events.filter((event) => event.type === type && event.subject >= before.id).map(({ subject }) => subject).sort()).toEqual(all);
      }
    }, 180_000);
  });

  describe('the platform can be watched', () => {
    it('follows one ticket under one trace id from the HTTP calls through outbox and bus into the other services', async () => {
      const traceId = randomBytes(16).toString('hex');
      const sending = { headers: { traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-01` } };
      const { id } = await hotline.as('operator').post<TicketView>('/intake/v1/tickets', MATTER, sending);
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
          const metrics = await metricsOf(stack.urlOf(service));
          const requests = (status: string) => [...metrics].filter(([name]) => name.startsWith('http_server_request_duration_seconds_count') && name.includes(`status="${status}"`));
          for (const status of ['2xx', '4xx']) expect(requests(status).reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThan(0);
          expect([...metrics.keys()].some((name) => name.startsWith('http_server_request_duration_seconds_bucket'))).toBe(true);
          expect(metrics.get('hotline_outbox_age_seconds')).toBe(0);
          const lags = consumersOf(service).map((durable) => [durable, metrics.get(`hotline_consumer_lag{durable="${durable}"}`)]);
          expect(lags).toEqual(consumersOf(service).map((durable) => [durable, 0]));
        }, SOON);
      }
      expect((await metricsOf(stack.urlOf('sla'))).get('hotline_sla_clocks_due')).toBe(0);
      expect((await fetch(`${stack.url}/intake/metrics`)).status).toBe(404);
    }, 60_000);

    it('lives on without database and bus, says that it is not ready, refuses commands clearly, and recovers by itself', async () => {
      await expectProbes(stack, { live: 200, ready: 200 });
      const pids = serviceNames.map((service) => stack.pidOf(service));
      await stack.stopPart('nats');
      await stack.stopPart('postgres');
      await expectProbes(stack, { live: 200, ready: 503 });

      const commands = [
        hotline.as('operator').refused('/intake/v1/tickets', MATTER, 503),
        hotline.as('dispatcher').refused(`/routing/v1/tickets/00000000-0000-7000-8000-000000000000/dispatch`, { mode: 'transfer', lead: WATER }, 503),
        hotline.as('supervisor').refused('/supervision/v1/tickets/00000000-0000-7000-8000-000000000000/visits', undefined, 503),
        hotline.as('unit', WATER).refused('/sla/v1/tickets/00000000-0000-7000-8000-000000000000/extensions', { workingDays: 1, reason: '需要更多时间' }, 503),
        hotline.as('analyst').get<Problem>('/appraisal/v1/rates?from=2018-01-01&to=2018-12-31', 503),
      ];
      for (const problem of await Promise.all(commands)) expect(problem).toMatchObject({ status: 503, code: 'database-unavailable', type: 'urn:hotline:problem:database-unavailable', detail: expect.stringMatching(/[一-龥]/) });

      await stack.startPart('postgres');
      await stack.startPart('nats');
      await expectProbes(stack, { live: 200, ready: 200 });
      expect(serviceNames.map((service) => stack.pidOf(service))).toEqual(pids);
      const tale = await TicketTale.dispatched(hotline, WATER);
      await eventually(async () => expect((await tale.clock('resolve', 1))?.verdict).toBe('running'), SOON);
    }, 120_000);
  });

  describe('[Art. 10] the audit logs after all that', () => {
    const verify = () => command('verify', ['audit', '--anchors', stack.auditAnchors], { ...county.environment, DATABASE_URL: stack.databaseUrl });

    it('are whole and anchored outside of the database, as verified from the command line', async () => {
      await eventually(() => expect(readFileSync(stack.auditAnchors, 'utf8')).toContain('"service":"routing"'), { within: 90_000, every: 500 });
      await eventually(async () => expect(await verify()).toMatchObject({ code: 0, stdout: expect.stringMatching(/✓ 派单 routing：完好；已封印 [1-9]\d* 条，待封印 \d+ 条，依规销毁文字 0 条，比对锚点 [1-9]/) }), PATIENT);
    }, 150_000);
  });
});
