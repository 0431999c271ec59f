import { randomUUIDv7 as newId } from 'node:crypto';
import request from 'supertest';
import type { CloudEvent } from '@hotline/contracts';
import { eventually } from '@hotline/testing';
import type { ServiceUnderTest } from '@hotline/testing/service';
import { LEAD, PATIENCE, startSla, ToldTicket } from '../../spec/sla-bench.js';
import { clockIdOf } from '../clock/clock.store.js';
import { Sweep } from '../sweep/sweep.js';
import { WakeUp } from '../sweep/wake-up.js';

const at = (text: string): number => Date.parse(`2018-${text}:00+08:00`);
const SENT = at('09-21 10:00');
let now = SENT;
let service: ServiceUnderTest;
const callers: Record<string, string> = {};

beforeEach(() => (now = SENT));
beforeAll(async () => {
  service = await startSla(() => now);
  callers['county'] = await service.as('dispatcher');
  callers['unit'] = await service.as('unit', LEAD);
});
afterAll(() => service.stop());

interface Listed {
  readonly ticketId: string;
  readonly number: string | null;
}

async function get<T>(path: string, caller = 'county'): Promise<T> {
  const { body } = await request(service.server).get(`/sla/v1/${path}`).set('Authorization', callers[caller] ?? '').expect(200);
  return body as T;
}

const listed = async (path: string, caller = 'county'): Promise<unknown[]> => (await get<{ items: Listed[] }>(path, caller)).items.map(({ ticketId, number }) => [ticketId, number]);
const numberOf = (ticketId: string): string => `YM20180921-${ticketId.slice(-12)}`;
const clockOf = (ticketId: string, kind = 'resolve'): Promise<Record<string, unknown>> => get(`clocks/${clockIdOf(ticketId, `${kind}:1:${LEAD}`)}`);

const registered = (ticketId: string, prefectureDueOn?: string): CloudEvent =>
  new ToldTicket(service, at, ticketId).registered('09-21 09:00', { number: numberOf(ticketId), channel: 'prefecture', category: 'consultation', prefectureNumber: `CX-${ticketId}`, ...(prefectureDueOn && { prefectureDueOn }) });

const dispatched = (ticketId: string, category: 'consultation' | 'complaint' = 'consultation'): CloudEvent =>
  new ToldTicket(service, at, ticketId).dispatched('09-21 10:00', { category, prefectureTransfer: true });

const ORDERS: [string, (events: CloudEvent[]) => CloudEvent[]][] = [
  ['in order', (events) => events],
  ['backwards and twice', (events) => [...events.toReversed(), ...events.toReversed()]],
];

describe('a transfer with a date of the prefecture', () => {
  it.each(ORDERS)('[Art. 14, 17] shows on its resolve clock the date and that it is earlier, told %s', async (_, order) => {
    const ticketId = newId();
    await service.tell(...order([registered(ticketId, '2018-09-28'), dispatched(ticketId)]));
    await eventually(async () => expect(await clockOf(ticketId)).toMatchObject({ dueOn: '2018-09-29', prefectureDueOn: '2018-09-28', earlier: true, number: numberOf(ticketId) }), PATIENCE);
    expect((await clockOf(ticketId))['explanation']).toMatchObject({ sentence: expect.stringContaining('州级要求办结日期为2018年9月28日，早于本时限的截止日期') });
    expect(await clockOf(ticketId, 'first-contact')).toMatchObject({ prefectureDueOn: null, earlier: false, number: numberOf(ticketId) });
  });

  it('[Art. 17] says so when the date is later, and nothing where there is none', async () => {
    const [later, none] = [newId(), newId()];
    await service.tell(registered(later, '2018-10-12'), dispatched(later), registered(none), dispatched(none));
    await eventually(async () => expect(await clockOf(later)).toMatchObject({ prefectureDueOn: '2018-10-12', earlier: false }), PATIENCE);
    await eventually(async () => expect(await clockOf(none)).toMatchObject({ prefectureDueOn: null, earlier: false }), PATIENCE);
  });

  it('[Art. 17] is warned of on the last working day before it, once however often it is looked at', async () => {
    const ticketId = newId();
    await service.tell(registered(ticketId, '2018-09-27'), dispatched(ticketId));
    await eventually(async () => expect(await clockOf(ticketId)).toMatchObject({ prefectureDueOn: '2018-09-27' }), PATIENCE);
    for (const moment of ['09-26 09:00', '09-26 10:00', '09-27 12:00']) {
      now = at(moment);
      service.app.get(WakeUp).wake();
      await service.app.get(Sweep).once();
    }
    await eventually(async () => expect((await clockOf(ticketId))['warned']).toEqual(['prefecture-date', 'half']), PATIENCE);
    const id = clockIdOf(ticketId, `resolve:1:${LEAD}`);
    const causes = (await service.sql<{ cause: string }>(`select payload::json->'data'->>'cause' as cause from outbox where aggregate = $1 and payload::json->>'type' = 'hotline.clock.warned.v1' order by id`, [id])).map(({ cause }) => cause);
    expect(causes).toEqual(['prefecture-date', 'half']);
  });
});

describe('lists name tickets by their number', () => {
  it.each(ORDERS)('[Art. 16] of clocks, extensions and limits of law, for county and unit, told %s', async (_, order) => {
    const ticketId = newId();
    await service.tell(...order([registered(ticketId), dispatched(ticketId, 'complaint')]));
    const expected = [ticketId, numberOf(ticketId)];
    await eventually(async () => expect((await listed(`clocks?ticketId=${ticketId}&unit=${LEAD}`, 'unit')).slice(0, 1)).toEqual([expected]), PATIENCE);
    const ask = await request(service.server).post(`/sla/v1/tickets/${ticketId}/extensions`).set('Authorization', callers['unit'] ?? '').send({ workingDays: 3, reason: '须现场勘察' }).expect(201);
    const law = { legalBasis: '《某某管理条例》第二十三条', amount: 10, unit: 'calendar-days', approver: '分管副县长李某' };
    await request(service.server).post(`/sla/v1/tickets/${ticketId}/statutory-limits`).set('Authorization', callers['county'] ?? '').send(law).expect(201);
    for (const caller of ['county', 'unit']) {
      expect(await listed(`extensions?ticketId=${ticketId}`, caller)).toEqual([expected]);
      expect(await listed(`statutory-limits?ticketId=${ticketId}`, caller)).toEqual([expected]);
      expect(new Set((await listed(`tickets/${ticketId}/clocks`, caller)).map(String))).toEqual(new Set([String(expected)]));
    }
    expect(await get(`extensions/${ask.body.id}`)).toMatchObject({ ticketId, number: numberOf(ticketId) });
  });

  it('leaves the number empty until the registration is known', async () => {
    const ticketId = newId();
    await service.tell(dispatched(ticketId));
    await eventually(async () => expect(await clockOf(ticketId)).toMatchObject({ number: null }), PATIENCE);
    await service.tell(registered(ticketId));
    await eventually(async () => expect(await clockOf(ticketId)).toMatchObject({ number: numberOf(ticketId) }), PATIENCE);
  });
});
