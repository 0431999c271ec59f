import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connectTo } from '@hotline/messaging/nats-address';
import exceljs from 'exceljs';
import { eventually } from '@hotline/testing';
import { accountId, demoAccount } from '../../deploy/local/demo-accounts.ts';
import { requestToken } from '../../deploy/local/token.ts';
import { root } from '../../deploy/local/workspace.mjs';
import { StoryStack } from '../setup/story-stack.ts';
import { command, type Ended } from './command-line.ts';
import { counties, type County } from './county.ts';
import { onTimeByHand, voicesByHand } from './counted-by-hand.ts';
import { Hotline } from './hotline.ts';
import { SOON } from './ticket-tale.ts';
import type { Items, TicketView, UnitRatesView } from './views.ts';

const SAMPLE = 'deploy/demo/sample-messages.jsonl';
const SOURCE = 'yuanmou-demo';
/** Several commands one after the other, each a process of its own. */
const COMMANDS_MS = 120_000;
/** Every deadline of the sample fell within these days. */
const PERIOD = 'from=2018-07-12&to=2020-03-31&groupBy=unit&limit=200';

let county: County;
let stack: StoryStack;
let hotline: Hotline;
let directory: string;
/** What a command needs to work beside the stack. */
let environment: NodeJS.ProcessEnv;

const bringIn = (file: string, ...options: string[]): Promise<Ended> => command('import', [file, ...options], environment, directory);
const sample = (): Record<string, unknown>[] =>
  readFileSync(join(root, SAMPLE), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** The figures of every unit as `unit rate` → `numerator/denominator`, of the rates named. */
async function figures(...rates: string[]): Promise<Record<string, string>> {
  const { items } = await hotline.as('analyst').get<Items<UnitRatesView>>(`/appraisal/v1/rates?${PERIOD}`);
  const found = items.flatMap(({ unit, rates: all }) => (unit === 'county' ? [] : rates.map((rate): [string, string] => [`${unit} ${rate}`, `${all[rate]?.numerator}/${all[rate]?.denominator}`])));
  return Object.fromEntries(found.filter(([, figure]) => !figure.endsWith('/0')).sort());
}

/** How many events the county's stream has ever taken: grows with anything that anybody tells. */
async function eventsEver(): Promise<number> {
  const connection = await connectTo(stack.natsUrl);
  try {
    return (await (await jetstreamManager(connection)).streams.info(`HOTLINE_${stack.county}`)).state.last_seq;
  } finally {
    await connection.close();
  }
}

/** What the whole platform knows of the sample; the events last, when nothing is under way any more. */
async function everything(): Promise<unknown> {
  const status = await hotline.as('admin').get(`/intake/v1/history/status?source=${SOURCE}`);
  const all = await figures('on-time-sign', 'on-time-contact', 'on-time-close', 'close', 'solved', 'satisfied', 'return', 'rework', 'extension');
  return { status, all, events: await eventsEver() };
}

describe.each(counties)('%s brings its past in and looks after the bus', (lived) => {
  beforeAll(async () => {
    county = lived;
    stack = await StoryStack.start(county.environment);
    hotline = new Hotline(stack.url, stack.issuer);
    const admin = demoAccount(accountId('admin'));
    if (!admin) throw new Error('there is no demo account of an admin');
    environment = { ...county.environment, HOTLINE_URL: stack.url, HOTLINE_TOKEN: await requestToken(stack.issuer, admin) };
    directory = mkdtempSync(join(tmpdir(), 'hotline-import-'));
  }, 200_000);
  afterAll(async () => {
    await stack?.stop();
    rmSync(directory, { recursive: true });
  }, 60_000);

  it('a dry run says what is wrong, row by row, and brings nothing in', async () => {
    const [good = {}, other = {}] = sample();
    const bad = { ...other, externalId: 'X1', channel: '飞鸽', unit: '某某局', receivedAt: '2018-02-30 10:00', title: '张三停水', solved: '也许' };
    writeFileSync(join(directory, 'bad.jsonl'), [good, bad, good].map((row) => JSON.stringify(row)).join('\n') + '\n{"externalId":\n');
    const { code, stdout } = await bringIn('bad.jsonl', '--dry-run');
    expect([...stdout.matchAll(/^第 (\d) 行 {2}(\w*)/gm)].map(([, row, field]) => `${row} ${field}`)).toEqual(['2 channel', '2 unit', '2 receivedAt', '2 solved', '3 externalId', '4 ']);
    expect({ code, summary: stdout.includes('可以导入 1 行，有问题 3 行') }).toEqual({ code: 1, summary: true });
    expect(stdout).not.toMatch(/张三|飞鸽|某某局/);
    expect(await hotline.as('admin').get(`/intake/v1/history/status?source=${SOURCE}`)).toEqual({ registered: 0, dispatched: 0, closed: 0 });
  });

  it('the demo keeps out of a county that has tickets of its own, until it is told otherwise', async () => {
    const { unit: _unit, dispatchedAt: _dispatchedAt, signedAt: _signedAt, contactedAt: _contactedAt, feedbackAt: _feedbackAt, closedAt: _closedAt, ...received } = sample()[0] ?? {};
    writeFileSync(join(directory, 'own.jsonl'), JSON.stringify({ ...received, source: 'own', satisfaction: null, solved: null }));
    expect((await bringIn('own.jsonl')).code).toBe(0);
    const { code, stderr } = await command('demo', [], environment);
    expect({ code, advice: stderr.includes('--yes') }).toEqual({ code: 2, advice: true });
    expect(await hotline.as('admin').get(`/intake/v1/history/status?source=${SOURCE}`)).toEqual({ registered: 0, dispatched: 0, closed: 0 });
  }, COMMANDS_MS);

  it('[Art. 22] the sample comes in once, and appraisal counts on time as a script of a few lines does', async () => {
    const first = await bringIn(join(root, SAMPLE));
    expect(first.stderr + first.stdout).toContain('新增 60 件');
    expect(first.stdout).toContain('均已处理完毕');
    expect(first.code).toBe(0);
    const byHand = onTimeByHand(SAMPLE, county);
    expect(Object.keys(byHand).length).toBeGreaterThan(30);
    await eventually(async () => expect(await figures('on-time-sign', 'on-time-contact', 'on-time-close')).toEqual(byHand), SOON);
    expect(await figures('solved', 'satisfied')).toEqual(voicesByHand(SAMPLE));
  });

  it('keeps the original times and finds the ticket by its origin', async () => {
    const [row] = sample();
    const { items } = await hotline.as('admin').get<Items<TicketView & { townCode: string }>>(`/intake/v1/tickets?source=${SOURCE}&externalId=${String(row?.['externalId'])}`);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ status: 'closed', receivedAt: new Date(String(row?.['receivedAt'])).toISOString(), townCode: String(row?.['place']).slice(0, 9) });
  });

  it('a second import, and the same rows as csv and as a spreadsheet, change nothing and say so', async () => {
    const before = await everything();
    const files = [join(root, SAMPLE), csvOf(sample()), await spreadsheetOf(sample())];
    for (const file of files) {
      const again = await bringIn(file);
      expect(again.stdout).toContain('新增 0 件，已有未变（unchanged）60 件，未导入 0 行');
      expect(again.stdout).toContain('没有改变任何内容');
      expect(again.code).toBe(0);
    }
    expect(await everything()).toEqual(before);
  }, COMMANDS_MS);

  it('[Art. 10] good rows come in beside bad ones; a bad one goes to a file for its owner only, and no word of it to the screen', async () => {
    const fresh = sample().map((row, index) => ({ ...row, externalId: `N${index}`, source: 'another', ...(index === 3 ? { closedAt: '2017-01-01 10:00', title: '李四停水' } : {}) }));
    const file = csvOf(fresh);
    const { code, stdout, stderr } = await bringIn(file);
    expect({ code, stdout: stdout.includes('新增 59 件，已有未变（unchanged）0 件，未导入 1 行') }).toEqual({ code: 1, stdout: true });
    expect(stdout + stderr).not.toContain('李四');
    const rejects = `${file}.rejected.jsonl`;
    expect(statSync(rejects).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(rejects, 'utf8'))).toMatchObject({ row: 5, externalId: 'N3', reasons: [{ field: 'closedAt', code: 'times-not-in-order' }], original: { title: '李四停水' } });
  });

  it('a corrected rejects file is imported as it is; one row that has grown since is told apart, and nothing is lost on the way', async () => {
    const rejects = join(directory, 'rows-60-another.csv.rejected.jsonl');
    const line = JSON.parse(readFileSync(rejects, 'utf8')) as { original: Record<string, unknown> };
    const mended = JSON.stringify({ ...line, original: { ...line.original, closedAt: sample()[3]?.['closedAt'] } });
    writeFileSync(rejects, mended);
    const unreachable = await command('import', [join(directory, 'rows-60-another.csv')], { ...county.environment, HOTLINE_PORT: '1' }, directory);
    expect({ code: unreachable.code, advice: unreachable.stderr.includes('HOTLINE_PORT'), kept: readFileSync(rejects, 'utf8') }).toEqual({ code: 2, advice: true, kept: mended });
    const overItself = await bringIn(rejects, '--rejects', rejects);
    expect({ code: overItself.code, kept: readFileSync(rejects, 'utf8') }).toEqual({ code: 2, kept: mended });
    expect(await bringIn(rejects)).toMatchObject({ code: 0, stdout: expect.stringContaining('新增 1 件') });
    writeFileSync(rejects, JSON.stringify({ ...line, original: { ...line.original, closedAt: sample()[3]?.['closedAt'], title: '赵六停水' } }));
    const { code, stdout } = await bringIn(rejects);
    expect({ code, told: stdout.includes('已存在，但内容不同，未更新'), words: stdout.includes('赵六') }).toEqual({ code: 1, told: true, words: false });
  }, COMMANDS_MS);

  it('a wrong call and a platform that does not answer end with 2 and one line that says what to do', async () => {
    const nothing = await bringIn('nothing.csv');
    expect([nothing.code, nothing.stderr]).toEqual([2, expect.stringContaining('找不到文件')]);
    const barred = await command('import', [join(root, SAMPLE)], { ...environment, HOTLINE_TOKEN: 'nonsense' }, directory);
    expect([barred.code, barred.stderr]).toEqual([2, expect.stringContaining('401')]);
  });
  it('the streams can be declared again beside live services', async () => {
    const { code, stdout } = await command('streams', ['apply'], { ...county.environment, NATS_URL: stack.natsUrl });
    expect({ code, updated: stdout.includes(`stream HOTLINE_${stack.county} updated`), created: stdout.includes('created') }).toEqual({ code: 0, updated: true, created: false });
  });

  it('an event that nobody can read is listed without its content, shown with a warning, and sent again on request', async () => {
    await tellNonsense('{"words":"王五停水"}');
    const [sequence = ''] = await eventually(deadLetters, SOON);
    const list = await bus('list');
    expect(list.stdout).toContain(`hotline.${stack.county}.ticket.signed.v1`);
    expect(list.stdout + list.stderr).not.toContain('王五');
    const shown = await bus('show', sequence);
    expect({ code: shown.code, warned: shown.stderr.includes('请勿转发'), content: shown.stdout.includes('王五') }).toEqual({ code: 0, warned: true, content: true });
    expect((await bus('redrive', sequence)).stdout).toContain('已重新投递 1 个事件');
    await eventually(async () => expect(await deadLetters()).not.toContain(sequence), SOON); // it died again, under a number of its own
    expect((await bus('show', '999999')).code).toBe(1);
    expect((await bus('redrive')).code).toBe(2);
  }, COMMANDS_MS);
});

const bus = (...args: string[]): Promise<Ended> => command('dead-letters', args, { ...county.environment, NATS_URL: stack.natsUrl });

/** Numbers of the dead letters; throws while there are none. */
async function deadLetters(): Promise<string[]> {
  const numbers = [...(await bus('list')).stdout.matchAll(/^ *(\d+) {2}/gm)].map(([, number = '']) => number);
  if (numbers.length === 0) throw new Error('no dead letter yet');
  return numbers;
}

async function tellNonsense(payload: string): Promise<void> {
  const connection = await connectTo(stack.natsUrl);
  try {
    await jetstream(connection).publish(`hotline.${stack.county}.ticket.signed.v1`, payload);
  } finally {
    await connection.close();
  }
}

function csvOf(rows: readonly Record<string, unknown>[]): string {
  const file = join(directory, `rows-${rows.length}-${String(rows[0]?.['source'])}.csv`);
  const quoted = (cell: unknown): string => (cell === null || cell === undefined ? '' : `"${String(cell).replaceAll('"', '""')}"`);
  const columns = Object.keys(rows[0] ?? {});
  writeFileSync(file, `\uFEFF${[columns, ...rows.map((row) => columns.map((column) => row[column]))].map((cells) => cells.map(quoted).join(',')).join('\r\n')}`);
  return file;
}

async function spreadsheetOf(rows: readonly Record<string, unknown>[]): Promise<string> {
  const file = join(directory, 'rows.xlsx');
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('工单');
  const columns = Object.keys(rows[0] ?? {});
  sheet.addRow(columns);
  for (const row of rows) sheet.addRow(columns.map((column) => row[column]));
  await workbook.xlsx.writeFile(file);
  return file;
}
