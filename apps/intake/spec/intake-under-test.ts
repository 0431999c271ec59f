import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request, { type Response } from 'supertest';
import {
  ticketAssistingAddedV1,
  ticketClosedV1,
  ticketDispatchedV1,
  ticketDispatchWithdrawnV1,
  ticketReturnDecidedV1,
  ticketReworkAwaitsDispatchV1,
  ticketUpstreamReturnDecidedV1,
  type CloudEvent,
  type TicketClosedV1,
  type TicketDispatchedV1,
  type TicketReturnDecidedV1,
} from '@hotline/contracts';
import type { Clock } from '@hotline/http';
import { ServiceUnderTest } from '@hotline/testing/service';
import { INTAKE_CONFIG, type IntakeConfig } from '../src/intake.config.js';
import { IntakeModule } from '../src/intake.module.js';
import { INTAKE_PERSISTENCE } from '../src/intake.persistence.js';

export const WATER = 'YM-SWJ';
export const ROADS = 'YM-JTYSJ';
export const TOWN = '532328101';

/** A registration that nothing is wrong with. */
export const MATTER = { channel: 'phone', petitionerKind: 'individual', category: 'help', title: '路灯不亮', text: '龙川街北段的路灯已有一周不亮。' };

interface Call {
  readonly headers?: Readonly<Record<string, string>>;
}

/** The intake service with short ways to call it and to tell it what routing did. */
export class IntakeUnderTest {
  private constructor(readonly service: ServiceUnderTest) {}

  static async start(environment: Readonly<Record<string, string>> = {}, clock?: Clock): Promise<IntakeUnderTest> {
    const attachments = await mkdtemp(join(process.env['HOTLINE_TEST_DIRECTORY'] ?? tmpdir(), 'attachments-'));
    const service = await ServiceUnderTest.start<IntakeConfig>({
      name: 'intake',
      schema: INTAKE_CONFIG,
      moduleOf: (config) => IntakeModule.forRoot(config),
      persistence: INTAKE_PERSISTENCE,
      environment: { HOTLINE_IDENTITY_KEY: randomBytes(32).toString('base64'), LOG_LEVEL: 'trace', HOTLINE_ATTACHMENTS: attachments, ...environment },
      ...(clock && { clock }),
    });
    return new IntakeUnderTest(service);
  }

  stop(): Promise<void> {
    return this.service.stop();
  }

  /** Caller: a role, or `unit@YM-SWJ`. */
  async get(caller: string, path: string): Promise<Response> {
    return request(this.service.server).get(`/intake/v1/${path}`).set('Authorization', await this.token(caller));
  }

  async post(caller: string, path: string, body: object | string, { headers = {} }: Call = {}): Promise<Response> {
    const sent = request(this.service.server).post(`/intake/v1/${path}`).set({ Authorization: await this.token(caller), 'Content-Type': 'application/json', ...headers });
    return sent.send(body);
  }

  register(fields: object = {}, caller = 'operator', headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.post(caller, 'tickets', { ...MATTER, ...fields }, { headers });
  }

  /** Id of a new ticket. */
  async registered(fields: object = {}): Promise<string> {
    const response = await this.register(fields);
    if (response.status !== 201) throw new Error(`not registered: ${response.status} ${response.body.code}`);
    return response.body.id as string;
  }

  /** Status and code of an answer, for whole-value comparison. */
  static verdict({ status, body }: Response): string {
    return [status, body.code].filter((part) => part !== undefined).join(' ');
  }

  async count(table: 'ticket' | 'petitioner_identity' | 'identity_data_key' | 'petitioner_index' | 'block_index' | 'attachment' | 'object_removal' | 'outbox' | 'audit_entry' | 'idempotency_key'): Promise<number> {
    const [row] = await this.service.sql<{ n: number }>(`select count(*)::int as n from ${table}`);
    return row?.n ?? -1;
  }

  /** `<version> <event>` of what was told about a ticket, oldest first. */
  async told(ticketId: string): Promise<string[]> {
    const events = (await this.service.told()).filter(({ subject }) => subject === ticketId);
    return events.map(({ version, type }) => `${version} ${type.replace('hotline.', '')}`);
  }

  dispatched(ticketId: string, dispatchNo: number, fields: Partial<TicketDispatchedV1> = {}): CloudEvent {
    const dispatch = { ticketId, dispatchNo, round: 1, category: 'help', mode: 'transfer', lead: WATER, assisting: [], supervisedGround: null } as const;
    const at = Date.UTC(2026, 0, 5, dispatchNo);
    return this.service.event(
      ticketDispatchedV1,
      { subject: ticketId, version: dispatchNo, at },
      { ...dispatch, assisting: [], ruling: false, prefectureTransfer: false, policy: 'yuanmou-2018@1', dispatchedAt: new Date(at).toISOString(), ...fields },
    );
  }

  returned(ticketId: string, dispatchNo: number, unit = WATER, accepted = true): CloudEvent {
    const decided: TicketReturnDecidedV1 = { ticketId, dispatchNo, unit, accepted, decidedAt: '2026-01-06T01:00:00.000Z' };
    return this.service.event(ticketReturnDecidedV1, { subject: ticketId, version: 50 + dispatchNo, at: Date.UTC(2026, 0, 6) }, decided);
  }

  assistingAdded(ticketId: string, dispatchNo: number, unit: string): CloudEvent {
    const added = { ticketId, dispatchNo, round: 1, unit, addedAt: '2026-01-06T02:00:00.000Z' };
    return this.service.event(ticketAssistingAddedV1, { subject: ticketId, version: 60 + dispatchNo, at: Date.UTC(2026, 0, 6) }, added);
  }

  withdrawn(ticketId: string, dispatchNo: number): CloudEvent {
    return this.service.event(ticketDispatchWithdrawnV1, { subject: ticketId, version: 70 + dispatchNo, at: Date.UTC(2026, 0, 6) }, { ticketId, dispatchNo, withdrawnAt: '2026-01-06T03:00:00.000Z' });
  }

  closed(ticketId: string, dispatchNo: number): CloudEvent {
    const closed: TicketClosedV1 = { ticketId, dispatchNo, round: 1, unit: WATER, supervised: false, closedAt: '2026-01-07T01:00:00.000Z' };
    return this.service.event(ticketClosedV1, { subject: ticketId, version: 90 + dispatchNo, at: Date.UTC(2026, 0, 7) }, closed);
  }

  reworkAwaits(ticketId: string, round: number): CloudEvent {
    const waits = { ticketId, round, awaitsSince: '2026-01-08T01:00:00.000Z' };
    return this.service.event(ticketReworkAwaitsDispatchV1, { subject: ticketId, version: 95 + round, at: Date.UTC(2026, 0, 8) }, waits);
  }

  returnedUpstream(ticketId: string): CloudEvent {
    const decided = { ticketId, accepted: true, decidedAt: '2026-01-06T01:00:00.000Z' };
    return this.service.event(ticketUpstreamReturnDecidedV1, { subject: ticketId, version: 40, at: Date.UTC(2026, 0, 6) }, decided);
  }

  /** Caller: a role, or `unit@YM-SWJ`; one subject a caller. */
  async token(caller: string): Promise<string> {
    const [role = '', unit] = caller.split('@');
    return `Bearer ${await this.service.issuer.token({ roles: [role], ...(unit && { unit }), sub: caller })}`;
  }
}
