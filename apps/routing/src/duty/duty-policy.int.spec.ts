import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { County, ROADS, WATER } from '../../spec/county.js';
import { DutyWatch } from './duty-watch.js';

/** The pack of Yuanmou that asks only those that keep a roster, and from 2018-09-26 on every unit. */
function changingItsMind(): string {
  const folder = mkdtempSync(join(process.env['HOTLINE_TEST_DIRECTORY'] ?? tmpdir(), 'policy-'));
  const pack = readFileSync(resolve('deploy/policy/yuanmou-2018.yaml'), 'utf8');
  writeFileSync(join(folder, 'one.yaml'), pack.replace('dutyRosters: all-units', 'dutyRosters: those-that-keep-one'));
  writeFileSync(join(folder, 'two.yaml'), pack.replace('version: 1', 'version: 2').replace(/effectiveFrom: .*/, "effectiveFrom: '2018-09-26'"));
  return folder;
}

let county: County;

beforeAll(async () => {
  county = await County.start(changingItsMind());
});
afterAll(() => county.stop());

const gaps = async (from: string, to: string): Promise<unknown> => ((await county.get('supervisor', `duty-rosters/gaps?from=${from}&to=${to}`)).body as { items: object[] }).items;
const told = async (): Promise<unknown[]> => (await county.service.told()).filter(({ type }) => type === 'hotline.unit.duty-gap-found.v1').map(({ subject }) => subject);

describe('the county that asks only those that keep a roster', () => {
  it('[Art. 16, 17, 25] has gaps from the first day that a unit entered, and none of who never did', async () => {
    await county.call('put', `unit@${WATER}`, `duty-rosters/${WATER}`, { body: { days: [{ date: '2018-09-23', officer: '李值班', phone: '0878-0000333' }] } });
    expect(await gaps('2018-09-20', '2018-09-25')).toEqual(['2018-09-24', '2018-09-25'].map((date) => ({ unit: WATER, date })));
    county.until('2018-09-24T09:00:00+08:00');
    await county.service.app.get(DutyWatch, { strict: false }).look();
    expect(await told()).toEqual([`${WATER}:2018-09-24`]);
  });

  it('[Art. 25, 26] asks every unit from the day on which a later pack does', async () => {
    const codes = ((await county.get('admin', 'units')).body as { items: { code: string }[] }).items.map(({ code }) => code);
    expect(codes).toContain(ROADS);
    expect(await gaps('2018-09-25', '2018-09-26')).toEqual([{ unit: WATER, date: '2018-09-25' }, ...[...codes, 'county'].sort().map((unit) => ({ unit, date: '2018-09-26' }))]);
    county.until('2018-09-26T09:00:00+08:00');
    await county.service.app.get(DutyWatch, { strict: false }).look();
    expect((await told()).slice(1)).toEqual([...codes, 'county'].sort().map((unit) => `${unit}:2018-09-26`));
  });
});
