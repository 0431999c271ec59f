import { randomUUIDv7 as newId } from 'node:crypto';
import { visit } from '@hotline/domain';
import { at, SupervisionBench, TOWN, WATER } from '../../spec/supervision-bench.js';

const SEED = 'yuanmou-2018';
let bench: SupervisionBench;

beforeAll(async () => (bench = await SupervisionBench.start()));
afterAll(() => bench.service.stop());

/** Tells of tickets of a unit closed at a moment; answers those that the rolling draw did not pick. */
async function close(unit: string, count: number, moment: string, supervised = false): Promise<string[]> {
  bench.now = at(moment);
  const ids = Array.from({ length: count }, () => newId());
  await bench.hear(...ids.map((ticketId) => bench.closed(ticketId, { unit, supervised })));
  return ids.filter((id) => !visit.sampled(id, 1, SEED, 0.2));
}

const visitsOf = async (unit: string): Promise<number> => (await bench.service.sql(`select 1 from visit where unit = $1 and basis = 'sampled'`, [unit])).length;

it('[Art. 19] draws a month by unit, again with the same result, and supplements what is told late', async () => {
  await close(WATER, 12, '2026-01-15 10:00');
  await close(WATER, 2, '2026-01-31 23:59', true);
  await close(WATER, 3, '2026-02-01 00:00');
  await close(TOWN, 1, '2026-01-02 10:00');
  expect((await bench.post('samples/2026-02')).body.code).toBe('period-not-over');

  bench.now = at('2026-02-01 09:00');
  const first = await bench.post('samples/2026-01');
  const [draw] = first.body.draws;
  expect(first.body).toMatchObject({ period: '2026-01', repeatable: true, undrawn: 0 });
  expect(draw).toMatchObject({ drawNo: 1, supplement: false, seed: SEED, rate: 0.2, way: 'on-closing', population: 15, drawnBy: expect.any(String) });
  const share = (unit: string) => draw.units.find((each: { unit: string }) => each.unit === unit);
  expect(share(WATER)).toMatchObject({ closed: 14, alwaysVisited: 2 });
  expect(share(WATER).drawn).toBeGreaterThanOrEqual(3);
  expect(share(TOWN)).toMatchObject({ closed: 1, drawn: 1 });
  expect(await visitsOf(TOWN)).toBe(1);
  expect(await bench.service.sql(`select 1 from visit where unit = $1 and basis = 'supervised'`, [WATER])).toHaveLength(2);
  expect((await bench.post('samples/2026-01')).body).toEqual(first.body);
  expect((await bench.get('samples/2026-01', 'auditor')).body).toEqual(first.body);

  await close(TOWN, 9, '2026-01-20 10:00'); // told in February
  bench.now = at('2026-02-03 09:00');
  expect((await bench.get('samples/2026-01')).body).toMatchObject({ undrawn: 9, draws: [{ drawNo: 1 }] });
  const both = (await bench.post('samples/2026-01')).body;
  expect(both).toMatchObject({ repeatable: true, undrawn: 0, draws: [draw, { drawNo: 2, supplement: true, population: 9, units: [{ unit: TOWN, closed: 9 }] }] });
  expect(1 + both.draws[1].drawn.length).toBeGreaterThanOrEqual(2);
  for (const { ticketId } of both.draws.flatMap(({ drawn }: { drawn: { ticketId: string }[] }) => drawn))
    expect((await bench.get(`visits?ticketId=${ticketId}`)).body.items).toMatchObject([{ status: 'planned', basis: 'sampled', dueOn: expect.any(String) }]);
});

it('[Art. 19] finds out a sample that was altered', async () => {
  bench.now = at('2026-03-02 09:00');
  await bench.post('samples/2026-02');
  expect((await bench.get('samples/2026-02')).body.repeatable).toBe(true);
  await bench.service.sql(`update visit_draw_member set drawn = not drawn where period = '2026-02'`);
  expect((await bench.get('samples/2026-02')).body.repeatable).toBe(false);
});

it('[Art. 19] draws nothing of a month that is long past, and knows a month when it sees one', async () => {
  await close(WATER, 3, '2025-06-15 10:00');
  bench.now = at('2026-03-02 09:00');
  expect((await bench.post('samples/2025-06')).body.code).toBe('period-too-old');
  for (const period of ['2026-13', '26-01', '2026-1', 'drop%20table'])
    expect(await bench.post(`samples/${period}`)).toMatchObject({ status: 400, body: { errors: [{ field: 'period' }] } });
  expect((await bench.post('samples/2026-01', undefined, 'unit', WATER)).status).toBe(403);
});

it('[Art. 19] draws once when asked ten times at once', async () => {
  await close(WATER, 5, '2026-03-10 10:00');
  bench.now = at('2026-04-01 09:00');
  const answers = await Promise.all(Array.from({ length: 10 }, () => bench.post('samples/2026-03')));
  expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
  expect(answers[0]?.body.draws).toHaveLength(1);
});

it('[Art. 19] gives callers their list: who calls, until when, and how often it was tried', async () => {
  bench.now = at('2026-03-02 10:00');
  const [mine, other]: [string, string] = [newId(), newId()];
  await bench.hear(bench.closed(mine, { supervised: true }), bench.closed(other, { supervised: true }));
  const [, claims = ''] = (await bench.service.as('operator')).split('.');
  const operator = (JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sub: string }).sub;
  expect((await bench.post(`visits/${mine}:1/assignment`, { caller: operator })).body).toMatchObject({ caller: operator, dueOn: '2026-03-16', attempts: 0 });
  await bench.post(`visits/${other}:1/assignment`, { caller: 'somebody-else' });
  const seen = async (query = ''): Promise<unknown[]> => (await bench.get(`visits?limit=200${query}`, 'operator')).body.items.filter(({ ticketId }: { ticketId: string }) => ticketId === mine || ticketId === other);
  expect(await seen()).toMatchObject([{ ticketId: mine, caller: operator }]);
  expect(await seen('&dueBy=2026-03-15')).toEqual([]);
  expect((await bench.post(`visits/${other}:1/outcome`, { reached: false }, 'operator')).status).toBe(404);
  expect((await bench.post(`visits/${mine}:1/outcome`, { reached: false }, 'operator')).body).toMatchObject({ status: 'planned', attempts: 1 });
  expect((await bench.post(`visits/${mine}:1/outcome`, { reached: true, solved: true, satisfaction: 'satisfied', note: '王某某：谢谢' }, 'operator')).body).toMatchObject({ status: 'recorded', attempts: 2 });
  expect(JSON.stringify(await bench.service.told())).not.toContain('王某某');
});
