import { Inject, Injectable } from '@nestjs/common';
import { suggestion } from '@hotline/domain';
import { BlindIndex } from '../identity/blind-index.js';
import type { RecordedUnit } from '../unit/unit.store.js';
import { Learner } from './learner.js';
import { Segmenter } from './segmenter.js';
import { SubjectBook } from './subject-book.js';

type Unit = Pick<RecordedUnit, 'code' | 'name' | 'responsibilities' | 'version'>;

/** What suggestions are made from, beside the database. */
@Injectable()
export class SuggestionSources {
  #units: { readonly of: string; readonly words: suggestion.WordCounts } | undefined;

  constructor(
    @Inject(SubjectBook) readonly subjects: SubjectBook,
    @Inject(Learner) readonly learner: Learner,
    @Inject(BlindIndex) readonly petitioners: BlindIndex,
    @Inject(Segmenter) private readonly segmenter: Segmenter,
  ) {}

  /** The words of the directory, made anew when it changed. */
  unitWords(units: readonly Unit[]): suggestion.WordCounts {
    const of = units.map(({ code, version }) => `${code}@${version}`).join(' ');
    if (this.#units?.of !== of) {
      const listed = units.map(({ code, name, responsibilities }) => [code, [name, ...responsibilities]] as const);
      this.#units = { of, words: suggestion.unitCounts(listed, (text) => this.segmenter.tagged(text)) };
    }
    return this.#units.words;
  }
}
