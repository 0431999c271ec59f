import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@hotline/testing';
import { PrefectureUnderTest } from '../../spec/prefecture-under-test.js';
import { readSheet, writeRejected } from './workbook.js';

const SOON = { within: 20_000, every: 100 };
const LONG_AGO = Date.now() / 1_000 - 100 * 86_400;
let folder: string;
let adapter: PrefectureUnderTest;

beforeAll(async () => {
  folder = mkdtempSync(join(process.env['HOTLINE_TEST_DIRECTORY'] ?? tmpdir(), 'inbox-'));
  adapter = await PrefectureUnderTest.start({ PREFECTURE_INBOX: folder, PREFECTURE_INBOX_SETTLE: '0' });
});
afterAll(() => adapter.stop());

/** A sheet with these headings and no row. */
async function drop(name: string, headings: readonly string[]): Promise<void> {
  await writeRejected(join(folder, '.moving'), headings, []);
  renameSync(join(folder, '.moving'), join(folder, name));
}

const done = (): readonly string[] => readdirSync(join(folder, 'done'));
const handled = (name: string) => eventually(() => expect(done().some((each) => each.endsWith(name))).toBe(true), SOON);

describe('what is dropped into the inbox and is no file of ours', () => {
  it('[Art. 14] stays where it is when it is a folder, and stops nothing, not in done either', async () => {
    mkdirSync(join(folder, 'folder.xlsx'));
    writeFileSync(join(folder, 'folder.xlsx', 'inside.txt'), 'x');
    await eventually(() => expect(readdirSync(folder)).toContain('done'), SOON);
    mkdirSync(join(folder, 'done', '0-old.xlsx'));
    writeFileSync(join(folder, 'done', '1-old.xlsx'), 'x');
    for (const name of ['0-old.xlsx', '1-old.xlsx']) utimesSync(join(folder, 'done', name), LONG_AGO, LONG_AGO);
    await drop('later.xlsx', ['标题']);
    await handled('later.xlsx');
    await eventually(() => expect(done().filter((name) => name.endsWith('-old.xlsx'))).toEqual(['0-old.xlsx']), SOON);
    expect(readdirSync(join(folder, 'folder.xlsx'))).toEqual(['inside.txt']);
    expect(adapter.service.logLines.join('')).not.toContain('the inbox cannot be read');
  });

  it('[Art. 14] is given back when a heading stands twice', async () => {
    await drop('twice.xlsx', ['州级编号', '转办时间', '诉求类别', '标题', '内容', '标题']);
    await handled('twice.xlsx');
    expect((await readSheet(join(folder, 'twice.rejected.xlsx'))).rows[0]?.cells.at(-1)).toBe('第一行有重复的列名，无法确定以哪一列为准：标题');
  });

  it('is missed, not made, when the folder itself has gone', async () => {
    const complaints = (): number => adapter.service.logLines.filter((line) => line.includes('the inbox cannot be read')).length;
    const before = complaints();
    rmSync(folder, { recursive: true });
    await eventually(() => expect(complaints()).toBe(before + 1), SOON);
    expect(() => readdirSync(folder)).toThrow('ENOENT');
  });
});
