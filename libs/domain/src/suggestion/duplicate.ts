import type { Features } from './features.js';
import { rarityOf, wordLikeness } from './similarity.js';

/** A matter that may be one of before. */
export interface Matter {
  readonly words: Features;
  readonly townCode: string | null;
}

export interface EarlierMatter extends Matter {
  readonly ticketId: string;
  /** Known again by the blind index of the ways to reach them. */
  readonly samePetitioner: boolean;
}

export interface Likely {
  readonly ticketId: string;
  /** `repeat`: the same petitioner again; `duplicate`: somebody else with the same matter. */
  readonly kind: 'repeat' | 'duplicate';
  /** From 0 to 1. */
  readonly likeness: number;
  readonly samePetitioner: boolean;
  readonly sameTown: boolean;
  /** Words that both say, the rarest first, at most five. */
  readonly words: readonly string[];
}

/** From how much likeness on a matter is shown: less is asked of the same petitioner, and of the same town. */
const REPEAT_FROM = 0.08;
const DUPLICATE_FROM = 0.2;
const OTHER_TOWN_FROM = 0.3;
const WORDS_SHOWN = 5;

/** Earlier matters that a new one may repeat or double, most alike first (Art. 17(2)); a person decides. `saying`: how many of `tickets` say a word. */
export function likelyLinks(matter: Matter, earlier: readonly EarlierMatter[], saying: ReadonlyMap<string, number>, tickets: number, limit = 5): Likely[] {
  const rarity = rarityOf(saying, tickets);
  return earlier
    .map((other): Likely => {
      const { samePetitioner } = other;
      const sameTown = matter.townCode !== null && matter.townCode === other.townCode;
      const words = [...matter.words.keys()].filter((word) => other.words.has(word)).sort((a, b) => rarity(b) - rarity(a) || (a < b ? -1 : 1));
      const likeness = Number(wordLikeness(matter.words, other.words, rarity).toFixed(3));
      return { ticketId: other.ticketId, kind: samePetitioner ? 'repeat' : 'duplicate', likeness, samePetitioner, sameTown, words: words.slice(0, WORDS_SHOWN) };
    })
    .filter(({ samePetitioner, sameTown, likeness }) => likeness >= (samePetitioner ? REPEAT_FROM : sameTown ? DUPLICATE_FROM : OTHER_TOWN_FROM))
    .sort((a, b) => Number(b.samePetitioner) - Number(a.samePetitioner) || b.likeness - a.likeness || (a.ticketId < b.ticketId ? -1 : 1))
    .slice(0, limit);
}
