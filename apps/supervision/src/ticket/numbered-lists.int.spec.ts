import { randomUUIDv7 as newId } from 'node:crypto';
import type { CloudEvent } from '@hotline/contracts';
import { at, SupervisionBench, WATER } from '../../spec/supervision-bench.js';

let bench: SupervisionBench;
beforeAll(async () => void (bench = await SupervisionBench.start()));
afterAll(() => bench.service.stop());
beforeEach(() => (bench.now = at('2026-03-02 10:00')));

const ORDERS: [string, (events: CloudEvent[]) => CloudEvent[]][] = [
  ['in order', (events) => events],
  ['backwards and twice', (events) => [...events.toReversed(), ...events.toReversed()]],
];

interface Listed {
  readonly ticketId?: string;
  readonly ticketIds?: readonly string[];
  readonly number?: string | null;
  readonly ticketNumbers?: readonly (string | null)[];
  readonly subjects?: readonly { readonly ticketId: string; readonly number: string | null }[];
}

const items = async (path: string, role = 'supervisor', unit?: string): Promise<Listed[]> => (await bench.get(path, role, unit)).body.items as Listed[];

/** Dissatisfied with a round; the next is ordered. */
async function dissatisfied(ticketId: string, round: number): Promise<void> {
  await bench.post(`tickets/${ticketId}/visits`);
  expect((await bench.post(`visits/${ticketId}:${round}/outcome`, { reached: true, solved: false, satisfaction: 'dissatisfied' })).status).toBe(200);
}

describe('lists name tickets by their number', () => {
  it.each(ORDERS)('[Art. 15(3), 19, 20] of orders, visits, second dissatisfactions, follow-ups and files, told %s', async (_, order) => {
    const ticketId = newId();
    const number = `YM-${ticketId.slice(-8)}`;
    await bench.hear(...order([bench.registered(ticketId, 'enterprise', number), bench.dispatched(ticketId, { supervisedGround: 'enterprise' })]));
    const mine = { ticketId, number };
    expect(await items(`orders?ticketId=${ticketId}`)).toMatchObject([mine]);
    expect(await items(`orders?ticketId=${ticketId}`, 'unit', WATER)).toMatchObject([mine]);
    expect((await bench.get(`orders/${ticketId}:1`)).body).toMatchObject(mine);
    await bench.hear(bench.fedBack(ticketId), bench.closed(ticketId));
    await dissatisfied(ticketId, 1);
    expect((await bench.post(`visits/${ticketId}:1/rework`, { reason: '仍有积水' })).status).toBe(200);
    await bench.hear(bench.dispatched(ticketId, { dispatchNo: 2, round: 2 }), bench.fedBack(ticketId, 2, 2), bench.closed(ticketId, { dispatchNo: 2, round: 2 }));
    await dissatisfied(ticketId, 2);
    expect(await items(`visits?ticketId=${ticketId}`)).toMatchObject([mine, mine]);
    expect(await items(`second-dissatisfactions?ticketId=${ticketId}`)).toMatchObject([mine]);
    expect(await items(`archive/files?ticketId=${ticketId}`)).toMatchObject([mine]);
    await bench.post('follow-ups', { way: 'on-site-inspection', unit: WATER, ticketIds: [ticketId], team: ['督查员甲'], plannedOn: '2026-03-03' });
    expect((await items('follow-ups?limit=100')).flatMap(({ subjects = [] }) => subjects.filter((subject) => subject.ticketId === ticketId))).toMatchObject([mine]);
  });

  it('[Art. 20, 23] of candidates, cases and material; what belongs to no ticket has no number, and one whose registration is not known none yet', async () => {
    const [ticketId, unknown] = [newId(), newId()];
    const number = `YM-${ticketId.slice(-8)}`;
    await bench.hear(bench.registered(ticketId, 'individual', number), bench.dispatched(ticketId), bench.dispatched(unknown));
    const late = { verdict: 'late', stoppedAt: new Date(at('2026-03-11 10:00')).toISOString(), overdueAt: new Date(at('2026-03-07 00:00')).toISOString(), workingDaysUsed: 7, workingDaysLate: 3 } as const;
    await bench.hear(bench.clock(1, { clockId: newId(), ticketId, kind: 'resolve', ...late }));
    expect((await items('accountability/candidates?limit=100')).filter(({ ticketIds }) => ticketIds?.includes(ticketId))).toMatchObject([{ ticketIds: [ticketId], ticketNumbers: [number] }]);
    await bench.post('accountability/cases', { unit: WATER, ground: 'untrue-feedback-or-favouritism', account: '反馈与现场不符', ticketIds: [ticketId, unknown] });
    expect((await items('accountability/cases?limit=100')).filter(({ ticketIds }) => ticketIds?.includes(unknown))).toMatchObject([{ ticketIds: [ticketId, unknown], ticketNumbers: [number, null] }]);
    const material = { kind: 'supervision', documentNo: `元督〔2026〕${number}`, location: '档案室3柜', keptFrom: '2026-03-02' };
    await bench.post('archive/materials', { ...material, ticketId });
    await bench.post('archive/materials', { ...material, kind: 'bulletin', documentNo: '第9期' });
    expect((await items('archive/materials')).map((each) => each.number)).toEqual([null, number]);
    await bench.hear(bench.registered(unknown, 'individual', 'YM-LATE'));
    expect((await items('accountability/cases?limit=100')).filter(({ ticketIds }) => ticketIds?.includes(unknown))).toMatchObject([{ ticketNumbers: [number, 'YM-LATE'] }]);
  });
});
