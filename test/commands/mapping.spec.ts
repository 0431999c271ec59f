import { DOCUMENTED, fnv1a, mapped, type Mapping } from '../../deploy/commands/import/mapping.ts';
import { chooseMapping, fits } from '../../deploy/commands/import/choose-mapping.ts';
import { parseMapping, shippedMappings } from '../../deploy/commands/import/mapping-file.ts';

const MAPPING = parseMapping(`
columns: { externalId: no, title: head, text: body, category: kind, unit: field, receivedAt: in }
values: { unit: { 供水: YM-SWJ, 其他: null }, category: { 问: consultation } }
defaults: { category: help, place: 元马镇 }
byHash: { unit: { over: externalId, among: [A, B, C] } }
constants: { channel: website, source: board }
ignore: [author]
`);

const REPLIED =
  'source message_id user title received_at detail weak_type reply replied_at reply_units_weak elapsed_hours working_days_excl due5_excl overdue5_excl due5_incl overdue5_incl due15_excl overdue15_excl due15_incl overdue15_incl';
const LABELLED = 'source message_id user title received_at detail weak_type label1';
const UNROUTED = 'source message_id user title received_at detail weak_type likes dislikes';

describe('a mapping', () => {
  const { mapping } = MAPPING;

  it('takes columns, translates words, fills empty cells and sets constants, in this order', () => {
    const row = mapped({ no: 17, head: '题', body: '文', kind: '问', field: '供水', in: '2018-09-21 10:00', author: '甲' }, mapping);
    expect(row).toMatchObject({ externalId: 17, title: '题', text: '文', category: 'consultation', unit: 'YM-SWJ', place: '元马镇', channel: 'website', source: 'board', receivedAt: '2018-09-21 10:00' });
    expect(JSON.stringify(row)).not.toContain('甲');
  });

  it('leaves words that it does not list for the check, and fills what is empty, null or only white space', () => {
    expect(mapped({ kind: '胡说' }, mapping).category).toBe('胡说');
    for (const kind of ['', ' ', null, undefined]) expect(mapped({ kind }, mapping).category).toBe('help');
  });

  it('chooses by hash the same way every time and reaches every choice', () => {
    const unitOf = (no: string): unknown => mapped({ no, field: '其他' }, mapping).unit;
    expect([fnv1a(''), fnv1a('a'), fnv1a('foobar')]).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]); // the published test vectors
    expect(unitOf('17')).toBe(['A', 'B', 'C'][fnv1a('17') % 3]);
    expect(new Set(Array.from({ length: 40 }, (_, no) => unitOf(String(no))))).toEqual(new Set(['A', 'B', 'C']));
  });

  it('gives documented columns as they are', () => {
    expect(mapped({ externalId: '1', solved: true, unit: '' }, DOCUMENTED)).toMatchObject({ externalId: '1', solved: true, unit: null });
  });

  it.each([
    ['text: [', '不是有效的 YAML（第 1 行）'],
    ['- a', '应当写有'],
    ['colums: {}', '不认识的节 colums'],
    ['columns: { titel: head }', 'columns 中的 titel 不是规定的列'],
    ['columns: { title: [head] }', 'columns.title 应当是一段文字'],
    ['values: { unit: YM-SWJ }', 'values.unit 应当逐行写明'],
    ['byHash: { unit: { over: nothing, among: [A] } }', 'byHash.unit.over 应当是规定的一列'],
    ['byHash: { unit: { over: externalId, among: [] } }', 'byHash.unit.among 至少要有一项'],
    ['ignore: 3', 'ignore 应当是文字的列表'],
  ])('refuses %s and says where', (text, problem) => {
    expect(parseMapping(text).problems.join()).toContain(problem);
  });
});

describe('choosing a mapping', () => {
  const shipped = shippedMappings();
  const choose = (columns: string, given: string[] = [], named?: { name: string; mapping: Mapping }): string =>
    chooseMapping(columns.split(' '), { named, shipped }, given).name;

  it.each([
    [REPLIED, 'message-board-replied.yaml'],
    [LABELLED, 'message-board-labelled.yaml'],
    [UNROUTED, 'message-board-unrouted.yaml'],
    ['externalId source channel category title text receivedAt unit', '规定的列'],
  ])('finds the one that accounts for every column: %s', (columns, name) => {
    expect(choose(columns)).toBe(name);
    expect(shipped.filter(({ mapping }) => fits(mapping, columns.split(' '))).length).toBe(name.endsWith('.yaml') ? 1 : 0);
  });

  it('says what is missing, misspelt or ambiguous instead of guessing', () => {
    expect(() => choose(`${LABELLED} more`)).toThrow('没有随附的映射适合');
    expect(() => choose('externalId receivedAt source channel category title')).toThrow('缺少必需的列 text');
    expect(() => choose('externalId receivedAt source channel category title text sigendAt')).toThrow('不认识的列 sigendAt');
    expect(() => choose('externalId receivedAt channel category title text')).toThrow('缺少必需的列 source');
    expect(choose('externalId receivedAt channel category title text', ['source'])).toBe('规定的列');
    expect(() => choose('no head', [], { name: 'own.yaml', mapping: MAPPING.mapping })).toThrow('text（文件中应为 body）');
    expect(() => chooseMapping(LABELLED.split(' '), { named: undefined, shipped: [...shipped, ...shipped] }, [])).toThrow('有多个随附的映射适合');
  });
});
