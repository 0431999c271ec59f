import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import type { Encoding } from '../../deploy/commands/import/file-bytes.ts';
import type { ReadRow } from '../../deploy/commands/import/read-row.ts';
import { openRows } from '../../deploy/commands/import/read-rows.ts';

const directory = mkdtempSync(join(tmpdir(), 'hotline-rows-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** 水表 in GBK. */
const GBK_WATER_METER = Buffer.from([0xcb, 0xae, 0xb1, 0xed]);

async function rowsIn(name: string, content: string | Uint8Array, encoding: Encoding = 'utf-8'): Promise<ReadRow[]> {
  const file = join(directory, name);
  writeFileSync(file, content);
  const rows: ReadRow[] = [];
  for await (const row of openRows(file, encoding).rows) rows.push(row);
  return rows;
}

const brief = (row: ReadRow): unknown => [row.row, 'cells' in row ? row.cells : row.unreadable.code];

describe('a .jsonl file', () => {
  it('gives one row a line, counts empty lines, passes a byte order mark, and goes on after a bad line', async () => {
    const rows = await rowsIn('a.jsonl', '\uFEFF{"a":1}\n\n{"a":\n[1]\n{"a":"末行"}');
    expect(rows.map(brief)).toEqual([[1, { a: 1 }], [3, 'not-a-json-object'], [4, 'not-a-json-object'], [5, { a: '末行' }]]);
  });

  it('refuses bytes that are no UTF-8 by row, and reads them when the encoding is named', async () => {
    const content = Buffer.concat([Buffer.from('{"a":1}\n{"a":"'), GBK_WATER_METER, Buffer.from('"}\n{"a":2}\n')]);
    expect((await rowsIn('b.jsonl', content)).map(brief)).toEqual([[1, { a: 1 }], [2, 'not-in-encoding'], [3, { a: 2 }]]);
    expect((await rowsIn('b.jsonl', content, 'gb18030')).map(brief)).toEqual([[1, { a: 1 }], [2, { a: '水表' }], [3, { a: 2 }]]);
  });

  it('keeps a line apart that is cut by a chunk, and lets no endless line fill the memory', async () => {
    const long = '水'.repeat(60_000);
    const rows = await rowsIn('c.jsonl', `{"a":"${long}"}\n{"a":"${'x'.repeat(1_100_000)}"}\n{"a":3}\n`);
    expect(rows.map(brief)).toEqual([[1, { a: long }], [2, 'row-too-long'], [3, { a: 3 }]]);
  });
});

describe('a .csv file', () => {
  it('names cells by the heading, keeps commas, quotes and line ends inside quotes, and counts rows as a spreadsheet does', async () => {
    const rows = await rowsIn('a.csv', '\uFEFFa,b,\r\n1,"甲,""乙""\r\n丙",\r\n,,\r\n2\r\n');
    expect(rows.map(brief)).toEqual([[2, { a: '1', b: '甲,"乙"\r\n丙' }], [4, { a: '2', b: null }]]);
  });

  it('refuses a row with more cells than columns, and one in another encoding, each alone', async () => {
    const content = Buffer.concat([Buffer.from('a,b\n1,2,3\n1,'), GBK_WATER_METER, Buffer.from('\n5,6\n')]);
    expect((await rowsIn('b.csv', content)).map(brief)).toEqual([[2, 'too-many-cells'], [3, 'not-in-encoding'], [4, { a: '5', b: '6' }]]);
    expect((await rowsIn('b.csv', content, 'gb18030')).map(brief)[1]).toEqual([3, { a: '1', b: '水表' }]);
  });

  it('says from which row on it cannot read when a quote is never closed', async () => {
    expect((await rowsIn('c.csv', 'a,b\n1,2\n3,"4\n5,6\n')).map(brief)).toEqual([[2, { a: '1', b: '2' }], [3, 'rest-not-readable']]);
  });

  it('refuses UTF-16, an empty heading and a column named twice', async () => {
    await expect(rowsIn('d.csv', Buffer.from('\uFEFFa,b\n', 'utf16le'))).rejects.toThrow('UTF-16');
    await expect(rowsIn('e.csv', ',,\n1,2,3\n')).rejects.toThrow('第一行应当是列名');
    await expect(rowsIn('f.csv', 'a,b,a\n1,2,3\n')).rejects.toThrow('列名“a”出现了两次');
  });
});

describe('an .xlsx file', () => {
  it('reads the first filled worksheet: moments as shown, rich text, links and results of formulas as text', async () => {
    const workbook = new exceljs.Workbook();
    workbook.addWorksheet('空');
    const sheet = workbook.addWorksheet('工单');
    sheet.addRow(['编号', '时间', '内容', '数']);
    sheet.addRow(['1', new Date(Date.UTC(2018, 8, 21, 10, 33)), { richText: [{ text: '水' }, { text: '表' }] }, { formula: '1+1', result: 2 }]);
    sheet.addRow([]);
    sheet.addRow(['2', '2018-09-21 10:00', { text: '链接', hyperlink: 'http://localhost' }, { error: '#N/A' }]);
    sheet.addRow(['3', null, '文', true, '多']);
    workbook.addWorksheet('别的').addRow(['x']);
    const rows = await rowsIn('a.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(rows.map(brief)).toEqual([[2, { 编号: '1', 时间: '2018-09-21 10:33:00', 内容: '水表', 数: 2 }], [4, 'cell-error'], [5, 'too-many-cells']]);
  });

  it('says what to do about a file that only has the name', async () => {
    await expect(rowsIn('b.xlsx', 'a,b\n1,2\n')).rejects.toThrow('不是可以读取的 .xlsx 文件');
  });
});

it('knows three kinds of file', () => {
  expect(() => openRows('tickets.ods', 'utf-8')).toThrow('不认识的文件类型');
  expect(() => openRows(join(directory, 'nowhere.csv'), 'utf-8')).toThrow('找不到文件');
});
