import type { Features } from './features.js';

/** How rare a word is: 1 for one that no other ticket says, falling with the share of tickets that say it. */
export type Rarity = (word: string) => number;

/** As few tickets as these say nothing yet of how rare a word is; so many silent ones are thought beside them. */
const LEAST_TICKETS = 500;

/** Rarity from how many of so many tickets say each word. */
export function rarityOf(saying: ReadonlyMap<string, number>, tickets: number): Rarity {
  const all = Math.max(tickets, LEAST_TICKETS) + 1;
  return (word) => Math.max(0, Math.log(all / ((saying.get(word) ?? 0) + 0.5)) / Math.log(all / 0.5));
}

/** Likeness of two matters from 0 (no word in common) to 1 (the same): the cosine of their words, each weighing by how much it is said and how rare it is. */
export function wordLikeness(one: Features, other: Features, rarity: Rarity): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [word, weight] of small) shared += weight * (large.get(word) ?? 0) * rarity(word) ** 2;
  return shared === 0 ? 0 : shared / Math.sqrt(strength(one, rarity) * strength(other, rarity));
}

function strength(features: Features, rarity: Rarity): number {
  let sum = 0;
  for (const [word, weight] of features) sum += (weight * rarity(word)) ** 2;
  return sum;
}
