import { tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { readParquet } from 'parquet-wasm/node';
import request from 'supertest';
import { unitRecordedV1 } from '@hotline/contracts';
import { eventually } from '@hotline/testing';
import { ServiceUnderTest } from '@hotline/testing/service';
import { October } from '../../spec/october.js';
import { APPRAISAL_CONFIG, type AppraisalConfig } from '../appraisal.config.js';
import { AppraisalModule } from '../appraisal.module.js';
import { APPRAISAL_PERSISTENCE } from '../appraisal.persistence.js';

/** Names that a spreadsheet would run; the unit's code tells which is which. */
const NAMES = { 'U-eq': '=HYPERLINK("http://x","y")', 'U-plus': '+1+1', 'U-minus': '-2', 'U-at': '@SUM(A1)', 'U-wide': '＝1+1', 'U-plain': '县水务局,“甲”\n二楼' } as const;
const UNITS = Object.keys(NAMES);
let service: ServiceUnderTest;
let analyst: string;

beforeAll(async () => {
  service = await ServiceUnderTest.start<AppraisalConfig>({ name: 'appraisal', schema: APPRAISAL_CONFIG, moduleOf: (config) => AppraisalModule.forRoot(config), persistence: APPRAISAL_PERSISTENCE });
  analyst = await service.as('analyst');
  const october = new October(service);
  const units = Object.entries(NAMES).map(([code, name]) => service.event(unitRecordedV1, { subject: code, version: 1, at: 0 }, { code, name, kind: 'department', active: true, recordedAt: '2018-01-01T00:00:00.000Z' }));
  await service.tell(...units, ...UNITS.flatMap((unit, index) => october.ticket({ day: '2018-10-12', unit, satisfied: index % 2 === 0 }).events));
  await eventually(async () => expect(((await json('rates', '&rate=satisfied,solved,close&groupBy=unit')) as unknown[]).length).toBe(3 * UNITS.length));
});
afterAll(() => service.stop());

async function json(path: string, more: string): Promise<Record<string, unknown>[]> {
  const answer = await request(service.server).get(`/appraisal/v1/scoring/${path}?period=2018-10&limit=200${more}`).set('Authorization', analyst).expect(200);
  return (answer.body as { items: Record<string, unknown>[] }).items;
}

async function file(table: string, format: string, more = '&groupBy=unit,month'): Promise<{ readonly bytes: Buffer; readonly headers: Record<string, string> }> {
  const answer = await request(service.server).get(`/appraisal/v1/scoring/export?period=2018-10&table=${table}&format=${format}${more}`).set('Authorization', analyst).buffer(true).parse((response, done) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
  }).expect(200);
  return { bytes: answer.body as Buffer, headers: answer.headers as Record<string, string> };
}

describe('a table as a file', () => {
  it('[Art. 22] CSV holds what the answer holds, and no text that a spreadsheet would run', async () => {
    const { bytes, headers } = await file('rates', 'csv');
    expect(headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="scoring-rates-2018-10-01-2018-10-31.csv"' });
    const rows = parse(bytes, { bom: true, columns: true }) as Record<string, string>[];
    const expected = await json('rates', '&groupBy=unit,month');
    expect(rows.map(({ unit, time, rate, numerator, denominator, scheme }) => [unit, time, rate, Number(numerator), Number(denominator), scheme])).toEqual(
      expected.map(({ unit, time, rate, numerator, denominator }) => [unit, time, rate, numerator, denominator, 'yuanmou-2018@1']),
    );
    const names = new Map(rows.map(({ unit, unitName }) => [unit, unitName]));
    for (const [unit, name] of Object.entries(NAMES)) expect(names.get(unit)).toBe(unit === 'U-plain' ? name : `'${name}`);
    expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
  });

  it('[Art. 22] xlsx holds the same with its dictionary, and neither a formula nor what would become one', async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await file('scores', 'xlsx')).bytes as unknown as ArrayBuffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['scores', '数据字典', '口径']);
    const cells = workbook.worksheets.flatMap((sheet) => sheet.getSheetValues().flatMap((row) => (Array.isArray(row) ? row : [])));
    expect(cells.filter((cell) => typeof cell === 'object' && cell !== null)).toEqual([]);
    expect(cells.filter((cell) => typeof cell === 'string' && /^[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
    const [head, ...rows] = (workbook.getWorksheet('scores')?.getSheetValues() as unknown[][]).slice(1).map((row) => row.slice(1));
    const at = (name: string) => (head as string[]).indexOf(name);
    const scores = await json('scores', '&groupBy=unit,month');
    expect(rows.map((row) => [row[at('unit')], row[at('points')], row[at('tickets')]])).toEqual(scores.map(({ unit, points, tickets }) => [unit, points, tickets]));
    const described = (workbook.getWorksheet('数据字典')?.getSheetValues() as unknown[][]).slice(2).map((row) => row[1]);
    expect(described).toEqual(head);
  });

  it.each(['rates', 'scores', 'items'])('[Art. 22] Parquet of %s is read by another reader, with types, nulls and the dictionary', async (table) => {
    const { bytes } = await file(table, 'parquet');
    const read = tableFromIPC(readParquet(new Uint8Array(bytes)).intoIPCStream());
    const rows = read.toArray().map((row) => row.toJSON() as Record<string, unknown>);
    const dictionary = (await request(service.server).get('/appraisal/v1/scoring/dictionary').set('Authorization', analyst).expect(200)).body as { tables: Record<string, { name: string; type: string; nullable: boolean }[]> };
    const types = { text: 'Utf8', date: 'Utf8', integer: 'Int32', decimal: 'Float64', boolean: 'Bool' } as Record<string, string>;
    expect(read.schema.fields.map(({ name, type, nullable }) => [name, String(type), nullable])).toEqual(dictionary.tables[table]?.map(({ name, type, nullable }) => [name, types[type], nullable]));
    const csv = parse((await file(table, 'csv')).bytes, { bom: true, columns: true }) as Record<string, string>[];
    const asText = (row: Record<string, unknown>) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell === null ? '' : String(cell)]));
    expect(rows.map((row) => asText({ ...row, unitName: '' }))).toEqual(csv.map((row) => ({ ...row, unitName: '' })));
    expect([...new Set(rows.map(({ unitName }) => unitName))].sort()).toEqual(Object.values(NAMES).toSorted());
  });

  it.each(['csv', 'xlsx', 'parquet'])('%s of nothing is a table without rows', async (format) => {
    const { bytes } = await file('rates', format, '&channel=sms');
    if (format === 'parquet') expect(tableFromIPC(readParquet(new Uint8Array(bytes)).intoIPCStream()).numRows).toBe(0);
    expect(bytes.length).toBeGreaterThan(50);
  });

  it.each(['csv', 'xlsx', 'parquet'])('%s is not made anew for who has it', async (format) => {
    const { headers } = await file('rates', format);
    await request(service.server).get(`/appraisal/v1/scoring/export?period=2018-10&table=rates&format=${format}&groupBy=unit,month`).set('Authorization', analyst).set('If-None-Match', headers['etag'] as string).expect(304);
  });
});

describe('the document of the API', () => {
  it('shows an example of every answer of the scoring API', async () => {
    const { paths, components } = (await request(service.server).get('/appraisal/docs/openapi.json').expect(200)).body as { paths: Record<string, Record<string, { responses: Record<string, object> }>>; components: { responses: Record<string, object> } };
    const operations = Object.entries(paths).filter(([path]) => path.includes('/scoring/')).flatMap(([path, item]) => Object.entries(item).map(([method, { responses }]) => ({ name: `${method} ${path}`, responses })));
    expect(operations).toHaveLength(9);
    const resolved = (response: object) => ('$ref' in response ? components.responses[String(response.$ref).split('/').at(-1) as string] : response) as { content?: Record<string, { example?: unknown }> };
    const bare = operations.flatMap(({ name, responses }) => Object.entries(responses).filter(([status, response]) => status !== '304' && !Object.values(resolved(response).content ?? { none: {} }).every(({ example }) => example !== undefined)).map(([status]) => `${name} ${status}`));
    expect(bare).toEqual([]);
  });
});
