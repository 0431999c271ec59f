import { randomUUIDv7 as newId } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Response } from 'supertest';
import request from 'supertest';
import {
  calendarPublishedV1, clockStartedV1, clockStoppedV1, clockVoidedV1, ticketClosedV1, ticketDispatchedV1, ticketFeedbackGivenV1, ticketRegisteredV1, ticketReturnDecidedV1, type ClockReading, type CloudEvent,
  type TicketDispatchedV1,
} from '@hotline/contracts';
import type { PetitionerKind } from '@hotline/domain/shared';
import { eventually } from '@hotline/testing';
import { ServiceUnderTest } from '@hotline/testing/service';
import { SUPERVISION_CONFIG, type SupervisionConfig } from '../src/supervision.config.js';
import { SupervisionModule } from '../src/supervision.module.js';
import { SUPERVISION_PERSISTENCE } from '../src/supervision.persistence.js';

export const WATER = '532328101';
export const TOWN = '532328103';
export const at = (text: string): number => Date.parse(`${text}:00+08:00`);

/** A supervision service with a clock that specs set, its calendar of 2026, and words for what others tell it. */
export class SupervisionBench {
  now = at('2026-03-02 10:00');

  private constructor() {}

  service!: ServiceUnderTest;

  static async start(): Promise<SupervisionBench> {
    const bench = new SupervisionBench();
    bench.service = await ServiceUnderTest.start<SupervisionConfig>({
      name: 'supervision',
      schema: SUPERVISION_CONFIG,
      moduleOf: (config) => SupervisionModule.forRoot(config),
      persistence: SUPERVISION_PERSISTENCE,
      clock: { now: () => bench.now },
    });
    const year = JSON.parse(readFileSync('deploy/calendar/national-2026.json', 'utf8')) as Parameters<ServiceUnderTest['event']>[2];
    await bench.hear(bench.service.event(calendarPublishedV1, { subject: 'national:2026', version: 1, at: bench.now }, year as never));
    return bench;
  }

  /** Tells events, and waits until all of them were taken in. */
  async hear(...events: readonly CloudEvent[]): Promise<void> {
    await this.service.tell(...events);
    const ids = [...new Set(events.map(({ id }) => id))];
    await eventually(async () => expect(await this.service.sql('select event_id from inbox where event_id = any($1::uuid[])', [ids])).toHaveLength(ids.length), { within: 20_000 });
  }

  registered(ticketId: string, petitionerKind: PetitionerKind, number = 'N1'): CloudEvent {
    const facts = { number, channel: 'phone', category: 'complaint', subject: null, townCode: null, receivedAt: this.#iso(), origin: null, externalId: null, prefectureNumber: null } as const;
    return this.service.event(ticketRegisteredV1, { subject: ticketId, version: 1, at: this.now }, { ticketId, petitionerKind, ...facts });
  }

  dispatched(ticketId: string, about: Partial<TicketDispatchedV1> = {}): CloudEvent {
    return this.service.event(ticketDispatchedV1, { subject: ticketId, version: 1, at: this.now }, {
      ...{ ticketId, dispatchNo: 1, round: 1, category: 'complaint', mode: 'transfer', lead: WATER, assisting: [], supervisedGround: null, ruling: false },
      ...{ prefectureTransfer: false, policy: 'yuanmou-2018@1', dispatchedAt: this.#iso() },
      ...about,
    });
  }

  fedBack(ticketId: string, dispatchNo = 1, round = 1): CloudEvent {
    return this.service.event(ticketFeedbackGivenV1, { subject: ticketId, version: 3, at: this.now }, { ticketId, dispatchNo, round, unit: WATER, resultCode: 'resolved', feedbackAt: this.#iso() });
  }

  closed(ticketId: string, about: { readonly dispatchNo?: number; readonly round?: number; readonly unit?: string; readonly supervised?: boolean } = {}): CloudEvent {
    return this.service.event(ticketClosedV1, { subject: ticketId, version: 4, at: this.now }, { ticketId, dispatchNo: 1, round: 1, unit: WATER, supervised: false, closedAt: this.#iso(), ...about });
  }

  returned(ticketId: string, unit = WATER, accepted = true): CloudEvent {
    return this.service.event(ticketReturnDecidedV1, { subject: ticketId, version: 3, at: this.now }, { ticketId, dispatchNo: 1, unit, accepted, decidedAt: this.#iso() });
  }

  /** A clock of a ticket as the SLA service tells it. */
  clock(version: number, reading: Partial<ClockReading> & Pick<ClockReading, 'clockId' | 'ticketId' | 'kind'>): CloudEvent {
    const made = reading.verdict === 'void' ? clockVoidedV1 : reading.stoppedAt == null ? clockStartedV1 : clockStoppedV1;
    return this.service.event(made, { subject: reading.clockId, version, at: this.now }, {
      ...{ unit: WATER, dispatchNo: 1, round: 1, startedAt: this.#iso(), dueOn: '2026-03-06', dueAt: new Date(at('2026-03-07 00:00')).toISOString(), provisional: false, stoppedAt: null, overdueAt: null },
      ...{ verdict: 'running', workingDaysUsed: null, workingDaysLate: null, article: 'Art. 17(3)', cause: null, policy: 'yuanmou-2018@1', calendar: 'national:2026v1' },
      ...reading,
    });
  }

  async get(path: string, role = 'supervisor', unit?: string): Promise<Response> {
    return request(this.service.server).get(`/supervision/v1/${path}`).set('Authorization', await this.service.as(role, unit));
  }

  async post(path: string, body?: object, role = 'supervisor', unit?: string): Promise<Response> {
    return request(this.service.server).post(`/supervision/v1/${path}`).set('Authorization', await this.service.as(role, unit)).send(body);
  }

  /** Names of the events told about a subject, oldest first. */
  async toldOf(subject: string): Promise<string[]> {
    return (await this.service.told()).filter((event) => event.subject === subject).map((event) => event.type.replace('hotline.', ''));
  }

  /** An id of a ticket that is dispatched and known. */
  async dispatchedTicket(about: Partial<TicketDispatchedV1> = {}, petitionerKind: PetitionerKind = 'individual'): Promise<string> {
    const ticketId = newId();
    await this.hear(this.registered(ticketId, petitionerKind), this.dispatched(ticketId, about));
    return ticketId;
  }

  #iso(): string {
    return new Date(this.now).toISOString();
  }
}
