import { eventually } from '@hotline/testing';
import { County, ROADS, TOWN, WATER } from '../../spec/county.js';
import type { CaseCountsView, CaseDetailView } from './case.views.js';

const UNIT = `unit@${WATER}`;
const LEADER = `leader@${WATER}`;

let county: County;

beforeAll(async () => {
  county = await County.start();
});
afterAll(() => county.stop());

/** A ticket that waits for its paper. */
async function answered(result: object = { resultCode: 'resolved', text: '已修复。' }): Promise<string> {
  const id = await county.dispatched();
  await county.post(UNIT, `tickets/${id}/result`, result);
  await county.post(LEADER, `tickets/${id}/approval`, { sealNumber: `元水印${id.slice(-4)}` });
  return id;
}

const idsOf = (body: unknown): string[] => (body as { items: { ticketId: string }[] }).items.map(({ ticketId }) => ticketId);
const numbersOf = (body: unknown): string[] => (body as { items: { registerNo: string }[] }).items.map(({ registerNo }) => registerNo);

describe('the register of paper files', () => {
  it('[Art. 18] numbers what twenty register at once without a gap, and gives a refused one no number', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => answered()));
    const open = await county.dispatched();
    const first = ids[0] as string;
    await Promise.all([
      ...ids.map((id) => county.post('dispatcher', `tickets/${id}/paper`, { pages: 12, remark: '附照片' })),
      county.call('post', 'dispatcher', `tickets/${open}/paper`, { body: { pages: 1 }, status: 409 }),
    ]);
    await county.call('post', 'dispatcher', `tickets/${first}/paper`, { body: { pages: 12 }, status: 409 });
    const { body } = await county.get('auditor', 'paper-register?limit=200');
    expect(numbersOf(body)).toEqual(Array.from({ length: 20 }, (_, at) => `2018-${String(at + 1).padStart(6, '0')}`));
    expect(idsOf(body).sort()).toEqual(ids.sort());
    const shown = (await county.get('auditor', `tickets/${first}`)).body as CaseDetailView;
    expect(shown).toMatchObject({ status: 'closed', dispatch: { paper: { pages: 12, remark: '附照片' } } });
    expect(numbersOf(body)).toContain(shown.dispatch?.paper?.registerNo);
  });

  it('[Art. 18] begins anew with the year, in Asia/Shanghai, and is listed by period and unit', async () => {
    const [old, young] = [await answered(), await answered()];
    county.wait(24 * 101 + 14); // 2018-12-31 23:00
    await county.post('dispatcher', `tickets/${old}/paper`);
    county.wait(1);
    await county.post('dispatcher', `tickets/${young}/paper`, { pages: 3 });
    const { body } = await county.get('dispatcher', 'paper-register?from=2019-01-01&to=2019-12-31');
    expect(body).toMatchObject({ items: [{ registerNo: '2019-000001', ticketId: young, unit: WATER, pages: 3, remark: null, registeredBy: 'dispatcher' }], next: null });
    expect(idsOf((await county.get('dispatcher', 'paper-register?from=2018-12-31&to=2018-12-31')).body)).toEqual([old]);
    expect((await county.get(`unit@${ROADS}`, `paper-register?unit=${WATER}`)).body).toEqual({ items: [], next: null });
    const first = (await county.get('dispatcher', 'paper-register?limit=15')).body as { next: string };
    expect(numbersOf((await county.get('dispatcher', `paper-register?limit=15&cursor=${first.next}`)).body).slice(-2)).toEqual(['2018-000021', '2019-000001']);
    await county.get('dispatcher', 'paper-register?from=2018-02-30', 400);
    await county.post('dispatcher', `tickets/${young}/paper`, { pages: 0 }, 400);
  });

  it('[Art. 18] says which files wait for paper and for how long', async () => {
    const early = await answered();
    county.wait(24 * 7);
    const late = await answered();
    const { body } = await county.get('dispatcher', 'paper-register/awaiting');
    expect(body).toMatchObject({ items: [{ ticketId: early, unit: WATER, dispatchNo: 1, waitingWorkingDays: 5 }, { ticketId: late, waitingWorkingDays: 0 }], next: null });
    const { next } = (await county.get('dispatcher', 'paper-register/awaiting?limit=1')).body as { next: string };
    expect(idsOf((await county.get('dispatcher', `paper-register/awaiting?limit=1&cursor=${next}`)).body)).toEqual([late]);
    expect((await county.get(`unit@${ROADS}`, 'paper-register/awaiting')).body).toEqual({ items: [], next: null });
    await county.get('operator', 'paper-register/awaiting', 403);
  });

  it('[Art. 18] lists the seals that a unit used in a period', async () => {
    const id = await answered();
    const { body } = await county.get('supervisor', `seals?unit=${WATER}&limit=1`);
    expect(body).toMatchObject({ items: [{ sealNumber: `元水印${id.slice(-4)}`, unit: WATER, ticketId: id, approver: LEADER, authorisation: null, usedAt: new Date(county.now).toISOString() }] });
    const { next } = body as { next: string };
    expect(idsOf((await county.get('supervisor', `seals?unit=${WATER}&limit=200&cursor=${next}`)).body)).not.toContain(id);
    expect((await county.get('supervisor', 'seals?to=2018-09-20')).body).toEqual({ items: [], next: null });
    expect((await county.get(`leader@${ROADS}`, `seals?unit=${WATER}`)).body).toEqual({ items: [], next: null });
  });
});

describe('work lists', () => {
  const counts = async (caller: string, query = ''): Promise<Record<string, number>> => {
    const { tasks, reviewDue } = (await county.get(caller, `tickets/counts${query}`)).body as CaseCountsView;
    return Object.fromEntries([...tasks.map(({ task, count }) => [task, count] as const), ['reviewDue', reviewDue]].filter(([, count]) => count !== 0));
  };

  it('[Art. 14-18] say and count what waits for the county and for each unit', async () => {
    const before = { county: await counts('dispatcher'), roads: await counts(`unit@${ROADS}`) };
    expect(before.roads).toEqual({});
    const waiting = await county.accepted();
    const joint = await county.dispatched({ mode: 'joint', lead: ROADS, assisting: [TOWN] });
    await county.post(`unit@${ROADS}`, `tickets/${joint}/sign`);
    await county.post(`unit@${TOWN}`, `tickets/${joint}/return`, { reason: '不属我镇。', suggestedUnit: WATER });
    const more = (task: string, by: number) => (before.county[task] ?? 0) + by;
    const now = { dispatch: more('dispatch', 1), 'decide-return': more('decide-return', 1), sign: more('sign', 1), opinion: more('opinion', 1), result: more('result', 1) };
    expect(await counts('dispatcher')).toEqual({ ...before.county, ...now });
    expect(await counts(`unit@${ROADS}`)).toEqual({ result: 1 });
    expect(await counts('dispatcher', `?unit=${TOWN}`)).toEqual({ 'decide-return': 1, sign: 1, opinion: 1 });
    expect(idsOf((await county.get('dispatcher', 'tickets?task=dispatch')).body)).toContain(waiting);
    expect(idsOf((await county.get('dispatcher', 'tickets?task=decide-return')).body)).toEqual([joint]);
    expect(idsOf((await county.get(`unit@${ROADS}`, 'tickets?task=sign')).body)).toEqual([]);
    expect(idsOf((await county.get(`unit@${TOWN}`, 'tickets?task=sign')).body)).toEqual([joint]);
    expect(await counts('prefecture')).toEqual({});
    await county.get('dispatcher', 'tickets?task=dream', 400);
  });

  it('[Art. 9] bring up conditions that were not ready on their day, until they are reviewed', async () => {
    const day = (ahead: number): string => new Date(county.now + ahead * 86_400_000 + 28_800_000).toISOString().slice(0, 10);
    const id = await answered({ resultCode: 'conditions-not-ready', text: '管网尚未建成。', plan: '列入明年计划。', reviewDate: day(2) });
    await county.post('dispatcher', `tickets/${id}/paper`);
    expect(idsOf((await county.get('dispatcher', 'tickets?reviewDue=true')).body)).toEqual([]);
    county.wait(48);
    expect((await county.get(UNIT, 'tickets?reviewDue=true')).body).toMatchObject({ items: [{ ticketId: id, status: 'closed', reviewDate: day(0) }] });
    expect(await counts(UNIT)).toMatchObject({ reviewDue: 1 });
    expect((await county.post(UNIT, `tickets/${id}/review`, { outcome: 'still-not-ready', text: '资金未到位。' }, 422)).body).toMatchObject({ code: 'plan-missing' });
    await county.post(`unit@${ROADS}`, `tickets/${id}/review`, { outcome: 'resolved', text: '已建成。' }, 404);
    await county.post(UNIT, `tickets/${id}/review`, { outcome: 'still-not-ready', text: '资金未到位。', plan: '再报。', reviewDate: day(30) });
    expect(idsOf((await county.get('dispatcher', 'tickets?reviewDue=true')).body)).toEqual([]);
    const { body } = await county.post('dispatcher', `tickets/${id}/review`, { outcome: 'resolved', text: '已建成通水。' });
    expect(body).toMatchObject({ status: 'closed', reviewDate: null, dispatch: { reviews: [{ outcome: 'still-not-ready' }, { outcome: 'resolved' }] } });
  });
});

describe('work lists and registers', () => {
  it('[Art. 14, 18] name a ticket by its number, once its registration is heard of', async () => {
    const id = await answered();
    const [list, awaiting, seals] = ['tickets?status=feedback-given&limit=200', 'paper-register/awaiting?limit=200', 'seals?limit=200'];
    const numberIn = async (path: string): Promise<unknown> => ((await county.get('dispatcher', path)).body as { items: { ticketId: string; number: string | null }[] }).items.find(({ ticketId }) => ticketId === id)?.number;
    for (const path of [list, awaiting, seals]) expect([path, await numberIn(path)]).toEqual([path, null]);
    await county.service.tell(county.registration(id, 'YM20180921-000099'));
    await eventually(async () => expect(await numberIn(list)).toBe('YM20180921-000099'));
    for (const path of [awaiting, seals]) expect([path, await numberIn(path)]).toEqual([path, 'YM20180921-000099']);
    await county.post('dispatcher', `tickets/${id}/paper`);
    expect(await numberIn('paper-register?limit=200')).toBe('YM20180921-000099');
  });
});
