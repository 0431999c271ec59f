import type { knowledge } from '@hotline/domain';

type Words = (text: string) => readonly string[];

/** PostgreSQL keeps no position beyond this one. */
const LAST_POSITION = 16_383;
/** …and no more of one word. */
const MOST_POSITIONS = 200;

/** The tsvector literal of an entry: title and keywords weigh most. Words are cut here, since PostgreSQL cannot cut Chinese. */
export function searchVector({ title, text, keywords }: knowledge.EntryContent, words: Words): string {
  const places = new Map<string, string[]>();
  let position = 0;
  const add = (said: string, weight: 'A' | 'C'): void => {
    for (const word of words(said)) {
      position = Math.min(position + 1, LAST_POSITION);
      const known = places.get(word) ?? [];
      if (known.length < MOST_POSITIONS) places.set(word, [...known, `${position}${weight}`]);
    }
  };
  add(title, 'A');
  for (const keyword of keywords) add(keyword, 'A');
  add(text, 'C');
  return [...places].map(([word, at]) => `'${word}':${[...new Set(at)].join(',')}`).join(' ');
}

/** The words that a search asks for: single characters only when there is nothing longer. */
export function searchTerms(asked: string, words: Words): string[] {
  const all = [...new Set(words(asked))];
  const longer = all.filter((word) => [...word].length > 1);
  return longer.length > 0 ? longer : all;
}

const BEFORE = 30;
const LENGTH = 120;

/** A piece of the text around the longest word that was asked for; its beginning when none is there. */
export function snippetOf(text: string, terms: readonly string[]): string {
  const plain = text.replace(/\s+/g, ' ');
  const lower = plain.toLowerCase();
  const term = [...terms].sort((a, b) => b.length - a.length).find((word) => lower.includes(word));
  const from = Math.max(0, (term === undefined ? 0 : lower.indexOf(term)) - BEFORE);
  const piece = plain.slice(from, from + LENGTH);
  return `${from > 0 ? '…' : ''}${piece}${from + LENGTH < plain.length ? '…' : ''}`;
}
