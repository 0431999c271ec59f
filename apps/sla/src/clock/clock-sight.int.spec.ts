import { randomUUIDv7 as newId } from 'node:crypto';
import request from 'supertest';
import type { clock as clocks } from '@hotline/domain';
import type { ServiceUnderTest } from '@hotline/testing/service';
import { at, dispatchFact, learn, startSla } from '../../spec/sla-bench.js';
import { clockIdOf } from './clock.store.js';

const [FIRST, NEXT] = ['532328101', '532328102'] as const;
const LAW = { legalBasis: '《某某管理条例》第二十三条', amount: 10, unit: 'calendar-days', approver: '分管副县长李某' } as const;
let service: ServiceUnderTest;

beforeAll(async () => {
  service = await startSla(() => at('2026-03-06 10:00'), { years: () => false });
});
afterAll(() => service.stop());

const dispatched = (dispatchNo: number, lead: string, moment: string): clocks.TicketFact => dispatchFact(at(moment), { dispatchNo, category: 'complaint', lead });

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
  await learn(service, ticketId, ...facts);
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
