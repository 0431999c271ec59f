import { describe, expect, it } from '@jest/globals';
import { likelyLinks, type EarlierMatter, type Matter } from './duplicate.js';
import { rarityOf, wordLikeness } from './similarity.js';

const said = (text: string): Map<string, number> => new Map(text.split(' ').filter((word) => word !== '').map((word) => [word, 693]));
const matter = (text: string, townCode: string | null = '1'): Matter => ({ words: said(text), townCode });
const earlier = (ticketId: string, text: string, about: Partial<EarlierMatter> = {}): EarlierMatter => ({ ticketId, ...matter(text), samePetitioner: false, ...about });

describe('matters that may be one', () => {
  it('[Art. 17(2)] are shown with what speaks for it: who, where, how much, and the words that both say, the rarest first, five at most', () => {
    const saying = new Map([['路灯', 300], ['维修', 40], ['不亮', 5], ['灯杆', 5]]);
    const before = [earlier('t1', '路灯 维修 不亮 灯杆 倒塌 路口 无人'), earlier('t2', '停水 水压')];
    expect(likelyLinks(matter('路灯 路口 维修 灯杆 不亮 倒塌 夜间'), before, saying, 1_000)).toEqual([
      { ticketId: 't1', kind: 'duplicate', likeness: expect.closeTo(0.758, 3), samePetitioner: false, sameTown: true, words: ['倒塌', '路口', '不亮', '灯杆', '维修'] },
    ]);
  });

  it('[Art. 17(2)] are of one town only where both name it', () => {
    const townsOf = (mine: string | null, theirs: string | null): boolean | undefined => likelyLinks(matter('路灯 不亮', mine), [earlier('t1', '路灯 不亮', { townCode: theirs })], new Map(), 1_000)[0]?.sameTown;
    expect([townsOf('1', '1'), townsOf('1', '2'), townsOf(null, null), townsOf(null, '1'), townsOf('1', null)]).toEqual([true, false, false, false, false]);
  });

  it('[Art. 17(2)] come with those of the same petitioner first, then by likeness, then by number, five unless more are asked for', () => {
    const same = ['t7', 't3', 't5', 't4', 't6'].map((id) => earlier(id, '路灯 不亮 灯杆'));
    const before = [earlier('t8', '路灯 不亮'), ...same, earlier('t9', '路灯 道路 车辆', { samePetitioner: true })];
    const idsOf = (list: readonly EarlierMatter[], limit?: number): string[] => likelyLinks(matter('路灯 不亮'), list, new Map(), 1_000, limit).map(({ ticketId }) => ticketId);
    for (const order of [before, before.toReversed()]) {
      expect(idsOf(order)).toEqual(['t9', 't8', 't3', 't4', 't5']);
      expect(idsOf(order, 2)).toEqual(['t9', 't8']);
      expect(idsOf(order, 9)).toEqual(['t9', 't8', 't3', 't4', 't5', 't6', 't7']);
    }
  });
});

describe('how rare a word is', () => {
  it('is 1 of one that nobody said, falls with each that says it, and never below nothing', () => {
    const rarity = rarityOf(new Map([['少', 10], ['多', 400], ['都', 1_000], ['更多', 2_000]]), 1_000);
    expect([rarity('无'), rarity('更多')]).toEqual([1, 0]);
    expect(rarity('都')).toBeGreaterThan(0);
    expect([rarity('少'), rarity('多')]).toEqual([expect.closeTo(Math.log(1_001 / 10.5) / Math.log(2_002)), expect.closeTo(Math.log(1_001 / 400.5) / Math.log(2_002))]);
  });

  it('is not judged by a handful of tickets', () => {
    expect(rarityOf(new Map([['路灯', 3]]), 3)('路灯')).toBe(rarityOf(new Map([['路灯', 3]]), 500)('路灯'));
    expect(rarityOf(new Map([['路灯', 3]]), 501)('路灯')).toBeGreaterThan(rarityOf(new Map([['路灯', 3]]), 500)('路灯'));
  });

  it('leaves a matter without words like nothing', () => {
    expect(wordLikeness(said(''), said(''), () => 1)).toBe(0);
  });
});
