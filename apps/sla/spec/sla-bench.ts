import { randomUUIDv7 as newId } from 'node:crypto';
import request from 'supertest';
import type { CalendarYear } from '@hotline/calendar';
import {
  ticketAcceptedV1,
  ticketClosedV1,
  ticketDispatchedV1,
  ticketFeedbackGivenV1,
  ticketRegisteredV1,
  type CloudEvent,
  type Contract,
  type TicketAcceptedV1,
  type TicketDispatchedV1,
  type TicketRegisteredV1,
} from '@hotline/contracts';
import type { clock as clocks } from '@hotline/domain';
import { isoOf, type Instant } from '@hotline/domain/shared';
import { UnitOfWork } from '@hotline/persistence';
import { ServiceUnderTest, type ServiceSetup } from '@hotline/testing/service';
import { shippedYears } from '../src/calendar/calendar-seed.js';
import { publishShippedYears } from '../src/calendar/publish-shipped-years.js';
import { ClockKeeper } from '../src/clock/clock-keeper.js';
import { SLA_CONFIG, type SlaConfig } from '../src/sla.config.js';
import { SlaModule } from '../src/sla.module.js';
import { SLA_PERSISTENCE } from '../src/sla.persistence.js';

export const LEAD = '532328101';
export const ASSISTING = '532328102';

/** Real servers on a busy machine: a limit that only a hang reaches. */
export const PATIENCE = { within: 30_000 };

/** `2026-03-02 10:00` in Asia/Shanghai. */
export const at = (text: string): Instant => Date.parse(`${text}:00+08:00`);

interface Start extends Partial<ServiceSetup<SlaConfig>> {
  /** Of the years that ship with the product, those that are published before the service starts; default: all. */
  readonly years?: (year: CalendarYear) => boolean;
}

/** The time service, at the moment that `now` says whenever it is asked. */
export function startSla(now: () => Instant, { years = () => true, prepare, ...setup }: Start = {}): Promise<ServiceUnderTest> {
  return ServiceUnderTest.start<SlaConfig>({
    name: 'sla',
    schema: SLA_CONFIG,
    moduleOf: (config) => SlaModule.forRoot(config),
    persistence: SLA_PERSISTENCE,
    clock: { now },
    prepare: async (config) => {
      const { databaseUrl, databaseSchema, county, calendarPath } = config;
      const persistence = { name: 'sla', url: databaseUrl, schema: databaseSchema, poolMax: 1, ...SLA_PERSISTENCE };
      await publishShippedYears(persistence, county, shippedYears(calendarPath, '532328').filter(years), now());
      await prepare?.(config);
    },
    ...setup,
  });
}

/** Lets the service know facts of a ticket, as if they had been told. */
export async function learn(service: ServiceUnderTest, ticketIds: string | readonly string[], ...facts: readonly clocks.TicketFact[]): Promise<void> {
  const news = [ticketIds].flat().flatMap((ticketId) => facts.map((fact) => ({ ticketId, fact })));
  await service.app.get(UnitOfWork).run((tx) => service.app.get(ClockKeeper).reconcile(tx, news));
}

/** A dispatch to one unit, under the pack of Yuanmou. */
export function dispatchFact(moment: Instant, about: Partial<Extract<clocks.TicketFact, { type: 'dispatched' }>> = {}): clocks.TicketFact {
  return { type: 'dispatched', dispatchNo: 1, round: 1, category: 'consultation', mode: 'transfer', lead: LEAD, assisting: [], policy: 'yuanmou-2018@1', prefectureTransfer: false, at: moment, ...about };
}

/** The clocks of a ticket as a caller sees them; default: the dispatcher. */
export async function clocksOf<Seen = Record<string, unknown>>(service: ServiceUnderTest, ticketId: string, authorization?: string): Promise<Seen[]> {
  const { body } = await request(service.server).get(`/sla/v1/tickets/${ticketId}/clocks`).set('Authorization', authorization ?? (await service.as('dispatcher'))).expect(200);
  return body.items as Seen[];
}

/** One ticket as its events tell of it, one after the other; moments as the spec writes them. */
export class ToldTicket {
  #version = 0;

  constructor(
    private readonly service: ServiceUnderTest,
    private readonly momentOf: (text: string) => Instant = at,
    readonly ticketId: string = newId(),
  ) {}

  /** The next event of the ticket. */
  event<T extends object>(made: Contract<T>, moment: string, eventData: NoInfer<T>): CloudEvent {
    return this.service.event<T>(made, { subject: this.ticketId, version: ++this.#version, at: this.momentOf(moment) }, eventData);
  }

  /** A moment as it stands in an event. */
  iso(moment: string): string {
    return isoOf(this.momentOf(moment));
  }

  registered(moment: string, about: Partial<TicketRegisteredV1> = {}): CloudEvent {
    const { ticketId } = this;
    const nothing = { subject: null, townCode: null, origin: null, externalId: null, prefectureNumber: null };
    return this.event(ticketRegisteredV1, moment, { ticketId, number: `T${ticketId}`, channel: 'phone', petitionerKind: 'individual', category: 'help', receivedAt: this.iso(moment), ...nothing, ...about });
  }

  accepted(moment: string, about: Partial<TicketAcceptedV1> = {}): CloudEvent {
    const moments = { receivedAt: this.iso(moment), acceptedAt: this.iso(moment) };
    return this.event(ticketAcceptedV1, moment, { ticketId: this.ticketId, scopeCode: 'matter-to-solve', category: 'help', petitionerKind: 'individual', prefectureTransfer: false, ...moments, ...about });
  }

  /** To the lead alone, or jointly with those that are named. */
  dispatched(moment: string, about: Partial<TicketDispatchedV1> = {}): CloudEvent {
    const mode = about.assisting ? 'joint' : 'transfer';
    const terms = { mode, lead: LEAD, assisting: [], supervisedGround: null, ruling: false, prefectureTransfer: false, policy: 'yuanmou-2018@1' } as const;
    return this.event(ticketDispatchedV1, moment, { ticketId: this.ticketId, dispatchNo: 1, round: 1, category: 'help', ...terms, assisting: [], dispatchedAt: this.iso(moment), ...about });
  }

  feedback(moment: string): CloudEvent {
    return this.event(ticketFeedbackGivenV1, moment, { ticketId: this.ticketId, dispatchNo: 1, round: 1, unit: LEAD, resultCode: 'resolved', feedbackAt: this.iso(moment) });
  }

  closed(moment: string): CloudEvent {
    return this.event(ticketClosedV1, moment, { ticketId: this.ticketId, dispatchNo: 1, round: 1, unit: LEAD, supervised: false, closedAt: this.iso(moment) });
  }
}
