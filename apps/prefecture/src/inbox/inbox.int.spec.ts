import { randomUUIDv7 as newId } from 'node:crypto';
import { mkdtempSync, readdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { eventually } from '@hotline/testing';
import { PrefectureUnderTest } from '../../spec/prefecture-under-test.js';
import { Inbox } from './inbox.js';
import { readSheet } from './workbook.js';

const SOON = { within: 20_000, every: 100 };
const HEADINGS = ['州级编号', '转办时间', '诉求类别', '标题', '内容', '姓名', '联系方式'];
let folder: string;
let adapter: PrefectureUnderTest;

beforeAll(async () => {
  folder = mkdtempSync(join(process.env['HOTLINE_TEST_DIRECTORY'] ?? tmpdir(), 'inbox-'));
  adapter = await PrefectureUnderTest.start({ PREFECTURE_INBOX: folder, PREFECTURE_INBOX_SETTLE: '0' });
});
afterEach(() => void (adapter.county.up = true));
afterAll(() => adapter.stop());

/** Written beside and moved in, as a file share does it. */
async function drop(name: string, rows: readonly (readonly (string | Date)[])[], headings = HEADINGS): Promise<void> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('转办件');
  sheet.addRow(headings);
  for (const row of rows) sheet.addRow([...row]);
  const beside = join(mkdtempSync(join(tmpdir(), 'drop-')), name);
  await workbook.xlsx.writeFile(beside);
  writeFileSync(join(folder, '.moving'), '');
  const { copyFileSync } = await import('node:fs');
  copyFileSync(beside, join(folder, '.moving'));
  renameSync(join(folder, '.moving'), join(folder, name));
}

const row = (number: string, more: readonly (string | Date)[] = []) => [number, '2018-09-21 09:30', '投诉', '路灯不亮', '龙川街路灯不亮', '张三', '13800000001', ...more];
const handled = (name: string) => eventually(() => expect(readdirSync(join(folder, 'done')).some((done) => done.endsWith(name))).toBe(true), SOON);
const registeredAs = (number: string) => adapter.county.registered.filter((each) => each['prefectureNumber'] === number);

describe('files dropped into the inbox', () => {
  it('[Art. 14] register each good row, give back the others with the reason, and move to done', async () => {
    const numbers = [newId(), newId()] as const;
    const date = new Date(Date.UTC(2018, 8, 21, 9, 30));
    await drop('九月.xlsx', [row(numbers[0]), ['', '2018-09-21', '投诉', '=cmd()', '内容'], [numbers[1], date, '求助', '停水', '停水三天', '', ''], [newId(), '昨天', '表扬', '好', '好']]);
    await handled('九月.xlsx');
    expect(registeredAs(numbers[0])).toMatchObject([{ category: 'complaint', receivedAt: '2018-09-21T01:30:00.000Z', petitioner: { name: '张三', contact: '13800000001' } }]);
    expect(registeredAs(numbers[1])).toMatchObject([{ category: 'help', receivedAt: '2018-09-21T01:30:00.000Z' }]);
    const { headings, rows } = await readSheet(join(folder, '九月.rejected.xlsx'));
    expect(headings).toEqual([...HEADINGS, '原行号', '未收下的原因']);
    expect(rows.map(({ cells }) => [cells[3], cells[7], cells[8]])).toEqual([
      ['=cmd()', '3', expect.stringContaining('州级编号：')],
      ['好', '5', expect.stringMatching(/转办时间：.*；诉求类别：应为以下之一/)],
    ]);
    expect((await adapter.get(`transfers?number=${numbers[0]}`)).body.items).toMatchObject([{ way: 'xlsx', status: 'registered' }]);
    expect(adapter.service.logLines.join('')).not.toMatch(/张三|13800000001|龙川街|九月/);
  });

  it('[Art. 14] register nothing twice when a file is read again, by this process or another', async () => {
    const numbers = Array.from({ length: 6 }, () => newId());
    await drop('twice.xlsx', numbers.map((number) => row(number)));
    const inbox = adapter.service.app.get(Inbox, { strict: false });
    await Promise.allSettled([inbox.empty(folder), inbox.empty(folder)]); // past the lock: as after a crash in the middle
    await handled('twice.xlsx');
    await drop('twice-again.xlsx', numbers.map((number) => row(number)));
    await handled('twice-again.xlsx');
    for (const number of numbers) expect(registeredAs(number)).toHaveLength(1);
    expect(readdirSync(folder)).not.toContain('twice-again.rejected.xlsx');
  });

  it('[Art. 12, 14] wait whole while intake is away, and are refused where a number has other content', async () => {
    adapter.county.up = false;
    const number = newId();
    await drop('wait.xlsx', [row(number)]);
    await eventually(() => expect(adapter.service.logLines.join('')).toContain('a dropped file waits for intake'), SOON);
    expect(readdirSync(folder)).toContain('wait.xlsx');
    adapter.county.up = true;
    await handled('wait.xlsx');
    expect(registeredAs(number)).toHaveLength(1);
    await drop('other.xlsx', [[number, '2018-09-21 09:30', '投诉', '另一件事', '内容']]);
    await handled('other.xlsx');
    expect((await readSheet(join(folder, 'other.rejected.xlsx'))).rows[0]?.cells.at(-1)).toContain('已经登记，内容与本次不同');
  });

  it('[Art. 14] that are no tables of ours say so beside them', async () => {
    writeFileSync(join(folder, 'rubbish.xlsx'), 'not a workbook');
    await drop('columns.xlsx', [['x']], ['编号']);
    await handled('rubbish.xlsx');
    await handled('columns.xlsx');
    const reasonOf = async (name: string) => (await readSheet(join(folder, name))).rows[0]?.cells.at(-1);
    expect(await reasonOf('rubbish.rejected.xlsx')).toContain('不是可以读取的');
    expect(await reasonOf('columns.rejected.xlsx')).toBe('第一行缺少以下列名：州级编号、转办时间、诉求类别、标题、内容');
  });

  it('[Art. 10, 14] stay, done or given back, no longer than they must: they hold names and words', async () => {
    const old = Date.now() / 1_000 - 31 * 86_400;
    const place = (name: string, seconds?: number): void => {
      writeFileSync(join(folder, name), 'x');
      if (seconds !== undefined) utimesSync(join(folder, name), seconds, seconds);
    };
    place('旧.rejected.xlsx', old);
    place('断.rejected.xlsx.part', old);
    place('新.rejected.xlsx');
    place('说明.txt', old);
    place('done/旧.xlsx', old);
    await eventually(() => {
      expect(readdirSync(join(folder, 'done'))).not.toContain('旧.xlsx');
      expect(readdirSync(folder).filter((name) => /^[旧断新说]/.test(name)).sort()).toEqual(['新.rejected.xlsx', '说明.txt']);
    }, SOON);
  });
});
