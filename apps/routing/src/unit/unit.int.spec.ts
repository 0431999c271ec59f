import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { County, ROADS, WATER } from '../../spec/county.js';
import type { UnitPageView } from './unit.dto.js';

const UNIT = {
  name: '县住房和城乡建设局',
  kind: 'department',
  active: true,
  leaderInCharge: '分管副局长',
  office: '办公室',
  liaison: { name: '联络员', phone: '0878-0000100' },
  principalLeader: '局长',
};
let county: County;

beforeAll(async () => {
  county = await County.start();
});
afterAll(() => county.stop());

const put = (body: object, about: object = {}) => county.call('put', 'admin', 'units/YM-ZJJ', { body, ...about });

describe('unit directory', () => {
  it('[Art. 3] keeps every state of a unit, tells each change once, and nothing when nothing changed', async () => {
    const first = await put(UNIT);
    expect(first.headers['etag']).toBe('"v1"');
    await put(UNIT);
    county.wait(1);
    await put({ ...UNIT, name: '县住建局', liaison: null });
    expect(await county.told('YM-ZJJ')).toEqual(['1 recorded', '2 recorded']);
    const { body, headers } = await county.get('operator', 'units/YM-ZJJ');
    expect(headers['etag']).toBe('"v2"');
    expect(body).toMatchObject({
      ...{ code: 'YM-ZJJ', name: '县住建局', liaison: null, version: 2 },
      history: [
        { version: 2, name: '县住建局', recordedAt: '2018-09-21T02:00:00.000Z', recordedBy: 'admin' },
        { version: 1, name: UNIT.name, recordedAt: '2018-09-21T01:00:00.000Z', liaison: UNIT.liaison },
      ],
    });
    const told = (await county.service.told()).filter(({ subject }) => subject === 'YM-ZJJ');
    expect(told[1]?.data).toEqual({ code: 'YM-ZJJ', name: '县住建局', kind: 'department', active: true, responsibilities: [], mergedInto: null, recordedAt: '2018-09-21T02:00:00.000Z' });
  });

  it('[Art. 3] shows an old ticket with the name that its unit had that day', async () => {
    const id = await county.dispatched();
    county.wait(24);
    await county.record(WATER, { name: '元谋县水务与河湖管理局', kind: 'department' });
    expect((await county.get('dispatcher', `tickets/${id}`)).body).toMatchObject({ dispatch: { parts: [{ unitName: '元谋县水务局' }] } });
    const newer = await county.dispatched();
    expect((await county.get('dispatcher', `tickets/${newer}`)).body).toMatchObject({ dispatch: { parts: [{ unitName: '元谋县水务与河湖管理局' }] } });
    expect((await county.get('operator', 'units?name=水务局')).body).toMatchObject({ items: [{ code: WATER, name: '元谋县水务与河湖管理局' }], next: null });
  });

  it('shows phones to the county and to the unit itself, to nobody else', async () => {
    const phoneFor = async (caller: string): Promise<unknown> => ((await county.get(caller, `units/${ROADS}`)).body as { liaison: { phone: unknown } }).liaison.phone;
    expect(await Promise.all(['operator', 'auditor', `unit@${ROADS}`, `leader@${ROADS}`].map(phoneFor))).toEqual(Array(4).fill('0878-0000100'));
    expect(await Promise.all([`unit@${WATER}`, 'prefecture'].map(phoneFor))).toEqual([null, null]);
    expect(JSON.stringify((await county.get(`unit@${WATER}`, 'units?active=true&kind=department')).body).match(/0878-0000100/g)).toHaveLength(1);
  });

  it('pages in the order of codes', async () => {
    const codes: string[] = [];
    let next: string | null = null;
    do {
      const page: UnitPageView = (await county.get('operator', `units?limit=2${next === null ? '' : `&cursor=${next}`}`)).body as UnitPageView;
      codes.push(...page.items.map(({ code }) => code));
      next = page.next;
    } while (next !== null);
    expect(codes).toEqual(['532328101', 'YM-JTYSJ', 'YM-SWJ', 'YM-ZJJ']);
  });

  it.each([
    ['a missing name', { name: undefined }, 'name'],
    ['an unknown kind', { kind: 'village' }, 'kind'],
    ['a phone that is none', { liaison: { name: '联络员', phone: 'call me' } }, 'liaison.phone'],
    ['an unknown field', { motto: 'x' }, 'motto'],
  ])('refuses %s', async (_, wrong, field) => {
    const { body } = await put({ ...UNIT, ...wrong }, { status: 400 });
    expect(body).toMatchObject({ code: 'validation-failed', errors: [{ field }] });
  });

  it('takes eight first records at once one after the other or not at all', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, each) => county.call('put', 'admin', 'units/YM-CZJ', { body: { ...UNIT, name: `县财政局${each}` }, status: 'any' })));
    expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
    const recorded = answers.filter(({ status }) => status === 200).length;
    expect(await county.told('YM-CZJ')).toEqual(Array.from({ length: recorded }, (_, each) => `${each + 1} recorded`));
  });

  it('refuses a change on a version that was not seen, and everybody but the administrator', async () => {
    await put(UNIT, { headers: { 'if-match': '"v99"' }, status: 412 });
    await county.call('put', 'dispatcher', 'units/YM-ZJJ', { body: UNIT, status: 403 });
    expect((await county.get('operator', 'units/YM-NOBODY', 404)).body).toMatchObject({ code: 'no-such-unit' });
  });

  it('takes in the whole demonstration directory, and nothing more when it comes again', async () => {
    const { units } = JSON.parse(readFileSync(resolve('deploy/units/yuanmou.json'), 'utf8')) as { units: ({ code: string } & Record<string, unknown>)[] };
    const seed = async (): Promise<void> => {
      for (const { code, ...body } of units) await county.call('put', 'admin', `units/${code}`, { body });
    };
    const before = (await county.service.sql<{ code: string }>('select code from unit')).map((unit) => unit.code);
    await seed();
    const told = (await county.service.told()).length;
    await seed();
    expect(await county.service.told()).toHaveLength(told);
    const [directory] = await county.service.sql(`select count(*) filter (where kind = 'township')::integer as townships, count(*)::integer as units from unit where active`);
    expect(directory).toEqual({ townships: 10, units: new Set([...before, ...units.map((unit) => unit.code)]).size });
    await county.dispatched({ mode: 'joint', lead: '532328210', assisting: ['YM-BAB'] });
  });
});
