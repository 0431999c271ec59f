import { describe, expect, it } from '@jest/globals';
import { CATEGORIES } from '../shared/index.js';
import { cueFeatures, matterFeatures, UNIT } from './features.js';
import { categoryWords, leafWords, level1Words, startingCounts } from './starting-words.js';
import { level1Of, parseSubjectTree } from './subject-tree.js';
import { contentWords, cueWords, labelWords, withoutNames, type Token } from './token.js';
import { addedCounts, rankLabels, type WordCounts } from './word-counts.js';

/** `路灯/n 不/d 亮/v` */
const tokens = (text: string): Token[] => text.split(' ').map((each) => ({ word: each.split('/')[0] ?? '', tag: each.split('/')[1] ?? 'x' }));
const words = (list: readonly Token[]): string[] => list.map(({ word }) => word);
const counts = (labels: Readonly<Record<string, readonly [tickets: number, weight: number]>>, said: Readonly<Record<string, Readonly<Record<string, number>>>>): WordCounts => ({
  labels: new Map(Object.entries(labels).map(([label, [tickets, weight]]) => [label, { tickets, weight }])),
  words: new Map(Object.entries(said).map(([word, byLabel]) => [word, new Map(Object.entries(byLabel))])),
});

describe('the words of a list before any ticket', () => {
  it('[Art. 13] count whole, and half where they are part of a longer one', () => {
    const tagged = (phrase: string): Token[] => (phrase === '乱收费app' ? tokens('乱/d 收费/v app/eng') : [{ word: phrase, tag: 'n' }]);
    expect(startingCounts([['价格', ['乱收费APP', '收费', '贵']], ['交通', ['收费']], ['其他', []]], tagged)).toEqual({
      labels: new Map([['价格', { tickets: 0, weight: 24 * UNIT }], ['交通', { tickets: 0, weight: 8 * UNIT }], ['其他', { tickets: 0, weight: 0 }]]),
      words: new Map([['乱收费app', new Map([['价格', 8 * UNIT]])], ['收费', new Map([['价格', 12 * UNIT], ['交通', 8 * UNIT]])], ['app', new Map([['价格', 4 * UNIT]])]]),
    });
  });

  it('[Art. 13] are those of the tree, by its first level or by its leaves', () => {
    const leaves = [{ path: '城乡建设/市政/路灯', level1: '城乡建设', words: ['照明'] }];
    expect(level1Words(leaves)).toEqual([['城乡建设', ['路灯', '照明']]]);
    expect(leafWords(leaves)).toEqual([['城乡建设/市政/路灯', ['市政', '路灯', '照明']]]);
  });

  it('[Art. 13] know how each of the five categories is put', () => {
    const listed = new Map(categoryWords());
    expect([...listed.keys()]).toEqual(Object.keys(CATEGORIES));
    for (const [category, said] of listed) expect(said).toContain(CATEGORIES[category]);
    expect(new Set([...listed.values()].flat()).size).toBe([...listed.values()].flat().length);
  });
});

describe('how a matter is weighed', () => {
  it('[Art. 13] by the logarithm of how often a word is said, three times as much in the title', () => {
    const matter = { title: tokens('路灯/n 如何/r'), text: tokens('路灯/n 维修/vn 如何/r') };
    expect(matterFeatures(matter)).toEqual(new Map([['路灯', 1_609], ['维修', 693]]));
    expect(cueFeatures(matter)).toEqual(new Map([['路灯', 1_609], ['如何', 1_609], ['维修', 693]]));
  });
});

describe('the label that fits', () => {
  const known = counts({ 水务: [1, 3_000], 交通: [3, 5_000] }, { 停水: { 水务: 3_000 }, 公路: { 交通: 2_000, 水务: 0 }, 施工: { 水务: 1_000, 交通: 3_000 } });

  it('[Art. 13, 15] scores by what the other labels lack and by how many tickets bore it', () => {
    const vote = (said: number, elsewhere: number, others: number): number => -said * Math.log((elsewhere + 1_000) / (others + 5_000_000));
    expect(rankLabels(new Map([['停水', 2_000], ['施工', 500], ['陌生', 900]]), known)).toEqual([
      { label: '水务', tickets: 1, score: expect.closeTo(Math.log(2 / 6) + vote(2, 0, 5_000) + vote(0.5, 3_000, 5_000), 9), words: ['停水'] },
      { label: '交通', tickets: 3, score: expect.closeTo(Math.log(4 / 6) + vote(2, 3_000, 3_000) + vote(0.5, 1_000, 3_000), 9), words: ['施工'] },
    ]);
  });

  it('[Art. 13, 15] names the three words that speak for it most, of equals in their order, and none that it never had', () => {
    const said = counts({ 甲: [0, 10_000], 乙: [0, 10_000] }, { 丁一: { 甲: 2_000 }, 丁二: { 甲: 2_000 }, 弱: { 甲: 2_000, 乙: 1_000 }, 强: { 甲: 2_000 }, 都: { 甲: 1_000, 乙: 1_000 }, 乙的: { 乙: 1_000 } });
    const features = (order: readonly string[]): Map<string, number> => new Map(order.map((word) => [word, word === '强' ? 2_000 : 1_000]));
    for (const order of [['弱', '丁二', '都', '乙的', '强', '丁一'], ['丁一', '强', '乙的', '都', '丁二', '弱']]) {
      expect(rankLabels(features(order), said).map((each) => [each.label, each.words])).toEqual([['甲', ['强', '丁一', '丁二']], ['乙', ['乙的']]]);
    }
    expect(rankLabels(features(['都']), said).map((each) => each.words)).toEqual([[], []]);
    expect(rankLabels(features(['弱']), said).map((each) => each.words)).toEqual([['弱'], []]);
  });

  it('[Art. 13, 15] of equals goes by name', () => {
    for (const order of [['甲', '乙', '丙'], ['丙', '乙', '甲']]) {
      expect(rankLabels(new Map(), counts(Object.fromEntries(order.map((label) => [label, [1, 1_000] as const])), {})).map(({ label }) => label)).toEqual(['丙', '乙', '甲']);
    }
  });

  it('[Art. 13, 15] knows what the list and the tickets know together, and nothing of a label nobody may give', () => {
    const learnt = counts({ 水务: [2, 500], 旧: [1, 100] }, { 停水: { 水务: 500, 旧: 100 }, 水压: { 旧: 100 } });
    expect(addedCounts(known, learnt, new Set(['水务']))).toEqual({
      labels: new Map([['水务', { tickets: 3, weight: 3_500 }]]),
      words: new Map([['停水', new Map([['水务', 3_500]])], ['公路', new Map([['水务', 0]])], ['施工', new Map([['水务', 1_000]])], ['水压', new Map()]]),
    });
    expect(addedCounts(known, learnt).labels).toEqual(new Map([['水务', { tickets: 3, weight: 3_500 }], ['交通', { tickets: 3, weight: 5_000 }], ['旧', { tickets: 1, weight: 100 }]]));
  });
});

describe('what is a name, a word, a label', () => {
  it.each([
    ['名/n 欧阳/n 军/n 施工/vn 路灯/n', ['名', '路灯']],
    ['经办/v 欧阳/n 建/v 国/n 施工/vn', ['经办', '施工']],
    ['经办/v 赵/n 建设/vn 施工/vn', ['经办', '施工']],
    ['邻居/n 铁/nr 建设/vn 施工/vn', ['邻居', '施工']],
    ['邻居/n 阿卜杜拉/nrt 建设/vn', ['邻居', '建设']],
    ['路灯/n 维修/vn 工程/n', ['路灯', '维修', '工程']],
    ['拜访/v 主任/n 办公/n', ['拜访', '主任', '办公']],
    ['主任/n 先生/n', ['主任', '先生']],
    ['路灯/unr 坏/a', ['路灯', '坏']],
  ])('[Art. 10] leaves out names and what follows them: %s', (text, kept) => expect(words(withoutNames(tokens(text)))).toEqual(kept));

  it('[Art. 13] keeps Latin words in small letters, and the words by which people ask', () => {
    const said = tokens('APP/eng 医保/n 12345/x 缴费/v 昆明/ns 人民医院/nt 希望/v 上午/t');
    expect(contentWords(said)).toEqual(['app', '医保', '缴费', '人民医院', '希望']);
    expect(cueWords(said)).toEqual(['app', '医保', '缴费', '希望']);
    expect(cueWords(tokens('非常/zm 建议/lnt'))).toEqual(['非常', '建议']);
  });

  it('[Art. 10, 21] a label holds plain Chinese nouns and verbs alone', () => {
    expect(labelWords(tokens('垃圾/n 清运/vn 清运/vn APP/n 卡A/n A卡/n 建造/xn 国道/lns 花园/n 路灯/n'))).toEqual(['垃圾', '清运', '路灯']);
    expect(labelWords(tokens('龙街/n 小区/n'))).toEqual(['小区']);
  });
});

describe('a tree that is wrong', () => {
  const subjects = { 城乡建设: { 市政: { 路灯: '  路灯   照明 ' } } };

  it('[Art. 13] is refused for its name, its version, or the want of subjects, each alone', () => {
    expect(parseSubjectTree({ name: '县', version: 1, subjects })).toMatchObject({ ok: true, tree: { leaves: [{ words: ['路灯', '照明'] }] } });
    expect(parseSubjectTree({ name: 7, version: 1, subjects })).toEqual({ ok: false, problems: ['name: 应为名称'] });
    for (const version of ['1', 1.5, null]) expect(parseSubjectTree({ name: '县', version, subjects })).toEqual({ ok: false, problems: ['version: 应为整数'] });
    for (const none of [null, [], '路灯', {}]) expect(parseSubjectTree({ name: '县', version: 1, subjects: none })).toEqual({ ok: false, problems: ['subjects: 至少应有一个三级事项'] });
    expect(parseSubjectTree({ name: '县', version: 1, subjects: { ...subjects, 交通: null } })).toEqual({ ok: false, problems: ['交通: 应有下一级事项'] });
    expect(parseSubjectTree(null)).toMatchObject({ ok: false });
  });

  it('[Art. 13] the first level of a subject is read without the spaces around it', () => {
    expect([level1Of(' 城乡建设 / 市政'), level1Of('交通')]).toEqual(['城乡建设', '交通']);
  });
});
