import { randomUUIDv7 as newId } from 'node:crypto';
import request, { type Response } from 'supertest';
import { ticketAcceptedV1, ticketRegisteredV1, type CloudEvent, type TicketAcceptedV1, type TicketRegisteredV1 } from '@hotline/contracts';
import { instantOf, isoOf, type Instant } from '@hotline/domain/shared';
import { eventually } from '@hotline/testing';
import { ServiceUnderTest } from '@hotline/testing/service';
import { ROUTING_CONFIG, type RoutingConfig } from '../src/routing.config.js';
import { RoutingModule } from '../src/routing.module.js';
import { ROUTING_PERSISTENCE } from '../src/routing.persistence.js';

/** Water bureau, transport bureau and Yuanma town, each with a liaison. */
export const WATER = 'YM-SWJ';
export const ROADS = 'YM-JTYSJ';
export const TOWN = '532328101';

interface Request {
  readonly body?: object;
  /** A body as it is, e.g. broken JSON. */
  readonly text?: string;
  /** Expected status; default 200. */
  readonly status?: number | 'any';
  readonly headers?: Readonly<Record<string, string>>;
}

const YUANMOU = '532328';
const HOUR_MS = 3_600_000;

/** The routing service with three units, a clock that stands still until it is moved, and short ways to live a ticket. */
export class County {
  private constructor(
    readonly service: ServiceUnderTest,
    private readonly clock: { at: Instant },
  ) {}

  /** Friday 2018-09-21, 09:00 in Asia/Shanghai; day one of a deadline is Monday (Mid-Autumn is not published here). `policies`: a folder with other packs of Yuanmou. */
  static async start(policies?: string): Promise<County> {
    const clock = { at: instantOf('2018-09-21T09:00:00+08:00') };
    const service = await ServiceUnderTest.start<RoutingConfig>({
      name: 'routing',
      schema: ROUTING_CONFIG,
      moduleOf: (config) => RoutingModule.forRoot(policies === undefined ? config : { ...config, county: YUANMOU }), // the bus keeps the county of the spec
      persistence: ROUTING_PERSISTENCE,
      ...(policies !== undefined && { environment: { HOTLINE_POLICY: policies } }),
      clock: { now: () => clock.at },
    });
    const county = new County(service, clock);
    await county.record(WATER, { name: '元谋县水务局', kind: 'department' });
    await county.record(ROADS, { name: '县交通运输局', kind: 'department' });
    await county.record(TOWN, { name: '元马镇', kind: 'township' });
    return county;
  }

  get now(): Instant {
    return this.clock.at;
  }

  stop(): Promise<void> {
    return this.service.stop();
  }

  until(moment: string): void {
    this.clock.at = instantOf(moment);
  }

  wait(hours: number): void {
    this.clock.at += hours * HOUR_MS;
  }

  async record(code: string, fields: object): Promise<Response> {
    const unit = { active: true, leaderInCharge: '分管领导', office: '办公室', liaison: { name: '联络员', phone: '0878-0000100' }, principalLeader: '主要负责人', ...fields };
    return this.call('put', 'admin', `units/${code}`, { body: unit });
  }

  /** Caller: a role, or `unit@YM-SWJ`; an account of that name, unless another is said. */
  async token(caller: string, account = caller): Promise<string> {
    const [role = '', unit] = caller.split('@');
    return `Bearer ${await this.service.issuer.token({ roles: [role], ...(unit && { unit }), sub: account })}`;
  }

  get(caller: string, path: string, status = 200): Promise<Response> {
    return this.call('get', caller, path, { status });
  }

  post(caller: string, path: string, body?: object, status = 200): Promise<Response> {
    return this.call('post', caller, path, { ...(body && { body }), status });
  }

  /** One request; fails unless the answer has the expected status, and then shows what was answered and, of a defect, what was logged. */
  async call(method: 'get' | 'post' | 'put', caller: string, path: string, { body, text, status = 200, headers = {} }: Request = {}): Promise<Response> {
    const sent = request(this.service.server)[method](`/routing/v1/${path}`).set({ Authorization: await this.token(caller), ...headers });
    const response = await (body === undefined && text === undefined ? sent : sent.send(text ?? body));
    if (status === 'any') return response;
    expect({ status: response.status, ...(response.status !== status && { body: response.body as unknown, log: response.status === 500 ? this.service.logLines.slice(-3) : [] }) }).toEqual({ status });
    return response;
  }

  /** A ticket accepted now, as intake tells it; answers its id when it waits for dispatch. */
  async accepted(fields: Partial<TicketAcceptedV1> = {}): Promise<string> {
    const ticketId = newId();
    await this.service.tell(this.acceptance(ticketId, fields));
    await eventually(() => this.get('dispatcher', `tickets/${ticketId}`));
    return ticketId;
  }

  acceptance(ticketId: string, fields: Partial<TicketAcceptedV1> = {}): CloudEvent {
    const at = isoOf(this.now);
    const accepted: TicketAcceptedV1 = {
      ...{ ticketId, scopeCode: 'matter-to-solve', category: 'help', petitionerKind: 'individual', prefectureTransfer: false, receivedAt: at, acceptedAt: at },
      ...fields,
    };
    return this.service.event(ticketAcceptedV1, { subject: ticketId, version: 2, at: this.now }, accepted);
  }

  /** The registration of a ticket under a number, as intake tells it. */
  registration(ticketId: string, number: string, more: Partial<TicketRegisteredV1> = {}): CloudEvent {
    return this.service.event(ticketRegisteredV1, { subject: ticketId, version: 1, at: this.now }, {
      ...{ ticketId, number, channel: 'phone', petitionerKind: 'individual', category: 'help', subject: null, townCode: null, receivedAt: isoOf(this.now) },
      ...{ origin: null, externalId: null, prefectureNumber: null, ...more },
    });
  }

  /** A ticket dispatched to the water bureau. */
  async dispatched(fields: object = {}, accepted: Partial<TicketAcceptedV1> = {}): Promise<string> {
    const ticketId = await this.accepted(accepted);
    await this.post('dispatcher', `tickets/${ticketId}/dispatch`, { mode: 'transfer', lead: WATER, ...fields });
    return ticketId;
  }

  /** A ticket that the water bureau has answered and the county has filed. */
  async closed(): Promise<string> {
    const ticketId = await this.dispatched();
    await this.post(`unit@${WATER}`, `tickets/${ticketId}/result`, { resultCode: 'resolved', text: '已修复。' });
    await this.post(`leader@${WATER}`, `tickets/${ticketId}/approval`, { sealNumber: '元水印1' });
    await this.post('dispatcher', `tickets/${ticketId}/paper`);
    return ticketId;
  }

  /** Names and versions of what routing has told of a ticket, oldest first. */
  async told(subject: string): Promise<string[]> {
    const events = (await this.service.told()).filter((event) => event.subject === subject);
    return events.map(({ type, version }) => `${version} ${type.replace(/^hotline\.(ticket|unit)\./, '').replace(/\.v1$/, '')}`);
  }
}
