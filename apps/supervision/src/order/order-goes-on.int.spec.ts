import { randomUUIDv7 as newId } from 'node:crypto';
import { ticketDispatchWithdrawnV1, type CloudEvent } from '@hotline/contracts';
import { at, SupervisionBench, TOWN, WATER } from '../../spec/supervision-bench.js';

let bench: SupervisionBench;

beforeAll(async () => (bench = await SupervisionBench.start()));
beforeEach(() => (bench.now = at('2026-03-02 10:00')));
afterAll(() => bench.service.stop());

const recalled = (ticketId: string, dispatchNo = 1): CloudEvent =>
  bench.service.event(ticketDispatchWithdrawnV1, { subject: ticketId, version: 3, at: bench.now }, { ticketId, dispatchNo, reason: 'recalled', withdrawnAt: new Date(bench.now).toISOString() });
const next = (ticketId: string, about: object = {}): CloudEvent => bench.dispatched(ticketId, { dispatchNo: 2, lead: TOWN, ...about });
const order = { ground: 'leader-instruction', workingDays: 5, requirement: '请主要负责人包案', issuingBody: '县政府督查室' };
const ordersOf = async (ticketId: string): Promise<Record<string, unknown>[]> => (await bench.get(`orders?ticketId=${ticketId}`)).body.items;
const ended = { unit: WATER, status: 'lifted', lifted: { reason: '该次派单已退回或撤回' } };
const goesOn = { unit: TOWN, status: 'issued', ground: 'leader-instruction', workingDays: 5, requirement: '请主要负责人包案', issuer: { person: null, body: '县政府督查室' } };

async function orderedTicket(fields: object = {}): Promise<string> {
  const ticketId = await bench.dispatchedTicket();
  expect((await bench.post(`tickets/${ticketId}/orders`, { ...order, ...fields })).status).toBe(201);
  bench.now += 3_600_000;
  return ticketId;
}

const ENDS: [string, (ticketId: string) => CloudEvent][] = [
  ['returned', (ticketId) => bench.returned(ticketId)],
  ['recalled', (ticketId) => recalled(ticketId)],
];
const ORDERS: [string, (end: CloudEvent, dispatch: CloudEvent) => CloudEvent[][]][] = [
  ['in order', (end, dispatch) => [[end], [dispatch]]],
  ['backwards', (end, dispatch) => [[dispatch], [end]]],
  ['at once, each twice', (end, dispatch) => [[dispatch, end, dispatch, end]]],
];

describe.each(ENDS)('an order on a ticket that was %s', (_, end) => {
  it.each(ORDERS)('[Art. 15(3)] goes on with the next unit, once, told %s', async (_name, tellings) => {
    const ticketId = await orderedTicket();
    for (const events of tellings(end(ticketId), next(ticketId))) await bench.hear(...events);
    expect(await ordersOf(ticketId)).toMatchObject([ended, goesOn]);
  });
});

it('[Art. 15(3)] an order that a person lifted does not come back, and neither does one of an earlier round', async () => {
  const ticketId = await orderedTicket();
  const [{ orderId }] = (await ordersOf(ticketId)) as [{ orderId: string }];
  await bench.post(`orders/${orderId}/lifting`, { reason: '已整改' });
  bench.now += 3_600_000;
  await bench.hear(recalled(ticketId), next(ticketId));
  expect(await ordersOf(ticketId)).toHaveLength(1);
  const again = await orderedTicket();
  await bench.hear(bench.closed(again));
  await bench.hear(next(again, { round: 2 }));
  expect(await ordersOf(again)).toMatchObject([{ status: 'lifted', lifted: { reason: '工单已办结归档' } }]);
});

it('[Art. 15(3)] keeps its requirement, days and issuer where routing tells the same ground once more', async () => {
  const ticketId = await orderedTicket();
  await bench.hear(recalled(ticketId), next(ticketId, { supervisedGround: 'leader-instruction' }));
  expect(await ordersOf(ticketId)).toMatchObject([ended, goesOn]);
});

it('[Art. 15(3)] an order of a dispatch that a person lifted does not come back with a ground that is merely inherited, and does when it is named anew', async () => {
  const ground = { supervisedGround: 'leader-instruction' } as const;
  const lifted = async (): Promise<string> => {
    const ticketId = newId();
    await bench.hear(bench.registered(ticketId, 'individual'), bench.dispatched(ticketId, ground));
    const [{ orderId }] = (await ordersOf(ticketId)) as [{ orderId: string }];
    await bench.post(`orders/${orderId}/lifting`, { reason: '已整改' });
    bench.now += 3_600_000;
    return ticketId;
  };
  const [quiet, anew] = [await lifted(), await lifted()];
  await bench.hear(recalled(quiet), next(quiet, { ...ground, groundInherited: true }), recalled(anew), next(anew, ground));
  expect(await ordersOf(quiet)).toMatchObject([{ unit: WATER, lifted: { reason: '已整改' } }]);
  expect(await ordersOf(anew)).toMatchObject([{ unit: WATER, lifted: { reason: '已整改' } }, { unit: TOWN, status: 'issued' }]);
  await bench.hear(recalled(quiet, 2), bench.dispatched(quiet, { ...ground, groundInherited: true, dispatchNo: 3 }));
  expect(await ordersOf(quiet)).toHaveLength(1);
});

it('[Art. 15(3)] the ground that routing tells goes before the order that ended', async () => {
  const ticketId = await orderedTicket();
  await bench.hear(recalled(ticketId), next(ticketId, { supervisedGround: 'serious-or-typical' }));
  expect(await ordersOf(ticketId)).toMatchObject([ended, { unit: TOWN, ground: 'serious-or-typical', workingDays: null, requirement: null }]);
});

it('[Art. 15(3)] what routing told as supervised has its order with each unit in turn; a recall lifts it', async () => {
  const ticketId = newId();
  const ground = { supervisedGround: 'leader-instruction' } as const;
  await bench.hear(bench.registered(ticketId, 'individual'), recalled(ticketId), next(ticketId, ground), bench.dispatched(ticketId, ground), recalled(ticketId));
  const orders = await ordersOf(ticketId);
  expect(orders.map(({ unit, status, ground: why }) => [unit, status, why])).toEqual([[WATER, 'lifted', 'leader-instruction'], [TOWN, 'issued', 'leader-instruction']]);
  bench.now += 3_600_000;
  expect((await bench.post(`tickets/${ticketId}/orders`, order)).body.code).toBe('already-issued');
  await bench.hear(recalled(ticketId, 2));
  expect((await bench.post(`tickets/${ticketId}/orders`, order)).body.code).toBe('dispatch-ended');
});

it('[Art. 15(3)] an order for a second dissatisfaction goes on for the unit that it was found about alone', async () => {
  const found = async (lead: string): Promise<unknown[]> => {
    const ticketId = await bench.dispatchedTicket({ dispatchNo: 2, round: 2 });
    bench.now += 3_600_000;
    await bench.hear(bench.closed(ticketId, { dispatchNo: 2, round: 2, supervised: true }));
    await bench.post(`visits/${ticketId}:2/outcome`, { reached: true, solved: false, satisfaction: 'very-dissatisfied' });
    await bench.hear(bench.dispatched(ticketId, { dispatchNo: 3, round: 3 }));
    await bench.post(`second-dissatisfactions/${ticketId}:2/finding`, { text: '两轮均未到场' });
    expect((await bench.post(`tickets/${ticketId}/orders`, { ground: 'second-dissatisfaction' })).status).toBe(201);
    bench.now += 3_600_000;
    await bench.hear(recalled(ticketId, 3), bench.dispatched(ticketId, { dispatchNo: 4, round: 3, lead }));
    return (await ordersOf(ticketId)).map(({ unit, finding }) => [unit, (finding as { text: string }).text]);
  };
  expect(await found(TOWN)).toEqual([[WATER, '两轮均未到场']]);
  expect(await found(WATER)).toEqual([[WATER, '两轮均未到场'], [WATER, '两轮均未到场']]);
});
