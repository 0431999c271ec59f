import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findClusters, inOrder, WordIndex, type TopicTicket } from './cluster.js';
import { changed, continued, topicOf, type KnownTopic, type Topic } from './topic.js';

const DAY = 86_400_000;
const rules = { minTickets: 3, windowDays: 30 };

function ticket(ticketId: string, text: string, fields: Partial<TopicTicket> = {}): TopicTicket {
  const words = text.split(' ');
  return { ticketId, words: new Map(words.map((word) => [word, 693])), labelWords: new Set(words), townCode: null, subject: null, receivedAt: Date.UTC(2018, 8, 1) + Number(ticketId.slice(1)) * DAY, ...fields };
}

const NOISE = ['搅拌站 噪音 扰民 夜间', '搅拌站 噪音 扰民 粉尘', '搅拌站 噪音 扰民 居民'];
const noise = NOISE.map((text, nth) => ticket(`a${nth}`, text));
const others = ['路灯 不亮 维修', '医保 报销 手续', '公交 班次 太少', '自来水 停水 水压'].map((text, nth) => ticket(`b${nth}`, text));
const idsOf = (groups: readonly (readonly TopicTicket[])[]): string[][] => groups.map((group) => group.map(({ ticketId }) => ticketId));

describe('hot topics', () => {
  it('[Art. 21] are tickets alike in their words, at least as many as the policy asks', () => {
    expect(idsOf(findClusters([...noise, ...others], rules))).toEqual([['a0', 'a1', 'a2']]);
    expect(findClusters([...noise.slice(1), ...others], rules)).toEqual([]);
    expect(findClusters([...noise, ...others], { ...rules, minTickets: 4 })).toEqual([]);
  });

  it('[Art. 21] are near in time: the same complaint of another season is none', () => {
    const scattered = noise.map((each, nth) => ({ ...each, receivedAt: each.receivedAt + nth * 40 * DAY }));
    expect(findClusters([...scattered, ...others], rules)).toEqual([]);
  });

  it('[Art. 21] ask for less likeness within one town', () => {
    const weak = ['甲', '乙', '丙'].map((own) => ['夜间', '噪音', ...Array.from({ length: 11 }, (_, nth) => `${own}${nth}`)].join(' '));
    const [apart, together] = [null, '532328101'].map((townCode) => weak.map((text, nth) => ticket(`a${nth}`, text, { townCode })));
    expect([findClusters(apart ?? [], rules).length, findClusters(together ?? [], rules).length]).toEqual([0, 1]);
  });

  it('[Art. 21] are no chain of neighbours that have nothing in common from end to end', () => {
    const chain = Array.from({ length: 12 }, (_, nth) => ticket(`c${nth}`, `词${nth} 词${nth}乙 词${nth + 1} 词${nth + 1}乙`));
    for (const group of findClusters(chain, { minTickets: 2, windowDays: 30 })) expect(group.length).toBeLessThan(5);
  });

  it('[Art. 21] are the same whatever the order in which the tickets came', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...noise, ...others], { minLength: 7 }), (tickets) => {
        expect(idsOf(findClusters(tickets, rules))).toEqual([['a0', 'a1', 'a2']]);
      }),
    );
  });

  it('[Art. 10, 21] are named by words that enough of their tickets share and that may be shown, or not at all', () => {
    const { rarity } = new WordIndex(inOrder([...noise, ...others]));
    const named = topicOf(noise.map((each) => ({ ...each, townCode: '532328101', subject: '环境保护' })), 3, rarity);
    expect(named).toEqual({
      label: '噪音、扰民、搅拌站', subject: '环境保护', townCode: '532328101', ticketIds: ['a0', 'a1', 'a2'],
      firstReceivedAt: noise[0]?.receivedAt, lastReceivedAt: noise[2]?.receivedAt,
    });
    const silent = noise.map((each, nth) => ({ ...each, labelWords: new Set(nth < 2 ? ['普建国'] : []) }));
    expect(topicOf(silent, 3, rarity)).toBeNull();
  });

  it('[Art. 21] have a label of three words at most, the most telling first, and none that is part of another', () => {
    const weights: Readonly<Record<string, number>> = { 搅拌站: 0.9, 搅拌: 0.8, 扰民: 0.7, 噪音扰民: 0.6, 粉尘: 0.5, 夜间: 0.4 };
    const labelled = noise.map((each) => ({ ...each, labelWords: new Set(Object.keys(weights).toReversed()) }));
    expect(topicOf(labelled, 3, (word) => weights[word] ?? 0)?.label).toBe('搅拌站、扰民、粉尘');
  });

  it('[Art. 21] name the town that all are of, and the subject that more than half are of', () => {
    const named = (towns: readonly (string | null)[], subjects: readonly (string | null)[]): unknown[] => {
      const topic = topicOf(towns.map((townCode, nth) => ticket(`a${nth}`, '噪音', { townCode, subject: subjects[nth] ?? null })), 3, () => 1);
      return [topic?.townCode, topic?.subject];
    };
    expect(named(['1', '1', '2'], ['环保', '环保', '交通'])).toEqual([null, '环保']);
    expect(named(['2', '1', '1', '1'], ['环保', '环保', '交通', null])).toEqual([null, null]);
    expect(named([null, null, null], ['交通', null, null])).toEqual([null, null]);
    expect(named(['1', '1', '1'], ['交通', '环保', '环保'])).toEqual(['1', '环保']);
  });
});

describe('a topic found again', () => {
  const topic = (...ticketIds: string[]): Topic => ({ label: '噪音', subject: null, townCode: null, ticketIds, firstReceivedAt: 5, lastReceivedAt: 9 });
  const known = (topicId: string, ...ticketIds: string[]): KnownTopic => ({ ...topic(...ticketIds), topicId, version: 1, firstReceivedAt: 1 });

  it('[Art. 21] goes on from the one that it shares most tickets with, once', () => {
    const found = continued([topic('1', '2', '3'), topic('4', '5', '6'), topic('7', '8', '9')], [known('x', '1', '4', '5'), known('y', '1', '2')], new Set());
    expect(found.map((each) => each.known?.topicId ?? null)).toEqual(['y', 'x', null]);
  });

  it('[Art. 21] goes on from none with which it shares nothing, from the more alike of two, and from the older number of equals', () => {
    const knownOf = (found: readonly Topic[], before: readonly KnownTopic[]): (string | null)[] => {
      const goesOn = continued(found, before, new Set()).map((each) => each.known?.topicId ?? null);
      expect(continued(found, before.toReversed(), new Set()).map((each) => each.known?.topicId ?? null)).toEqual(goesOn);
      return goesOn;
    };
    expect(knownOf([topic('1', '2')], [known('x', '3')])).toEqual([null]);
    expect(knownOf([topic('1', '2', '3')], [known('x', '3'), known('y', '1', '2')])).toEqual(['y']);
    expect(knownOf([topic('1', '2')], [known('y', '1'), known('x', '2')])).toEqual(['x']);
    expect(knownOf([topic('1', '2'), topic('3', '4')], [known('x', '1', '3')])).toEqual(['x', null]);
  });

  it('[Art. 21] began with the first of the tickets it still has', () => {
    expect(continued([topic('2', '3')], [known('x', '1', '2')], new Set())[0]?.topic).toEqual(topic('2', '3'));
  });

  it('[Art. 21] keeps the tickets that grew too old, and loses those that belong elsewhere now', () => {
    const [again] = continued([topic('2', '3')], [known('x', '0', '1', '2')], new Set(['0']));
    expect(again?.topic).toEqual({ ...topic('0', '2', '3'), firstReceivedAt: 1 });
  });

  it('[Art. 21] is told when it changed, and only then', () => {
    const told = (found: Topic, before: KnownTopic | null): boolean => changed({ topic: found, known: before });
    expect([told(topic('2', '1'), known('x', '1', '2')), told(topic('1'), known('x', '1', '2')), told({ ...topic('1'), label: '粉尘' }, known('x', '1')), told(topic('1'), null)])
      .toEqual([false, true, true, true]);
    expect([told({ ...topic('1'), subject: '环保' }, known('x', '1')), told({ ...topic('1'), townCode: '532328101' }, known('x', '1')), told(topic('1', '2'), known('x', '2', '1'))])
      .toEqual([true, true, false]);
  });
});
