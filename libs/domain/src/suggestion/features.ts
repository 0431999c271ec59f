import { contentWords, cueWords, type Token } from './token.js';

/** How much a word of the title counts against one of the text: titles name the matter. Chosen by cross-validation. */
const TITLE_WEIGHT = 3;
/** Weights are whole thousandths, so that what was learnt can be unlearnt without a remainder. */
export const UNIT = 1_000;

/** Words with their weight in thousandths. */
export type Features = ReadonlyMap<string, number>;

export interface TaggedMatter {
  readonly title: readonly Token[];
  readonly text: readonly Token[];
}

/** What a matter is about: its words, each weighing by the logarithm of how often it is said. */
export function matterFeatures({ title, text }: TaggedMatter): Features {
  return weighed(contentWords(title), contentWords(text));
}

/** How a matter is put: the same with the small words. */
export function cueFeatures({ title, text }: TaggedMatter): Features {
  return weighed(cueWords(title), cueWords(text));
}

function weighed(title: readonly string[], text: readonly string[]): Features {
  const counts = new Map<string, number>();
  for (const word of title) counts.set(word, (counts.get(word) ?? 0) + TITLE_WEIGHT);
  for (const word of text) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, Math.round(UNIT * Math.log1p(count))]));
}
