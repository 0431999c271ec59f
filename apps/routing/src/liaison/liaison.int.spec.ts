import { calendarPublishedV1 } from '@hotline/contracts';
import { eventually } from '@hotline/testing';
import { County, ROADS, TOWN, WATER } from '../../spec/county.js';

let county: County;

beforeAll(async () => {
  county = await County.start();
});
afterAll(() => county.stop());

const NEW = { name: '新联络员', phone: '0878-0000222' };
const report = (changedOn: string, caller = `unit@${WATER}`, status = 201, unit = WATER) => county.post(caller, `units/${unit}/liaison-changes`, { liaison: NEW, changedOn }, status);
const toldOf = async (id: string): Promise<unknown> => (await county.service.told()).find(({ subject }) => subject === id)?.data;

describe('another liaison in the record of a unit', () => {
  const CODE = 'YM-MZJ';
  const recorded = (liaison: object | null, caller = 'admin') =>
    county.call('put', caller, `units/${CODE}`, { body: { name: '县民政局', kind: 'department', active: true, leaderInCharge: '分管领导', office: '办公室', principalLeader: '主要负责人', liaison } });
  const changes = async (): Promise<unknown[]> => ((await county.get('supervisor', `liaison-changes?unit=${CODE}`)).body as { items: unknown[] }).items;
  const first = { name: '联络员甲', phone: '0878-0000101' };

  it('[Art. 23(5)] is a change of that day, reported at once, once however often it is recorded, and told like any other', async () => {
    await recorded(first);
    await recorded({ ...first, phone: '0878-0000102' });
    expect(await changes()).toEqual([]); // the first record of a unit, and another telephone, change nobody
    await recorded(NEW);
    await recorded(NEW);
    const [change, ...others] = (await changes()) as { id: string }[];
    expect([change, others]).toMatchObject([{ unit: CODE, name: NEW.name, changedOn: '2018-09-21', reportedOn: '2018-09-21', workingDays: 0, late: false, reportedBy: 'admin' }, []]);
    expect(await toldOf(change?.id ?? '')).toEqual({ changeId: change?.id, unit: CODE, changedOn: '2018-09-21', reportedOn: '2018-09-21', workingDays: 0, late: false });
    expect(await county.service.sql(`select actor from audit_entry where target = $1 and action = 'ReportLiaisonChange'`, [CODE])).toEqual([{ actor: 'admin' }]);
  });

  it('[Art. 3, 23(5)] is one too after a time without any, and by way of the sheet', async () => {
    await recorded(null);
    expect(await changes()).toHaveLength(1);
    await recorded(first);
    expect(await changes()).toHaveLength(2);
    const sheet = (await county.call('get', 'admin', 'unit-directory/sheet?format=csv')).text;
    expect(sheet).toContain(first.name);
    await county.call('post', 'admin', 'unit-directory/sheet', { text: sheet.replaceAll(first.name, '联络员乙'), headers: { 'content-type': 'text/csv' } });
    expect(await changes()).toMatchObject([{ name: '联络员乙' }, { name: first.name }, { name: NEW.name }]);
  });
});

describe('a change of liaison', () => {
  // today is Friday 2018-09-21
  it('[Art. 3, 23(5)] is recorded by the unit, gives it the new liaison, and is told with how long it took', async () => {
    const { body } = await report('2018-09-14');
    const change = body as { id: string };
    expect(body).toMatchObject({ unit: WATER, name: NEW.name, changedOn: '2018-09-14', reportedOn: '2018-09-21', workingDays: 5, late: false, reportedBy: `unit@${WATER}` });
    expect((await county.get('operator', `units/${WATER}`)).body).toMatchObject({ liaison: NEW, version: 2 });
    expect(await toldOf(change.id)).toEqual({ changeId: change.id, unit: WATER, changedOn: '2018-09-14', reportedOn: '2018-09-21', workingDays: 5, late: false });
    expect(JSON.stringify(await county.service.told())).not.toContain(NEW.name);
  });

  it('[Art. 23(5)] is late after ten working days, and the county finds the late ones', async () => {
    const { body } = await report('2018-09-06', `leader@${ROADS}`, 201, ROADS);
    expect(body).toMatchObject({ workingDays: 11, late: true });
    const late = (await county.get('supervisor', 'liaison-changes?late=true')).body as { items: { unit: string }[] };
    expect(late.items.map(({ unit }) => unit)).toEqual([ROADS]);
    expect((await county.get(`unit@${WATER}`, 'liaison-changes')).body).toMatchObject({ items: [{ unit: WATER }], next: null });
  });

  it('[Art. 23(5)] counts in legal working days', async () => {
    const record = { layer: 'county' as const, year: 2018, version: 1, source: '测试', publishedBy: '县政府', publishedAt: '2018-01-01T00:00:00+08:00', daysOff: [{ date: '2018-09-20', reason: '停工' }], daysWorked: [] };
    await county.service.tell(county.service.event(calendarPublishedV1, { subject: 'county:2018', version: 1, at: county.now }, record));
    await eventually(async () => expect(await county.service.sql('select from calendar_year')).toHaveLength(1));
    expect((await report('2018-09-19')).body).toMatchObject({ workingDays: 1 });
  });

  it('[Art. 3] is refused for a day to come, before the last change, for another unit, and for one that is not there', async () => {
    expect((await report('2018-09-22', undefined, 422)).body).toMatchObject({ code: 'changed-in-the-future' });
    expect((await report('2018-09-01', undefined, 422)).body).toMatchObject({ code: 'changed-before-the-last-change' });
    expect((await report('2018-09-20', `unit@${ROADS}`, 403)).body).toMatchObject({ code: 'other-unit' });
    expect((await report('2018-09-20', 'admin', 404, 'YM-NOBODY')).body).toMatchObject({ code: 'no-such-unit' });
    await county.post(`unit@${WATER}`, `units/${WATER}/liaison-changes`, { liaison: { ...NEW, phone: 'x' }, changedOn: '2018-09-20' }, 400);
  });

  it('[Art. 3] is not said to be recorded when the unit could not be', async () => {
    await county.service.sql(`update unit set active = false, merged_into = code where code = $1`, [TOWN]);
    await report('2018-09-20', 'admin', 500, TOWN);
    expect(await county.service.sql('select from liaison_change where unit = $1', [TOWN])).toEqual([]);
  });

  it('of two reports at once one comes after the other', async () => {
    const answers = await Promise.all(['2018-09-20', '2018-09-21'].map((changedOn) => county.call('post', 'admin', `units/${WATER}/liaison-changes`, { body: { liaison: NEW, changedOn }, status: 'any' })));
    const statuses = answers.map(({ status }) => status).sort();
    expect([[201, 201], [201, 422]]).toContainEqual(statuses);
  });
});
