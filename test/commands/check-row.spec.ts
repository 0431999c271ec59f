import { history } from '@hotline/domain';
import { isoOf } from '@hotline/domain/shared';
import { rowCheck } from '../../deploy/commands/import/check-row.ts';
import { type BadRow, checkedRows, type CheckedRow } from '../../deploy/commands/import/checked-rows.ts';
import { DOCUMENTED } from '../../deploy/commands/import/mapping.ts';
import { KNOWN_SLUGS } from '../../deploy/commands/import/reasons.ts';
import type { ReadRow } from '../../deploy/commands/import/read-row.ts';
import { linesOf } from '../../deploy/commands/import/report.ts';

const UNITS = {
  'YM-SWJ': { name: '元谋县水务局', active: true, hasLiaison: true },
  'YM-OLD': { name: '县国土资源局', active: false, hasLiaison: true },
  'YM-NEW': { name: '县统计局', active: true, hasLiaison: false },
};
const CELLS = {
  externalId: '1',
  source: 'old',
  channel: '电话',
  category: '求助',
  title: '停水',
  text: '张某 13800000000 家里停水',
  unit: '元谋县水务局',
  receivedAt: '2018-09-21 10:33',
  feedbackAt: '2018-09-29 17:20',
  closedAt: '2018/10/8 9:00',
  satisfaction: '基本满意',
  solved: '是',
};
const check = rowCheck(UNITS, Date.parse('2019-01-01T00:00:00Z'));

const RULES = { check, choice: { named: undefined, shipped: [] }, fill: {}, onMapping: () => undefined };

async function checkedAll(...rows: Readonly<Record<string, unknown>>[]): Promise<CheckedRow[]> {
  async function* read(): AsyncGenerator<ReadRow> {
    for (const [index, change] of rows.entries()) yield { row: index + 2, position: 0, cells: { ...CELLS, ...change } };
  }
  const all: CheckedRow[] = [];
  for await (const row of checkedRows(read(), RULES)) all.push(row);
  return all;
}

const planOf = async (change: Readonly<Record<string, unknown>>): Promise<history.HistorySteps> => {
  const [row] = await checkedAll(change);
  if (!row || 'reasons' in row) throw new Error(`refused: ${row?.reasons.map(({ code }) => code).join()}`);
  return row.steps;
};
const codesOf = async (change: Readonly<Record<string, unknown>>): Promise<string[]> =>
  ((await checkedAll(change))[0] as BadRow).reasons?.map(({ field, code }) => `${field} ${code}`) ?? [];

describe('checking a row', () => {
  it('takes labels and names for codes, and moments with an offset or of Asia/Shanghai', async () => {
    expect(await planOf({})).toMatchObject({ unit: 'YM-SWJ', category: 'help', satisfaction: 'basically-satisfied', solved: true });
    const read = async (receivedAt: string): Promise<string> => isoOf((await planOf({ receivedAt })).receivedAt);
    const same = ['2018-09-21 10:33', '2018-09-21 10:33:00', '2018/9/21 10:33', '2018-09-21T10:33:00+08:00', '2018-09-21T02:33:00Z', '2018-09-21T04:33+02:00'];
    expect(new Set(await Promise.all(same.map(read)))).toEqual(new Set(['2018-09-21T02:33:00.000Z']));
    for (const [solved, known] of Object.entries({ 是: true, '1': true, true: true, 否: false, '0': false, false: false })) expect((await planOf({ solved })).solved).toBe(known);
  });

  it.each([
    [{ receivedAt: '2018-02-30 10:00' }, 'receivedAt not-an-instant'],
    [{ receivedAt: '21.09.2018' }, 'receivedAt not-an-instant'],
    [{ receivedAt: '2019-09-21 10:00', feedbackAt: '', closedAt: '', satisfaction: '', solved: '' }, 'receivedAt in-the-future'],
    [{ closedAt: '2018-09-28 10:00' }, 'closedAt times-not-in-order'],
    [{ feedbackAt: '' }, 'closedAt step-before-missing'],
    [{ satisfaction: '非常好' }, 'satisfaction not-a-known-word'],
    [{ solved: '也许' }, 'solved not-yes-or-no'],
    [{ solved: '' }, 'solved cell-missing'],
    [{ title: '' }, 'title cell-missing'],
    [{ title: '长'.repeat(201) }, 'title cell-too-long'],
    [{ place: { town: '元马镇' } }, 'place cell-not-text'],
    [{ unit: '水利局' }, 'unit unknown-unit'],
    [{ unit: 'YM-OLD' }, 'unit unit-inactive'],
    [{ unit: 'YM-NEW' }, 'unit unit-without-liaison'],
  ])('says of %j: %s', async (change, code) => {
    expect(await codesOf(change)).toEqual([code]);
  });

  it('refuses the second row of one origin and names the first, but not one whose first was bad', async () => {
    const rows = await checkedAll({ title: '' }, {}, { externalId: 2 }, { title: '又一件' }, { externalId: ' 2 ' });
    expect(rows.flatMap((row) => ('reasons' in row ? linesOf(row) : []))).toEqual([
      '第 2 行  title（标题）：没有填写，请补上',
      '第 5 行  externalId（原编号）：与第 3 行的来源和原编号相同，一件工单只能出现一次，请删除其中一行',
      '第 6 行  externalId（原编号）：与第 4 行的来源和原编号相同，一件工单只能出现一次，请删除其中一行',
    ]);
  });

  it('refuses a row with a column of its own, which would be dropped in silence, and no other', async () => {
    const [good, strange, next] = await checkedAll({}, { externalId: '2', note: '张某甲' }, { externalId: '3' });
    expect([good, next].map((row) => row && 'reasons' in row)).toEqual([false, false]);
    expect(strange).toMatchObject({ externalId: '2', reasons: [{ field: 'note', code: 'column-unknown' }], original: { note: '张某甲' } });
    expect(linesOf(strange as BadRow)).toEqual(['第 3 行  note：没有这一列，请改名或删除，或写一个映射文件并在 ignore 中列出']);
  });

  it('lets a mapping that a person named leave columns out, in every row', async () => {
    async function* read(): AsyncGenerator<ReadRow> {
      yield { row: 1, position: 0, cells: CELLS };
      yield { row: 2, position: 0, cells: { ...CELLS, externalId: '2', note: '备注' } };
    }
    const reasons: unknown[] = [];
    for await (const row of checkedRows(read(), { ...RULES, choice: { named: { name: 'own.yaml', mapping: DOCUMENTED }, shipped: [] } })) if ('reasons' in row) reasons.push(row.reasons);
    expect(reasons).toEqual([]);
  });

  it('does not take a file without rows for a success', async () => {
    await expect(checkedAll()).rejects.toThrow('文件没有数据行');
  });

  it('has words for every slug of history and never repeats what stands in a cell', async () => {
    expect(history.HISTORY_REFUSALS.filter((slug) => !KNOWN_SLUGS.includes(slug))).toEqual([]);
    const wrong = { channel: '张某甲', category: '张某乙', unit: '张某丙', receivedAt: '13800000001', satisfaction: '张某丁', solved: '13800000002', title: '张某戊'.repeat(100) };
    const lines = (await checkedAll(wrong)).flatMap((row) => linesOf(row as BadRow)).join('\n');
    expect(lines.split('\n')).toHaveLength(7);
    expect(lines).not.toMatch(/张某|138/);
  });
});
