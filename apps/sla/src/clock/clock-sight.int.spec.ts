import { randomUUIDv7 as newId } from 'node:crypto';
import request from 'supertest';
import type { clock as clocks } from '@hotline/domain';
import { UnitOfWork } from '@hotline/persistence';
import { ServiceUnderTest } from '@hotline/testing/service';
import { SLA_CONFIG, type SlaConfig } from '../sla.config.js';
import { SlaModule } from '../sla.module.js';
import { SLA_PERSISTENCE } from '../sla.persistence.js';
import { ClockKeeper } from './clock-keeper.js';
import { clockIdOf } from './clock.store.js';

const [FIRST, NEXT] = ['532328101', '532328102'] as const;
const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const LAW = { legalBasis: '《某某管理条例》第二十三条', amount: 10, unit: 'calendar-days', approver: '分管副县长李某' } as const;
let service: ServiceUnderTest;

beforeAll(async () => {
  service = await ServiceUnderTest.start<SlaConfig>({
    name: 'sla',
    schema: SLA_CONFIG,
    moduleOf: (config) => SlaModule.forRoot(config),
    persistence: SLA_PERSISTENCE,
    clock: { now: () => at('2026-03-06 10:00') },
  });
});
afterAll(() => service.stop());

const dispatched = (dispatchNo: number, lead: string, moment: string): clocks.TicketFact =>
  ({ type: 'dispatched', dispatchNo, round: 1, category: 'complaint', mode: 'transfer', lead, assisting: [], policy: 'yuanmou-2018@1', prefectureTransfer: false, at: at(moment) });

/** A complaint that the first unit returned, and that the next has under a limit of law. */
async function returned(): Promise<string> {
  const ticketId = newId();
  const facts: readonly clocks.TicketFact[] = [
    { type: 'accepted', at: at('2026-03-02 09:00') },
    dispatched(1, FIRST, '2026-03-02 10:00'),
    { type: 'return-asked', dispatchNo: 1, unit: FIRST, at: at('2026-03-02 15:00') },
    { type: 'return-decided', dispatchNo: 1, unit: FIRST, accepted: true, at: at('2026-03-03 09:00') },
    dispatched(2, NEXT, '2026-03-03 10:00'),
  ];
  await service.app.get(UnitOfWork).run((tx) => service.app.get(ClockKeeper).reconcile(tx, facts.map((fact) => ({ ticketId, fact }))));
  await request(service.server).post(`/sla/v1/tickets/${ticketId}/statutory-limits`).set('Authorization', await service.as('dispatcher')).send(LAW).expect(201);
  return ticketId;
}

async function get(path: string, unit: string, status = 200): Promise<{ items: { unit: string; dispatchNo: number }[] }> {
  return (await request(service.server).get(`/sla/v1/${path}`).set('Authorization', await service.as('unit', unit)).expect(status)).body as never;
}

const dispatchesIn = ({ items }: { items: { dispatchNo: number }[] }): number[] => [...new Set(items.map(({ dispatchNo }) => dispatchNo))];

it('[Art. 17(return)] a unit that returned a ticket sees its own dispatch and nothing of those after it', async () => {
  const ticketId = await returned();
  for (const [unit, dispatchNo] of [[FIRST, 1], [NEXT, 2]] as const) {
    expect(dispatchesIn(await get(`tickets/${ticketId}/clocks`, unit))).toEqual([dispatchNo]);
    expect(dispatchesIn(await get(`clocks?ticketId=${ticketId}&verdict=${dispatchNo === 1 ? 'void' : 'running'}`, unit))).toEqual([dispatchNo]);
    expect((await get(`clocks?ticketId=${ticketId}&verdict=${dispatchNo === 1 ? 'running' : 'void'}`, unit)).items).toEqual([]);
    expect(dispatchesIn(await get(`statutory-limits?ticketId=${ticketId}`, unit))).toEqual(dispatchNo === 2 ? [2] : []);
  }
  await get(`clocks/${clockIdOf(ticketId, `resolve:2:${NEXT}`)}`, FIRST, 404);
  await get(`clocks/${clockIdOf(ticketId, `resolve:2:${NEXT}`)}`, NEXT);
  await get(`clocks/${clockIdOf(ticketId, `resolve:1:${FIRST}`)}`, FIRST);
  await get(`clocks/${clockIdOf(ticketId, `resolve:1:${FIRST}`)}`, NEXT, 404);
});
