import { suggestion } from '@hotline/domain';

/** What one ticket teaches: its words, and the labels that people gave it. */
export interface Lesson {
  readonly ticketId: string;
  readonly features: suggestion.Features;
  readonly cues: suggestion.Features;
  readonly labelWords: readonly string[];
  readonly category: string;
  readonly subject: string | null;
  readonly unit: string | null;
}

/** By what words are counted: `subject` is the first level, `leaf` the whole path. */
export const LABEL_KINDS = ['category', 'subject', 'leaf', 'unit'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

/** Changes of the counts that a batch of lessons makes; whole numbers that add up in any order. */
export class CountChanges {
  readonly labels = new Map<string, { kind: LabelKind; label: string; tickets: number; weight: number }>();
  readonly words = new Map<string, { kind: LabelKind; word: string; label: string; weight: number }>();
  readonly tickets = new Map<string, number>();

  /** `sign` 1 learns, -1 unlearns. */
  add(lesson: Lesson, sign: 1 | -1): void {
    for (const word of lesson.features.keys()) this.tickets.set(word, (this.tickets.get(word) ?? 0) + sign);
    this.#count('category', lesson.category, lesson.cues, sign);
    if (lesson.subject !== null) this.#count('subject', suggestion.level1Of(lesson.subject), lesson.features, sign);
    if (lesson.subject?.includes('/')) this.#count('leaf', lesson.subject, lesson.features, sign);
    if (lesson.unit !== null) this.#count('unit', lesson.unit, lesson.features, sign);
  }

  #count(kind: LabelKind, label: string, features: suggestion.Features, sign: 1 | -1): void {
    const key = JSON.stringify([kind, label]);
    const about = this.labels.get(key) ?? { kind, label, tickets: 0, weight: 0 };
    const weight = [...features.values()].reduce((sum, each) => sum + each, 0);
    this.labels.set(key, { kind, label, tickets: about.tickets + sign, weight: about.weight + sign * weight });
    for (const [word, each] of features) {
      const wordKey = JSON.stringify([kind, word, label]);
      this.words.set(wordKey, { kind, word, label, weight: (this.words.get(wordKey)?.weight ?? 0) + sign * each });
    }
  }
}
