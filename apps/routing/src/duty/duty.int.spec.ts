import { County, ROADS, TOWN, WATER } from '../../spec/county.js';
import { DutyWatch } from './duty-watch.js';
import type { DutyGapView } from './duty.dto.js';

const NEW = 'YM-SJJ';

let county: County;

beforeAll(async () => {
  county = await County.start();
});
afterAll(() => county.stop());

const day = (date: string, officer = '李值班') => ({ date, officer, phone: '0878-0000333' });
const enter = (caller: string, unit: string, days: object[], status = 200) => county.call('put', caller, `duty-rosters/${unit}`, { body: { days }, status });
const gapsTold = async (): Promise<unknown[]> => (await county.service.told()).filter(({ type }) => type === 'hotline.unit.duty-gap-found.v1').map(({ data }) => data);

const gaps = async (caller: string, from: string, to: string, query = ''): Promise<{ items: DutyGapView[]; next: string | null }> =>
  (await county.get(caller, `duty-rosters/gaps?from=${from}&to=${to}${query}`)).body as { items: DutyGapView[]; next: string | null };
const inOrder = (a: DutyGapView, b: DutyGapView): number => a.date.localeCompare(b.date) || (a.unit < b.unit ? -1 : 1);

describe('the duty roster', () => {
  it('[Art. 16, 17] shows who is on duty on every day, and where nobody is', async () => {
    await enter(`unit@${WATER}`, WATER, [day('2018-09-21'), day('2018-09-23'), day('2018-09-22', '王值班')]);
    await enter(`unit@${WATER}`, WATER, [day('2018-09-22', '赵值班')]);
    await enter('dispatcher', 'county', [day('2018-09-21', '县值班')]);
    expect((await county.get('operator', `duty-rosters/${WATER}?from=2018-09-21&to=2018-09-24`)).body).toEqual({
      unit: WATER,
      days: [day('2018-09-21'), day('2018-09-22', '赵值班'), day('2018-09-23'), { date: '2018-09-24', officer: null, phone: null }],
      gaps: 1,
    });
    expect((await county.get('operator', 'duty-rosters/county?from=2018-09-21&to=2018-09-21')).body).toMatchObject({ gaps: 0 });
    expect(JSON.stringify((await county.get(`unit@${ROADS}`, `duty-rosters/${WATER}?from=2018-09-21&to=2018-09-21`)).body)).not.toContain('0878');
  });

  it('[Art. 3, 16, 17] lists the gaps of every unit and of the county, whether they ever kept a roster or not, from the day after the record; to a unit its own', async () => {
    await enter(`leader@${ROADS}`, ROADS, [day('2018-09-23')]);
    expect((await gaps('supervisor', '2018-09-20', '2018-09-24')).items).toEqual(
      [
        ...['county', ROADS, TOWN].map((unit) => ({ unit, date: '2018-09-22' })),
        ...['county', TOWN].map((unit) => ({ unit, date: '2018-09-23' })),
        ...['county', ROADS, TOWN, WATER].map((unit) => ({ unit, date: '2018-09-24' })),
      ].sort(inOrder),
    );
    expect((await gaps(`unit@${WATER}`, '2018-09-20', '2018-09-24')).items).toEqual([{ unit: WATER, date: '2018-09-24' }]);
    const first = await gaps('supervisor', '2018-09-20', '2018-09-24', '&limit=4');
    expect([first.items.length, (await gaps('supervisor', '2018-09-20', '2018-09-24', `&limit=8&cursor=${first.next}`)).items.length]).toEqual([4, 5]);
  });

  it('[Art. 3, 17] a day without a duty officer is an alarm, once, on however many replicas; nobody is told of the day of the first record', async () => {
    const watch = county.service.app.get(DutyWatch, { strict: false });
    await watch.look();
    expect(await gapsTold()).toEqual([]);
    county.wait(24 * 3); // Monday 2018-09-24: nobody is on duty anywhere
    await Promise.all([watch.look(), watch.look(), watch.look()]);
    await watch.look();
    const foundAt = '2018-09-24T01:00:00.000Z';
    const found = await gapsTold();
    expect(found).toHaveLength(4);
    for (const unit of ['county', ROADS, TOWN, WATER]) expect(found).toContainEqual({ unit, date: '2018-09-24', foundAt });
    await county.record(ROADS, { name: '县交通运输局', kind: 'department', active: false });
    await county.record(NEW, { name: '县数据局', kind: 'department' });
    for (const unit of [WATER, TOWN]) await enter(`unit@${unit}`, unit, [day('2018-09-25')]);
    county.wait(24);
    await watch.look();
    expect((await gapsTold()).slice(4)).toEqual(['county', NEW].sort().map((unit) => ({ unit, date: '2018-09-25', foundAt: '2018-09-25T01:00:00.000Z' })));
  });

  it('[Art. 3, 17] a unit counts on the days that began while it was in service, as the directory says of each', async () => {
    expect((await gaps('supervisor', '2018-09-23', '2018-09-25', `&unit=${NEW}`)).items).toEqual([{ unit: NEW, date: '2018-09-25' }]);
    expect((await gaps('supervisor', '2018-09-23', '2018-09-25', `&unit=${ROADS}`)).items).toEqual([{ unit: ROADS, date: '2018-09-24' }]);
    expect((await gaps('supervisor', '2018-09-01', '2018-09-21')).items).toEqual([]);
  });

  it('is entered by the unit itself or the administrator, a day once, and read for a bounded time', async () => {
    expect((await enter(`unit@${ROADS}`, WATER, [day('2018-10-01')], 403)).body).toMatchObject({ code: 'other-unit' });
    expect((await enter(`unit@${WATER}`, 'county', [day('2018-10-01')], 403)).body).toMatchObject({ code: 'other-unit' });
    expect((await enter('admin', WATER, [day('2018-10-01'), day('2018-10-01')], 400)).body).toMatchObject({ errors: [{ code: 'date-twice' }] });
    expect((await enter('admin', 'YM-NOBODY', [day('2018-10-01')], 404)).body).toMatchObject({ code: 'no-such-unit' });
    expect((await enter('admin', WATER, [{ date: '2018-02-30', officer: '', phone: 'x' }], 400)).body).toMatchObject({ code: 'validation-failed' });
    expect((await county.get('operator', `duty-rosters/${WATER}?from=2018-01-01&to=2018-12-31`, 400)).body).toMatchObject({ errors: [{ code: 'range-too-long' }] });
    expect((await county.get('operator', `duty-rosters/${WATER}?from=2018-01-02&to=2018-01-01`, 400)).body).toMatchObject({ errors: [{ code: 'before-from' }] });
  });
});
