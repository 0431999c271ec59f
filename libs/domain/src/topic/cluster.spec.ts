import { describe, expect, it } from '@jest/globals';
import { clusters, findClusters, inOrder, WordIndex, type TopicTicket } from './cluster.js';

const DAY = 86_400_000;
const START = Date.UTC(2018, 8, 1);
const rules = { minTickets: 3, windowDays: 30 };

function ticket(ticketId: string, text: string, fields: Partial<TopicTicket> = {}): TopicTicket {
  const words = text.split(' ');
  return { ticketId, words: new Map(words.map((word) => [word, 693])), labelWords: new Set(words), townCode: null, subject: null, receivedAt: START, ...fields };
}

const numbered = (count: number, name: string): string[] => Array.from({ length: count }, (_, nth) => `${name}${String(nth).padStart(2, '0')}`);
const idsOf = (groups: readonly (readonly TopicTicket[])[]): string[][] => groups.map((group) => group.map(({ ticketId }) => ticketId));

describe('what belongs to one hot topic', () => {
  it('[Art. 21] is found though each message says many things of its own', () => {
    const wordy = ['甲', '乙', '丙'].map((own, nth) => ticket(`t${nth}`, [...numbered(25, own), ...numbered(8, '噪音')].join(' ')));
    expect(idsOf(findClusters(wordy, rules))).toEqual([['t0', 't1', 't2']]);
  });

  it('[Art. 21] is not made by a word that everybody says', () => {
    const saying = (count: number): TopicTicket[] => numbered(count, 't').map((id) => ticket(id, `天气 自己的${id}`));
    expect(findClusters(saying(40), rules).map((group) => group.length)).toEqual([40]);
    expect(findClusters(saying(41), rules)).toEqual([]);
  });

  it('[Art. 21] is looked for by the twenty rarest words of a message, whatever their order', () => {
    const rare = numbered(20, '罕');
    const shared = numbered(3, '常');
    const tickets = [ticket('t0', shared.join(' ')), ticket('t1', shared.join(' ')), ticket('t2', rare.join(' ')), ticket('t3', [...shared, ...rare].join(' '))];
    expect(new WordIndex(tickets).pairsOf(3, 30).map(({ one }) => one)).toEqual([2]);
    const even = numbered(25, '词');
    for (const said of [even, even.toReversed(), [...even.slice(12), ...even.slice(0, 12)]]) {
      const index = new WordIndex([ticket('t0', even.slice(20).join(' ')), ticket('t1', even.slice(0, 20).join(' ')), ticket('t2', said.join(' '))]);
      expect(index.pairsOf(2, 30).map(({ one }) => one)).toEqual([1]);
    }
  });

  it('[Art. 21] is met once a pair, from the later message, the earliest before it first', () => {
    const index = new WordIndex([ticket('t0', '停水 水压'), ticket('t1', '路灯 不亮'), ticket('t2', '路灯 水压 停水 不亮'), ticket('t3', '路灯 停水')]);
    const alike = (one: number, other: number): unknown => ({ one, other, likeness: expect.any(Number), alike: true });
    expect([0, 1, 2, 3].map((place) => index.pairsOf(place, 30))).toEqual([[], [], [alike(0, 2), alike(1, 2)], [alike(0, 3), alike(1, 3), alike(2, 3)]]);
    expect(index.pairsOf(4, 30)).toEqual([]);
  });

  it('[Art. 21] has hardly anything to do with a message that shares one word of thirty', () => {
    const [one, other] = ['甲', '乙'].map((own) => ticket(own, ['路灯', ...numbered(29, own)].join(' ')));
    expect(new WordIndex([one, other] as TopicTicket[]).pairsOf(1, 30)).toEqual([]);
  });

  it('[Art. 21] lies within the window of the policy to the moment', () => {
    const after = (ms: number): TopicTicket[] => ['t0', 't1'].map((id, nth) => ticket(id, '搅拌站 噪音', { receivedAt: START + nth * ms }));
    expect(findClusters(after(30 * DAY), { minTickets: 2, windowDays: 30 })).toHaveLength(1);
    expect(findClusters(after(30 * DAY + 1), { minTickets: 2, windowDays: 30 })).toEqual([]);
  });

  it('[Art. 21] must be more alike between two towns than within one', () => {
    const weak = (towns: readonly string[]): TopicTicket[] => towns.map((townCode, nth) => ticket(`t${nth}`, ['夜间', '噪音', ...numbered(11, `${nth}号`)].join(' '), { townCode }));
    expect(findClusters(weak(['532328101', '532328101', '532328101']), rules)).toHaveLength(1);
    expect(findClusters(weak(['532328101', '532328102', '532328103']), rules)).toEqual([]);
  });

  it('[Art. 21] is listed by receipt, then by number', () => {
    const [a, b, early] = [ticket('a', '词'), ticket('b', '词'), ticket('z', '词', { receivedAt: START - 1 })];
    for (const order of [[a, b, early], [early, b, a], [b, a, early]]) expect(inOrder(order)).toEqual([early, a, b]);
  });
});

describe('how groups of messages grow', () => {
  const index = new WordIndex(['p', 'q', 'a', 'b', 'c'].map((id) => ticket(id, '词')));
  const pair = (one: number, other: number, likeness: number, alike = true) => ({ one, other, likeness, alike });
  const grouped = (...pairs: ReturnType<typeof pair>[]): string[][] => {
    const groups = idsOf(clusters(index, pairs, 2));
    expect(idsOf(clusters(index, pairs.toReversed(), 2))).toEqual(groups);
    return groups;
  };

  it('[Art. 21] the most alike come together first, so that a weak neighbour of one of them stays out', () => {
    expect(grouped(pair(0, 1, 0.15), pair(0, 2, 0.9))).toEqual([['p', 'a']]);
  });

  it('[Art. 21] of equally alike pairs the earlier come first', () => {
    expect(grouped(pair(0, 1, 0.15), pair(1, 2, 0.15))).toEqual([['p', 'q']]);
    expect(grouped(pair(0, 1, 0.15), pair(0, 2, 0.15))).toEqual([['p', 'q']]);
  });

  it('[Art. 21] two groups become one, and none of their tickets is in two', () => {
    expect(grouped(pair(0, 1, 0.9), pair(2, 3, 0.9), pair(0, 2, 0.8), pair(0, 3, 0.8), pair(1, 2, 0.8), pair(1, 3, 0.8))).toEqual([['p', 'q', 'a', 'b']]);
  });

  it('[Art. 21] every pair between two groups counts in their mean, in whichever direction it lies', () => {
    expect(grouped(pair(0, 2, 0.9), pair(0, 1, 0.32), pair(1, 2, 0.09, false))).toEqual([['p', 'q', 'a']]);
    expect(grouped(pair(0, 2, 0.9), pair(0, 1, 0.32), pair(1, 3, 0.09, false))).toEqual([['p', 'q', 'a']]);
    expect(grouped(pair(0, 2, 0.9), pair(0, 1, 0.12), pair(1, 2, 0.09, false))).toEqual([['p', 'q', 'a']]);
    expect(grouped(pair(0, 2, 0.9), pair(0, 1, 0.12))).toEqual([['p', 'a']]);
  });

  it('[Art. 21] just enough likeness is enough', () => {
    expect(grouped(pair(0, 1, 0.1))).toEqual([['p', 'q']]);
    expect(grouped(pair(0, 1, 0.1, false))).toEqual([]);
  });

  it('[Art. 21] the largest is told first, and of equals the one whose first ticket has the smaller number', () => {
    expect(grouped(pair(0, 1, 0.9), pair(2, 3, 0.8), pair(2, 4, 0.8), pair(3, 4, 0.8))).toEqual([['a', 'b', 'c'], ['p', 'q']]);
    expect(grouped(pair(0, 1, 0.9), pair(2, 3, 0.8))).toEqual([['a', 'b'], ['p', 'q']]);
    expect(grouped(pair(0, 3, 0.9), pair(1, 2, 0.8))).toEqual([['p', 'b'], ['q', 'a']]);
  });
});
