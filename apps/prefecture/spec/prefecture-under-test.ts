import { randomUUIDv7 as newId } from 'node:crypto';
import request from 'supertest';
import {
  extensionForwardedV1,
  ticketClosedV1,
  ticketDispatchedV1,
  ticketFeedbackGivenV1,
  ticketHistoryImportedV1,
  ticketRegisteredV1,
  ticketUpstreamReturnAskedV1,
  type CloudEvent,
} from '@hotline/contracts';
import { ServiceUnderTest } from '@hotline/testing/service';
import { PREFECTURE_CONFIG, type PrefectureConfig } from '../src/prefecture.config.js';
import { PrefectureModule } from '../src/prefecture.module.js';
import { PREFECTURE_PERSISTENCE } from '../src/prefecture.persistence.js';
import { PeerPlatform } from '../../../test/prefecture/peer-platform.js';
import { CountyServices } from './county-services.js';

export const OWN_KEY = { id: 'k2', secret: 'the-secret-of-the-prefecture' };
export const OLD_KEY = { id: 'k1', secret: 'the-secret-of-last-year' };
const COUNTY_KEY = { id: 'c1', secret: 'the-secret-of-the-county' };
export const UNIT = '532328101';

/** The adapter between the simulator of the prefecture's platform and what stands for the county's services. */
export class PrefectureUnderTest {
  private constructor(
    readonly service: ServiceUnderTest,
    readonly peer: PeerPlatform,
    readonly county: CountyServices,
  ) {}

  static async start(environment: Readonly<Record<string, string>> = {}, withPeer = true): Promise<PrefectureUnderTest> {
    const county = await CountyServices.start();
    const peer = await PeerPlatform.start({ countyKey: COUNTY_KEY, ownKey: OWN_KEY, seed: 7 });
    const service = await ServiceUnderTest.start<PrefectureConfig>({
      name: 'prefecture',
      schema: PREFECTURE_CONFIG,
      moduleOf: (config) => PrefectureModule.forRoot(config),
      persistence: PREFECTURE_PERSISTENCE,
      environment: {
        HOTLINE_API_URL: county.url,
        PREFECTURE_CLIENT_SECRET: 'whatever',
        PREFECTURE_INBOUND_KEYS: `${OLD_KEY.id}:${OLD_KEY.secret},${OWN_KEY.id}:${OWN_KEY.secret}`,
        ...(withPeer && { PREFECTURE_PEER_URL: peer.url, PREFECTURE_PEER_KEY: `${COUNTY_KEY.id}:${COUNTY_KEY.secret}` }),
        PREFECTURE_PEER_TIMEOUT: '0.5',
        PREFECTURE_RETRY_SECONDS: '0.05',
        ...environment,
      },
    });
    peer.county = `${await service.app.getUrl()}/prefecture`;
    return new PrefectureUnderTest(service, peer, county);
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.peer.stop();
    await this.county.stop();
  }

  async get(path: string, role = 'dispatcher'): Promise<request.Response> {
    return request(this.service.server).get(`/prefecture/v1/${path}`).set('Authorization', await this.service.as(role));
  }

  async post(path: string, body: object = {}, role = 'dispatcher', key = newId()): Promise<request.Response> {
    return request(this.service.server).post(`/prefecture/v1/${path}`).set('Authorization', await this.service.as(role)).set('Idempotency-Key', key).send(body);
  }

  /** `kind status` of each message about a ticket, in the order of the ledger. */
  async ledgerOf(ticketId: string): Promise<string[]> {
    const rows = await this.service.sql<{ line: string }>(`select kind || ' ' || status as line from message where lane = $1 order by id`, [ticketId]);
    return rows.map(({ line }) => line);
  }

  /** Kinds that the peer has of a ticket, in the order in which they came. */
  heardOf(ticketNumber: string): string[] {
    return this.peer.messages.filter((message) => message.ticketNumber === ticketNumber).map(({ kind }) => kind);
  }

  /** What is told of a ticket of the prefecture from registration to closing, and the words that routing has of it. */
  tale(number: string | null = `楚州-${newId()}`): Tale {
    const ticketId = newId();
    const at = Date.now() - 3_600_000;
    const iso = (minutes: number): string => new Date(at + minutes * 60_000).toISOString();
    const ticketNumber = `YM-${ticketId.slice(-12)}`;
    const about = (version: number) => ({ subject: ticketId, version, at: at + version * 60_000 });
    const dispatch = { ticketId, dispatchNo: 1, round: 1 };
    const feedback = { dispatchNo: 1, result: { resultCode: 'resolved', text: '已更换灯具，恢复照明。' } };
    this.county.documents.set(`/routing/v1/tickets/${ticketId}`, { dispatch: feedback, past: [], upstreamReturns: [{ reason: '属州级管理', askedAt: iso(2), accepted: null }] });
    const { service } = this;
    return {
      ticketId,
      ticketNumber,
      prefectureNumber: number,
      registered: service.event(ticketRegisteredV1, about(1), {
        ...{ ticketId, number: ticketNumber, channel: number === null ? 'phone' : 'prefecture', petitionerKind: 'individual', category: 'help', subject: null, townCode: null, receivedAt: iso(0), origin: null, externalId: null },
        prefectureNumber: number,
      }),
      returnAsked: service.event(ticketUpstreamReturnAskedV1, about(2), { ticketId, askedAt: iso(2) }),
      dispatched: service.event(ticketDispatchedV1, about(3), {
        ...{ ...dispatch, category: 'help', mode: 'transfer', lead: UNIT, assisting: [], supervisedGround: null, ruling: false, prefectureTransfer: number !== null },
        ...{ policy: 'yuanmou-2018@1', dispatchedAt: iso(3) },
      }),
      feedbackGiven: service.event(ticketFeedbackGivenV1, about(5), { ...dispatch, unit: UNIT, resultCode: 'resolved', feedbackAt: iso(5) }),
      closed: service.event(ticketClosedV1, about(6), { ...dispatch, unit: UNIT, supervised: false, closedAt: iso(6) }),
    };
  }

  /** A tale that turns out to be of the past. */
  importedOf({ ticketId }: Tale): CloudEvent {
    return this.service.event(ticketHistoryImportedV1, { subject: ticketId, version: 2, at: Date.now() }, {
      ...{ ticketId, category: 'help', prefectureTransfer: true, petitionerKind: 'individual', unit: UNIT, receivedAt: '2018-09-10T01:00:00.000Z', dispatchedAt: '2018-09-10T02:00:00.000Z' },
      ...{ signedAt: null, contactedAt: null, feedbackAt: null, closedAt: null, satisfaction: null, solved: null },
    });
  }

  /** A request for more time that the county forwarded, which sla has as such. */
  extensionOf(ticketId: string): { readonly extensionId: string; readonly forwarded: CloudEvent } {
    const extensionId = newId();
    this.county.documents.set(`/sla/v1/extensions/${extensionId}`, { status: 'forwarded', reason: '须向州教育局核实' });
    const at = Date.now() - 3_000;
    const terms = { extensionId, ticketId, dispatchNo: 1, round: 1, unit: UNIT, workingDays: 3, forwardedAt: new Date(at).toISOString() };
    return { extensionId, forwarded: this.service.event(extensionForwardedV1, { subject: ticketId, version: 9, at }, terms) };
  }
}

export interface Tale {
  readonly ticketId: string;
  readonly ticketNumber: string;
  readonly prefectureNumber: string | null;
  readonly registered: CloudEvent;
  readonly returnAsked: CloudEvent;
  readonly dispatched: CloudEvent;
  readonly feedbackGiven: CloudEvent;
  readonly closed: CloudEvent;
}
