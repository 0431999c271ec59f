import { Inject, Injectable } from '@nestjs/common';
import { suggestion } from '@hotline/domain';
import { INTAKE_SETTINGS, type IntakeConfig } from '../intake.config.js';
import { Segmenter } from './segmenter.js';
import { readSubjectTree } from './subject-file.js';

/** What the county's lists say before any ticket taught anything. */
export interface StartingWords {
  readonly level1: suggestion.WordCounts;
  readonly leaves: suggestion.WordCounts;
  readonly categories: suggestion.WordCounts;
}

/** The county's subject tree; a file that cannot be read as one stops the boot with every place that is wrong. */
@Injectable()
export class SubjectBook {
  readonly tree: suggestion.SubjectTree;
  #words: StartingWords | undefined;

  constructor(
    @Inject(INTAKE_SETTINGS) { subjectsPath }: Pick<IntakeConfig, 'subjectsPath'>,
    @Inject(Segmenter) private readonly segmenter: Segmenter,
  ) {
    this.tree = readSubjectTree(subjectsPath);
  }

  /** Made at the first use: it takes the dictionary. */
  words(): StartingWords {
    const tagged = (text: string): suggestion.Token[] => this.segmenter.tagged(text);
    const { leaves } = this.tree;
    return (this.#words ??= {
      level1: suggestion.startingCounts(suggestion.level1Words(leaves), tagged),
      leaves: suggestion.startingCounts(suggestion.leafWords(leaves), tagged),
      categories: suggestion.startingCounts(suggestion.categoryWords(), tagged),
    });
  }
}
