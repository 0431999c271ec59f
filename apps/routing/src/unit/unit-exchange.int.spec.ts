import exceljs from 'exceljs';
import request, { type Response } from 'supertest';
import { SHEET_TYPES, type SheetType } from '@hotline/http';
import { County, ROADS, TOWN, WATER } from '../../spec/county.js';

let county: County;

beforeAll(async () => {
  county = await County.start();
});
afterAll(() => county.stop());

async function exported(format: SheetType): Promise<Buffer> {
  const response = await request(county.service.server).get(`/routing/v1/unit-directory/sheet?format=${format}`).set({ Authorization: await county.token('admin') }).buffer(true).parse(collect as never);
  expect(response.headers['content-type']).toBe(SHEET_TYPES[format]);
  expect(response.headers['content-disposition']).toBe(`attachment; filename="units.${format}"`);
  return response.body as Buffer;
}

function collect(response: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => done(null, Buffer.concat(chunks)));
}

async function imported(sheet: Buffer | string, { type = SHEET_TYPES.csv, query = '', caller = 'admin', key }: { type?: string; query?: string; caller?: string; key?: string } = {}): Promise<Response> {
  return request(county.service.server)
    .post(`/routing/v1/unit-directory/sheet${query}`)
    .set({ Authorization: await county.token(caller), 'content-type': type, ...(key && { 'idempotency-key': key }) })
    .send(sheet);
}

const HEAD = '单位代码,单位名称,类型,是否在用,分管领导,管理科室,联络员,联络员电话,主要负责人,职责事项,并入单位';
const row = (code: string, about: Partial<Record<'name' | 'kind' | 'active' | 'phone' | 'matters' | 'into', string>> = {}): string =>
  [code, about.name ?? `单位${code}`, about.kind ?? '县级部门', about.active ?? '是', '分管', '办公室', '联络员', about.phone ?? '0878-0000111', '局长', about.matters ?? '', about.into ?? ''].join(',');
const count = async (): Promise<number> => (await county.service.sql<{ count: number }>('select count(*)::integer as count from unit_record'))[0]?.count ?? 0;

describe('the directory as a sheet', () => {
  it.each<SheetType>(['csv', 'xlsx'])('[Art. 3] goes out as %s and comes in again without changing anything', async (format) => {
    await county.record(WATER, { name: '元谋县水务局', kind: 'department', responsibilities: ['自来水', '河道'] });
    const sheet = await exported(format);
    const before = await count();
    expect((await imported(sheet, { type: SHEET_TYPES[format] })).body).toEqual({ recorded: 0, unchanged: 3, dryRun: false });
    expect(await count()).toBe(before);
  });

  it('[Art. 3] records what is new and changed, with responsibilities and mergers whatever the order of rows, and tells of it', async () => {
    const sheet = [HEAD, row('YM-OLD', { active: '否', into: 'YM-NEW' }), row('YM-NEW', { matters: '停水；水管、水质' })].join('\r\n');
    expect((await imported(`\uFEFF${sheet}`)).body).toEqual({ recorded: 2, unchanged: 0, dryRun: false });
    expect((await county.get('operator', 'units/YM-NEW')).body).toMatchObject({ responsibilities: ['停水', '水管', '水质'], mergedInto: null });
    expect((await county.get('operator', 'units/YM-OLD')).body).toMatchObject({ active: false, mergedInto: 'YM-NEW' });
    const told = (await county.service.told()).filter(({ subject }) => subject === 'YM-NEW');
    expect(told.map(({ data }) => data)).toMatchObject([{ code: 'YM-NEW', responsibilities: ['停水', '水管', '水质'], mergedInto: null }]);
  });

  it('[Art. 3] keeps a phone that begins with a plus sign, and makes no formula of anything', async () => {
    await county.record('YM-PLUS', { name: '=HYPERLINK("http://x")', kind: 'department', office: '@办公室', liaison: { name: '-联络员', phone: '+86 878 0000' } });
    const csv = (await exported('csv')).toString('utf8');
    expect(csv.split('\r\n').find((line) => line.startsWith('YM-PLUS'))).toBe(`YM-PLUS,"'=HYPERLINK(""http://x"")",县级部门,是,分管领导,'@办公室,'-联络员,'+86 878 0000,主要负责人,,`);
    expect((await imported(Buffer.from(csv))).body).toMatchObject({ recorded: 0 });
    const book = new exceljs.Workbook();
    await book.xlsx.load((await exported('xlsx')) as unknown as ArrayBuffer);
    const types = new Set<exceljs.ValueType>();
    book.worksheets[0]?.eachRow((cells) => cells.eachCell((cell) => void types.add(cell.type)));
    expect([...types]).toEqual([exceljs.ValueType.String]);
    await county.call('put', 'admin', 'units/YM-PLUS', { body: { name: '普通单位', kind: 'department', active: true, leaderInCharge: '分管', office: '办公室', principalLeader: '局长' } });
  });

  it.each([
    ['rows with faults, all told at once', [HEAD, row('YM-A', { phone: 'call me' }), row('YM 坏', { kind: '村' }), row('YM-A')].join('\n'), ['第 2 行 联络员电话', '第 3 行 单位代码', '第 3 行 类型', '第 4 行 单位代码']],
    ['a missing and an unknown column', HEAD.replace('管理科室', '备注'), ['第 1 行', '第 1 行']],
    ['an empty sheet', '', Array(11).fill('第 1 行')],
    ['a broken quotation', `${HEAD}\n"YM-A,x`, ['(sheet)']],
  ])('refuses %s and writes nothing', async (_, sheet, fields) => {
    const before = await count();
    const { status, body } = await imported(sheet);
    expect([status, (body as { errors: { field: string }[] }).errors.map(({ field }) => field)]).toEqual([400, fields]);
    expect(await count()).toBe(before);
  });

  it('refuses a merger that does not hold, names the unit, and writes nothing of the sheet', async () => {
    const before = await count();
    const { status, body } = await imported([HEAD, row('YM-FINE'), row('YM-BAD', { active: '否', into: 'YM-NOBODY' })].join('\n'));
    expect([status, body]).toMatchObject([422, { code: 'unknown-successor' }]);
    expect((body as { detail: string }).detail).toContain('YM-BAD');
    expect(await count()).toBe(before);
  });

  it('only looks when asked to, takes a key once, and is no way around the administrator', async () => {
    const sheet = [HEAD, row('YM-KEYED')].join('\n');
    expect((await imported(sheet, { query: '?dryRun=true' })).body).toEqual({ recorded: 0, unchanged: 0, dryRun: true });
    const answers = await Promise.all([imported(sheet, { key: 'sheet-1' }), imported(sheet, { key: 'sheet-1' })]);
    expect(answers.map(({ body }) => body as unknown)).toEqual(Array(2).fill({ recorded: 1, unchanged: 0, dryRun: false }));
    expect((await imported(`${sheet}\n`, { key: 'sheet-1' })).body).toMatchObject({ code: 'idempotency-key-reused' });
    expect((await imported(sheet, { caller: 'dispatcher' })).status).toBe(403);
    expect((await imported('PK', { type: SHEET_TYPES.xlsx })).body).toMatchObject({ errors: [{ field: '(sheet)', code: 'unreadable' }] });
    expect((await imported('{}', { type: 'application/json' })).status).toBe(415);
    const elsewhere = await request(county.service.server).put(`/routing/v1/units/${ROADS}`).set({ Authorization: await county.token('admin'), 'content-type': 'text/csv' }).send('a,b');
    expect(elsewhere.status).toBe(415);
  });

  it('[Art. 3] a merged unit takes no ticket, and its old tickets keep its name', async () => {
    const id = await county.dispatched({ lead: TOWN });
    await county.record(TOWN, { name: '元马镇', kind: 'township', active: false, mergedInto: ROADS });
    expect((await county.get('dispatcher', `tickets/${id}`)).body).toMatchObject({ dispatch: { parts: [{ unitName: '元马镇' }] } });
    const next = await county.accepted();
    expect((await county.post('dispatcher', `tickets/${next}/dispatch`, { mode: 'transfer', lead: TOWN }, 422)).body).toMatchObject({ code: 'unit-inactive' });
  });
});
