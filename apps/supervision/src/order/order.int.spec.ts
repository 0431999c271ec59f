import { randomUUIDv7 as newId } from 'node:crypto';
import { clockRescheduledV1, type CloudEvent } from '@hotline/contracts';
import { at, SupervisionBench, TOWN, WATER } from '../../spec/supervision-bench.js';
import { Sweep } from '../sweep/sweep.js';

let bench: SupervisionBench;

beforeAll(async () => (bench = await SupervisionBench.start()));
beforeEach(() => (bench.now = at('2026-03-02 10:00')));
afterAll(() => bench.service.stop());

const issue = (ticketId: string, body: object) => bench.post(`tickets/${ticketId}/orders`, { ground: 'leader-instruction', workingDays: 5, ...body });
const ordersOf = async (ticketId: string): Promise<Record<string, unknown>[]> => (await bench.get(`orders?ticketId=${ticketId}`)).body.items;

it('[Art. 15(3)] shows an order whole: number, ground, issuer by person and body, requirement, limit and due date', async () => {
  const ticketId = await bench.dispatchedTicket();
  const { status, body } = await issue(ticketId, { requirement: '请主要领导包案', issuingBody: '县政府督查室' });
  expect([status, body.orderNo]).toEqual([201, expect.stringMatching(/^督办〔2026〕\d+号$/)]);
  const clockId = newId();
  await bench.hear(bench.clock(1, { clockId, ticketId, kind: 'supervision', dueOn: '2026-03-09', dueAt: new Date(at('2026-03-10 00:00')).toISOString() }));
  expect(await ordersOf(ticketId)).toMatchObject([
    {
      ...{ unit: WATER, ground: 'leader-instruction', requirement: '请主要领导包案', workingDays: 5, status: 'issued' },
      issuer: { person: expect.any(String), body: '县政府督查室' },
      due: { on: '2026-03-09', at: '2026-03-09T16:00:00.000Z', provisional: false, overdue: false, clockId },
    },
  ]);
  const [listed] = await ordersOf(ticketId);
  expect((await bench.get(`orders/${body.orderId}`, 'unit', WATER)).body).toEqual(listed);
  expect((await bench.get(`orders/${body.orderId}`, 'unit', TOWN)).body.code).toBe('no-such-order');
});

it.each([
  ['no ground', { ground: undefined }],
  ['a ground that is none', { ground: 'because' }],
  ['no whole days', { workingDays: 1.5 }],
  ['too many days', { workingDays: 61 }],
  ['a finding, which is recorded elsewhere', { finding: '办理不力' }],
  ['a body of control characters', { issuingBody: '\u0007' }],
])('[Art. 15(3)] refuses %s and writes nothing', async (_, body) => {
  const ticketId = await bench.dispatchedTicket();
  expect((await issue(ticketId, body)).status).toBe(400);
  expect(await ordersOf(ticketId)).toEqual([]);
});

it('[Art. 15(3)] has one order of a dispatch running at a time, and a new one after lifting', async () => {
  const ticketId = await bench.dispatchedTicket();
  const first = await issue(ticketId, {});
  expect((await issue(ticketId, {})).body.code).toBe('already-issued');
  await bench.post(`orders/${first.body.orderId}/lifting`, { reason: '已整改' });
  const second = await issue(ticketId, { ground: 'serious-or-typical' });
  expect([second.status, second.body.orderId]).toEqual([201, `${ticketId}:1:2`]);
  expect((await ordersOf(ticketId)).map(({ orderNo }) => orderNo)).toHaveLength(2);
  expect(second.body.orderNo).not.toBe(first.body.orderNo);
});

it('[Art. 19] whatever was put under supervision is called back, also where it was dispatched as an ordinary ticket', async () => {
  const ticketId = await bench.dispatchedTicket();
  await issue(ticketId, {});
  bench.now += 3_600_000;
  await bench.hear(bench.closed(ticketId, { supervised: false }));
  expect((await bench.get(`visits?ticketId=${ticketId}`)).body.items).toMatchObject([{ basis: 'supervised', status: 'planned' }]);
  expect(await ordersOf(ticketId)).toMatchObject([{ status: 'lifted', lifted: { reason: '工单已办结归档' } }]);
});

it('[Art. 15(3)] reminds once where two replicas sweep at the same moment', async () => {
  const ticketId = await bench.dispatchedTicket();
  await issue(ticketId, {});
  await bench.hear(bench.clock(1, { clockId: newId(), ticketId, kind: 'supervision' }));
  bench.now = at('2026-03-05 10:00');
  const sweep = bench.service.app.get(Sweep);
  await Promise.all([sweep.once(bench.now), sweep.once(bench.now), sweep.once(bench.now)]);
  expect((await ordersOf(ticketId))[0]?.['reminders']).toHaveLength(1);
});

it('[Art. 15(3)] holds the ground against who the petitioner is', async () => {
  const unknown = newId();
  await bench.hear(bench.dispatched(unknown));
  expect((await issue(unknown, { ground: 'enterprise' })).body.code).toBe('petitioner-not-known-yet');
  await bench.hear(bench.registered(unknown, 'enterprise'));
  expect((await issue(unknown, { ground: 'deputy-or-delegate' })).body.code).toBe('ground-does-not-fit-petitioner');
  expect((await issue(unknown, { ground: 'enterprise' })).status).toBe(201);
});

it('[Art. 15(3)] rests on second dissatisfaction only after a person recorded the finding', async () => {
  const ticketId = await bench.dispatchedTicket({ dispatchNo: 2, round: 2 });
  bench.now += 3_600_000;
  await bench.hear(bench.closed(ticketId, { dispatchNo: 2, round: 2, supervised: true }));
  await bench.post(`visits/${ticketId}:2/outcome`, { reached: true, solved: false, satisfaction: 'very-dissatisfied', note: '还是没来水' });
  await bench.hear(bench.dispatched(ticketId, { dispatchNo: 3, round: 3 }));
  expect((await bench.get(`second-dissatisfactions?ticketId=${ticketId}`)).body.items).toMatchObject([{ visitId: `${ticketId}:2`, unit: WATER, round: 2, status: 'proposed', judged: null }]);
  expect((await issue(ticketId, { ground: 'second-dissatisfaction' })).body.code).toBe('finding-missing');
  expect((await bench.post(`second-dissatisfactions/${ticketId}:2/finding`, { text: ' ' })).status).toBe(400);
  const found = await bench.post(`second-dissatisfactions/${ticketId}:2/finding`, { text: '两轮均未到场' });
  expect(found.body).toMatchObject({ status: 'found', judged: { text: '两轮均未到场', by: expect.any(String) } });
  const order = await issue(ticketId, { ground: 'second-dissatisfaction' });
  expect(order.body).toMatchObject({ finding: { text: '两轮均未到场', by: found.body.judged.by, at: found.body.judged.at } });
  expect((await bench.post(`second-dissatisfactions/${ticketId}:2/dismissal`, { reason: '误认定' })).body.code).toBe('already-judged');
});

it('[Art. 15(3)] dismisses a candidate with a reason, and then there is no ground', async () => {
  const ticketId = await bench.dispatchedTicket({ dispatchNo: 2, round: 2 });
  bench.now += 3_600_000;
  await bench.hear(bench.closed(ticketId, { dispatchNo: 2, round: 2, supervised: true }), bench.dispatched(ticketId, { dispatchNo: 3, round: 3 }));
  await bench.post(`visits/${ticketId}:2/outcome`, { reached: true, solved: false, satisfaction: 'dissatisfied' });
  expect((await bench.post(`second-dissatisfactions/${ticketId}:2/dismissal`, { reason: '超出政策，已当面解释' })).body).toMatchObject({ status: 'dismissed' });
  expect((await issue(ticketId, { ground: 'second-dissatisfaction' })).body.code).toBe('finding-missing');
});

it('[Art. 15(3)] has the unit’s report accepted, or sent back and given again; the text stays here', async () => {
  const ticketId = await bench.dispatchedTicket();
  const { orderId } = (await issue(ticketId, {})).body;
  const judge = (body: object) => bench.post(`orders/${orderId}/judgement`, body);
  expect((await judge({ accepted: true })).body.code).toBe('no-report-to-judge');
  expect((await bench.post(`orders/${orderId}/reports`, { text: '正在抢修' }, 'unit', TOWN)).status).toBe(404);
  await bench.post(`orders/${orderId}/reports`, { text: '张某某家正在抢修' }, 'unit', WATER);
  expect((await judge({ accepted: false })).body).toMatchObject({ code: 'note-missing', advice: '请填写 note。' });
  expect((await judge({ accepted: false, note: '未说明完成时间' })).body.status).toBe('issued');
  await bench.post(`orders/${orderId}/reports`, { text: '今日 18 时完成' }, 'leader', WATER);
  expect((await judge({ accepted: true })).body).toMatchObject({ status: 'accepted', reports: [{ judged: { accepted: false, note: '未说明完成时间' } }, { text: '今日 18 时完成', judged: { accepted: true } }] });
  expect((await bench.post(`orders/${orderId}/reports`, { text: '又报' }, 'unit', WATER)).body.code).toBe('report-accepted-already');
  await bench.post(`orders/${orderId}/lifting`, { reason: '已办妥' });
  expect(await bench.toldOf(ticketId)).toEqual(['ticket.supervision-ordered.v1', 'ticket.supervision-reported.v1', 'ticket.supervision-reported.v1', 'ticket.supervision-lifted.v1']);
  expect(JSON.stringify(await bench.service.told())).not.toContain('张某某');
});

it('[Art. 15(3)] reminds by itself on the working day when the policy’s days are left, once for each due date', async () => {
  const sweep = bench.service.app.get(Sweep);
  const ticketId = await bench.dispatchedTicket();
  await issue(ticketId, {});
  const clockId = newId();
  const due = (version: number, dueOn: string, dueAt: string): CloudEvent => bench.clock(version, { clockId, ticketId, kind: 'supervision', startedAt: new Date(at('2026-03-02 10:00')).toISOString(), dueOn, dueAt: new Date(at(dueAt)).toISOString() });
  await bench.hear(due(1, '2026-03-09', '2026-03-10 00:00')); // Monday
  const remindedAt = async (...moments: string[]): Promise<number[]> => {
    const counts: number[] = [];
    for (const moment of moments) {
      bench.now = at(moment);
      await sweep.once(bench.now);
      counts.push(((await ordersOf(ticketId))[0]?.['reminders'] as object[]).length);
    }
    return counts;
  };
  expect(await remindedAt('2026-03-04 09:30', '2026-03-05 08:59', '2026-03-05 09:00', '2026-03-06 09:30')).toEqual([0, 0, 1, 1]);
  const moved = { ...due(3, '2026-03-12', '2026-03-13 00:00'), type: `hotline.${clockRescheduledV1.name}` };
  await bench.hear(moved, due(2, '2026-03-10', '2026-03-11 00:00'));
  expect(await remindedAt('2026-03-07 10:00', '2026-03-10 10:00', '2026-03-11 10:00')).toEqual([1, 2, 2]);
  expect((await ordersOf(ticketId))[0]).toMatchObject({ reminders: [{ by: null, dueOn: '2026-03-09' }, { by: null, dueOn: '2026-03-12', note: '督办时限还剩 2 个工作日，应于 2026-03-12 前办理完毕' }] });
  expect((await bench.toldOf(ticketId)).filter((name) => name === 'ticket.supervision-reminded.v1')).toHaveLength(2);
  bench.now = at('2026-03-11 11:00');
  expect((await bench.post(`orders/${ticketId}:1/reminders`, { note: '请抓紧' })).body.reminders).toHaveLength(3);
});

it.each([
  ['in order', [0, 1, 2]],
  ['the return first', [2, 0, 1]],
  ['twice and backwards', [2, 1, 0, 2, 1, 0]],
])('[Art. 15(3)] an accepted return ends the order of the dispatch: %s', async (_, order) => {
  const ticketId = newId();
  const told = [bench.registered(ticketId, 'enterprise'), bench.dispatched(ticketId, { supervisedGround: 'enterprise' })];
  bench.now += 3_600_000;
  const events = [...told, bench.returned(ticketId)];
  await bench.hear(...order.map((index) => events[index] as CloudEvent));
  expect(await ordersOf(ticketId)).toMatchObject([{ status: 'lifted', issuer: { person: null }, lifted: { reason: '该次派单已退回或撤回', at: '2026-03-02T03:00:00.000Z' } }]);
  expect(await bench.toldOf(ticketId)).toEqual(['ticket.supervision-ordered.v1', 'ticket.supervision-lifted.v1']);
  expect((await issue(ticketId, {})).body.code).toBe('dispatch-ended');
});
