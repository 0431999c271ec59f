import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { likelyLinks, type EarlierMatter, type Matter } from './duplicate.js';
import { matterFeatures } from './features.js';
import { rarityOf, wordLikeness } from './similarity.js';
import { level1Words, startingCounts, unitCounts } from './starting-words.js';
import { level1Of, parseSubjectTree } from './subject-tree.js';
import { contentWords, cueWords, labelWords, withoutNames, type Token } from './token.js';
import { addedCounts, rankLabels, type WordCounts } from './word-counts.js';

/** `路灯/n 不/d 亮/v` */
const tokens = (text: string): Token[] => text.split(' ').map((each) => ({ word: each.split('/')[0] ?? '', tag: each.split('/')[1] ?? 'x' }));
const words = (list: readonly Token[]): string[] => list.map(({ word }) => word);

describe('words that are kept', () => {
  it.each([
    ['我/r 叫/v 欧阳靖/ns 琬/g 路灯/n', ['我', '叫', '路灯']],
    ['邻居/n 王建国/nr 施工/vn', ['邻居', '施工']],
    ['邻居/n 赵/nr 铁柱/n 施工/vn', ['邻居', '施工']],
    ['李/nr 建/v 国庆/t 施工/vn', ['施工']],
    ['村里/s 铁柱/n 主任/b 不/d 管/v', ['村里', '主任', '不', '管']],
    ['姓名/n 建设/vn 电话/n', ['姓名', '电话']],
  ])('[Art. 10] are no part of a name: %s', (text, kept) => expect(words(withoutNames(tokens(text)))).toEqual(kept));

  it('tell what a matter is about, or how it is put', () => {
    const said = tokens('请问/v 如何/r 办理/v 龙川/ns 路灯/n 维修/vn 13800000000/m A1/eng 的/uj ，/x');
    expect(contentWords(said)).toEqual(['请问', '办理', '路灯', '维修']);
    expect(cueWords(said)).toEqual(['请问', '如何', '办理', '路灯', '维修']);
  });

  it('[Art. 10, 21] fit a label only as plain words: no place finer than the town, no courtesy, nothing out of the dictionary', () => {
    const said = tokens('希望/v 丽发/x 阳光/n 小区/n 搅拌站/n 噪音/n 扰民/n 和平/nz 龙川/ns 人民/n 路/n 影响/v');
    expect(labelWords(said)).toEqual(['小区', '搅拌站', '噪音', '扰民']);
  });
});

describe('ranking', () => {
  const listed = startingCounts([['水务', ['自来水', '供水']], ['交通', ['公路', '客车']]], (text) => [{ word: text, tag: 'n' }]);

  it('[Art. 13, 15] goes by the words that the other labels lack, and says which', () => {
    const features = matterFeatures({ title: tokens('自来水/n'), text: tokens('公路/n 自来水/n 停/v') });
    expect(rankLabels(features, listed).map(({ label, words: spoke }) => [label, spoke])).toEqual([['水务', ['自来水']], ['交通', ['公路']]]);
  });

  it('[Art. 15] takes no word that every office has in common for a responsibility', () => {
    const cut = (text: string): Token[] => ({ 政府采购: tokens('政府/n 采购/v'), 物业管理: tokens('物业/n 管理/vn') })[text] ?? [{ word: text, tag: 'n' }];
    const units = unitCounts([['财政', ['政府采购', '单位']], ['住建', ['物业管理', '政府部门']]], cut);
    const ranked = (text: string): unknown[] => rankLabels(matterFeatures({ title: [], text: tokens(text) }), units).flatMap(({ label, words: spoke }) => (spoke.length > 0 ? [[label, spoke]] : []));
    expect(ranked('政府/n 部门/n 单位/n 管理/vn')).toEqual([]);
    expect(ranked('采购/v 政府/n')).toEqual([['财政', ['采购']]]);
    expect(ranked('政府采购/n')).toEqual([['财政', ['政府采购']]]);
    expect(ranked('物业/n')).toEqual([['住建', ['物业']]]);
  });

  it('lets titles weigh more, whole words more than their parts, and a label nobody may give never appear', () => {
    const features = matterFeatures({ title: tokens('公路/n'), text: tokens('自来水/n') });
    expect(rankLabels(features, listed)[0]?.label).toBe('交通');
    expect(rankLabels(features, addedCounts(listed, listed, new Set(['水务']))).map(({ label }) => label)).toEqual(['水务']);
  });

  it('follows the tickets as they come', () => {
    const features = matterFeatures({ title: tokens('闸门/n'), text: tokens('锈蚀/v') });
    const learnt: WordCounts = { labels: new Map([['交通', { tickets: 3, weight: 9_000 }]]), words: new Map([['闸门', new Map([['交通', 9_000]])]]) };
    const [first] = rankLabels(features, addedCounts(listed, learnt));
    expect([first?.label, first?.words, first?.tickets]).toEqual(['交通', ['闸门'], 3]);
  });

  it('is the same whatever the order of labels and words', () => {
    const shuffledOf = (counts: WordCounts): WordCounts => ({ labels: new Map([...counts.labels].reverse()), words: new Map([...counts.words].reverse()) });
    fc.assert(
      fc.property(fc.array(fc.constantFrom('自来水/n', '公路/n', '客车/n', '别的/n'), { minLength: 1 }), (said) => {
        const features = matterFeatures({ title: [], text: tokens(said.join(' ')) });
        expect(rankLabels(features, shuffledOf(listed)).map(({ label }) => label)).toEqual(rankLabels(features, listed).map(({ label }) => label));
      }),
    );
  });
});

describe('likeness', () => {
  const set = (text: string): Map<string, number> => new Map(text.split(' ').map((word) => [word, 693]));
  const saying = new Map([['路灯', 3], ['维修', 400]]);

  it('is 0 without a common word, 1 of the same, symmetric, and rises with the rarity of what is shared', () => {
    const rarity = rarityOf(saying, 1_000);
    const [rare, common] = [wordLikeness(set('路灯 维修 甲'), set('路灯 乙'), rarity), wordLikeness(set('路灯 维修 甲'), set('维修 乙'), rarity)];
    expect([wordLikeness(set('甲'), set('乙'), rarity), wordLikeness(set('甲 乙'), set('乙 甲'), rarity)]).toEqual([0, expect.closeTo(1)]);
    expect(rare).toBeGreaterThan(common);
    expect(wordLikeness(set('路灯 乙'), set('路灯 维修 甲'), rarity)).toBeCloseTo(rare);
  });

  it('[Art. 17(2)] asks less of the same petitioner than of another, and less in the same town', () => {
    const matter: Matter = { words: set('路灯 不亮 维修'), townCode: '1' };
    const earlier = (ticketId: string, text: string, townCode: string, samePetitioner: boolean): EarlierMatter => ({ ticketId, words: set(text), townCode, samePetitioner });
    const found = likelyLinks(matter, [
      earlier('a', '路灯 不亮 灯杆 倒', '1', false),
      earlier('b', '路灯 不亮 维修', '2', false),
      earlier('c', '路灯 道路 车辆 树木 井盖 水管', '2', true),
      earlier('d', '路灯 道路 车辆 树木 井盖 水管', '1', false),
    ], saying, 1_000);
    expect(found.map(({ ticketId, kind }) => `${ticketId} ${kind}`)).toEqual(['c repeat', 'b duplicate', 'a duplicate']);
  });
});

describe('the subject tree', () => {
  it('[Art. 13] is read with three levels, and tells every place that is wrong', () => {
    const parsed = parseSubjectTree({ name: '县', version: 1, subjects: { 城乡建设: { 市政: { 路灯: '路灯 照明' } } } });
    expect(parsed).toEqual({ ok: true, tree: { name: '县', version: 1, leaves: [{ path: '城乡建设/市政/路灯', level1: '城乡建设', words: ['路灯', '照明'] }] } });
    expect(level1Of('城乡建设/市政/路灯')).toBe('城乡建设');
    if (parsed.ok) expect(level1Words(parsed.tree.leaves)).toEqual([['城乡建设', ['路灯', '路灯', '照明']]]);
    expect(parseSubjectTree({ subjects: { 甲: { 乙: '词' }, 丙: { 丁: { '戊/己': 3 } } } })).toEqual({
      ok: false,
      problems: ['甲/乙: 应有下一级事项', '丙/丁/戊/己: 名称应为 1 至 30 个字符，不含空格和“/”', '丙/丁/戊/己: 应为以空格分开的常用说法', 'name: 应为名称', 'version: 应为整数', 'subjects: 至少应有一个三级事项'],
    });
    expect(parseSubjectTree('x').ok).toBe(false);
  });
});
