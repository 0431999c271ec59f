import type { Features } from './features.js';

/** What is known of the words of some labels: from the county's own lists, and from the tickets that bore the labels. Weights in thousandths. */
export interface WordCounts {
  /** Labels that may be suggested, with how many tickets taught them and how much their words weigh together. */
  readonly labels: ReadonlyMap<string, { readonly tickets: number; readonly weight: number }>;
  /** Word → label → weight; only of the words that are asked about. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** A label that fits, with the words that speak for it most. */
export interface Ranked {
  readonly label: string;
  readonly score: number;
  /** At most three, the strongest first; empty when no word speaks for the label. */
  readonly words: readonly string[];
  /** How many tickets taught the label. */
  readonly tickets: number;
}

/** A word that a label never had counts as if each of its possible words had been seen once: 5,000 words in thousandths. */
const SMOOTHING = 1_000;
const VOCABULARY = 5_000 * SMOOTHING;
const WORDS_SHOWN = 3;

/**
 * Labels by how well they fit, best first (complement naive Bayes: a word speaks for a label as far as the other labels lack it, which is
 * robust where some labels have many tickets and others few). Deterministic: equals go by label.
 */
export function rankLabels(features: Features, counts: WordCounts): Ranked[] {
  const labels = [...counts.labels].sort(([a], [b]) => (a < b ? -1 : 1));
  const allWeight = labels.reduce((sum, [, { weight }]) => sum + weight, 0);
  const allTickets = labels.reduce((sum, [, { tickets }]) => sum + tickets, 0);
  const votes = labels.map(([label, about]) => ({
    label,
    tickets: about.tickets,
    byWord: votesFor(label, about.weight, allWeight, features, counts),
    prior: Math.log((about.tickets + 1) / (allTickets + labels.length)),
  }));
  const mean = meanVotes(votes.map(({ byWord }) => byWord));
  return votes
    .map(({ label, tickets, byWord, prior }) => ({
      label,
      tickets,
      score: prior + [...byWord.values()].reduce((sum, vote) => sum + vote, 0),
      words: strongest(new Map([...byWord].map(([word, vote]) => [word, vote - (mean.get(word) ?? 0)])), features, label, counts),
    }))
    .sort((a, b) => b.score - a.score || (a.label < b.label ? -1 : 1));
}

function votesFor(label: string, weight: number, allWeight: number, features: Features, { words }: WordCounts): Map<string, number> {
  const votes = new Map<string, number>();
  for (const [word, said] of features) {
    const byLabel = words.get(word);
    if (!byLabel) continue;
    const everywhere = [...byLabel.values()].reduce((sum, each) => sum + each, 0);
    const elsewhere = everywhere - (byLabel.get(label) ?? 0);
    votes.set(word, (-said / 1_000) * Math.log((elsewhere + SMOOTHING) / (allWeight - weight + VOCABULARY)));
  }
  return votes;
}

function meanVotes(votes: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const byWord of votes) for (const [word, vote] of byWord) sums.set(word, (sums.get(word) ?? 0) + vote / votes.length);
  return sums;
}

function strongest(above: ReadonlyMap<string, number>, features: Features, label: string, { words }: WordCounts): string[] {
  return [...above]
    .filter(([word, vote]) => vote > 0 && (words.get(word)?.get(label) ?? 0) > 0 && features.has(word))
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .slice(0, WORDS_SHOWN)
    .map(([word]) => word);
}

/** Both together; labels that only one of them knows are there too, unless `only` names those that may be suggested. */
export function addedCounts(one: WordCounts, other: WordCounts, only?: ReadonlySet<string>): WordCounts {
  const labels = new Map<string, { tickets: number; weight: number }>();
  for (const [label, { tickets, weight }] of [...one.labels, ...other.labels]) {
    if (only && !only.has(label)) continue;
    const known = labels.get(label) ?? { tickets: 0, weight: 0 };
    labels.set(label, { tickets: known.tickets + tickets, weight: known.weight + weight });
  }
  const words = new Map<string, Map<string, number>>();
  for (const [word, byLabel] of [...one.words, ...other.words]) {
    const sums = words.get(word) ?? new Map<string, number>();
    for (const [label, weight] of byLabel) if (labels.has(label)) sums.set(label, (sums.get(label) ?? 0) + weight);
    words.set(word, sums);
  }
  return { labels, words };
}
