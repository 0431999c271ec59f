import type { Instant } from '../shared/index.js';
import { rarityOf, wordLikeness, type Features, type Rarity } from '../suggestion/index.js';

/** A ticket as far as hot topics go (Art. 21). */
export interface TopicTicket {
  readonly ticketId: string;
  /** The words that tell what it is about, with their weight. */
  readonly words: Features;
  /** Those of them that may stand in a label. */
  readonly labelWords: ReadonlySet<string>;
  readonly townCode: string | null;
  readonly subject: string | null;
  readonly receivedAt: Instant;
}

/** From how much likeness on two tickets belong together; less is asked within one town. Tuned on messages to a real board. */
const ALIKE_FROM = 0.13;
const ALIKE_FROM_IN_TOWN = 0.1;
/** Groups join when their tickets are that much alike on average: a chain of neighbours is no topic. */
const JOIN_FROM = 0.1;
/** …and as this share of the pair that brings them together. */
const JOIN_SHARE = 0.3;
/** By so many of its rarest words a ticket looks for others, and only by words that no more tickets than these say. */
const TELLING = 20;
const MOST_SAYING = 40;
/** Less likeness than this is none. */
const LEAST = 0.05;
const DAY_MS = 86_400_000;

interface Pair {
  readonly one: number;
  readonly other: number;
  readonly likeness: number;
  /** True when that is enough to bring the two together; less counts only in the mean of groups. */
  readonly alike: boolean;
}

/** Counts and places of the words of many tickets; made once, then asked ticket by ticket. */
export class WordIndex {
  readonly rarity: Rarity;
  readonly #places = new Map<string, number[]>();

  constructor(readonly tickets: readonly TopicTicket[]) {
    tickets.forEach(({ words }, place) => {
      for (const word of words.keys()) {
        const places = this.#places.get(word);
        if (places) places.push(place);
        else this.#places.set(word, [place]);
      }
    });
    this.rarity = rarityOf(new Map([...this.#places].map(([word, places]) => [word, places.length])), tickets.length);
  }

  /** This one and each ticket before it in the list that is like it at all, within so many days. */
  pairsOf(place: number, windowDays: number): Pair[] {
    const ticket = this.tickets[place];
    if (!ticket) return [];
    const shared = [...ticket.words.keys()].filter((word) => this.#saying(word) > 1 && this.#saying(word) <= MOST_SAYING);
    const telling = shared.sort((a, b) => this.#saying(a) - this.#saying(b) || (a < b ? -1 : 1)).slice(0, TELLING);
    const near = new Set(telling.flatMap((word) => this.#places.get(word) ?? []));
    return [...near].filter((other) => other < place).sort((a, b) => a - b).flatMap((other) => this.#pair(place, other, windowDays));
  }

  #pair(place: number, other: number, windowDays: number): Pair[] {
    const [one, two] = [this.tickets[place], this.tickets[other]];
    if (!one || !two || Math.abs(one.receivedAt - two.receivedAt) > windowDays * DAY_MS) return [];
    const likeness = wordLikeness(one.words, two.words, this.rarity);
    const inTown = one.townCode !== null && one.townCode === two.townCode;
    return likeness < LEAST ? [] : [{ one: other, other: place, likeness, alike: likeness >= (inTown ? ALIKE_FROM_IN_TOWN : ALIKE_FROM) }];
  }

  #saying(word: string): number {
    return this.#places.get(word)?.length ?? 0;
  }
}

/** Groups of at least `minTickets` alike tickets, the largest first; the same tickets always give the same groups, whatever their order. */
export function clusters(index: WordIndex, pairs: readonly Pair[], minTickets: number): (readonly TopicTicket[])[] {
  const { tickets } = index;
  const groupOf = tickets.map((_, place) => place);
  const members = new Map(tickets.map((_, place) => [place, [place]]));
  const strengths = new Map<string, number>(pairs.map(({ one, other, likeness }) => [keyOf(one, other), likeness]));
  for (const { one, other, likeness } of pairs.filter(({ alike }) => alike).sort((a, b) => b.likeness - a.likeness || a.one - b.one || a.other - b.other)) {
    const [first = -1, second = -1] = [groupOf[one], groupOf[other]];
    if (first === second) continue;
    const [here, there] = [members.get(first) ?? [], members.get(second) ?? []];
    if (meanLikeness(here, there, strengths) < Math.max(JOIN_FROM, JOIN_SHARE * likeness)) continue;
    for (const place of there) groupOf[place] = first;
    members.set(first, [...here, ...there]);
    members.delete(second);
  }
  return [...members.values()]
    .filter((places) => places.length >= minTickets)
    .map((places) => places.sort((a, b) => a - b).flatMap((place) => tickets[place] ?? []))
    .sort((a, b) => b.length - a.length || ((a[0]?.ticketId ?? '') < (b[0]?.ticketId ?? '') ? -1 : 1));
}

function meanLikeness(here: readonly number[], there: readonly number[], strengths: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const one of here) for (const other of there) sum += strengths.get(keyOf(one, other)) ?? 0;
  return sum / (here.length * there.length);
}

function keyOf(one: number, other: number): string {
  return one < other ? `${one}:${other}` : `${other}:${one}`;
}

/** The order in which tickets are grouped: by receipt, then by id. */
export function inOrder(tickets: readonly TopicTicket[]): TopicTicket[] {
  return [...tickets].sort((a, b) => a.receivedAt - b.receivedAt || (a.ticketId < b.ticketId ? -1 : 1));
}

/** All at once; a service asks in slices instead, so that nobody waits. */
export function findClusters(tickets: readonly TopicTicket[], rules: { readonly minTickets: number; readonly windowDays: number }): (readonly TopicTicket[])[] {
  const index = new WordIndex(inOrder(tickets));
  return clusters(index, index.tickets.flatMap((_, place) => index.pairsOf(place, rules.windowDays)), rules.minTickets);
}
