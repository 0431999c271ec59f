import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Injectable } from '@nestjs/common';
import { Jieba } from '@node-rs/jieba';
import type { suggestion } from '@hotline/domain';

/** One dictionary a process; some 45 MB outside of the JavaScript heap. */
let loaded: Jieba | undefined;

/** Cuts Chinese text into words. The dictionary is read at the first use, which takes some 300 ms, so that a service that needs no words pays nothing. */
@Injectable()
export class Segmenter {
  /** Words with jieba's part of speech; one that is in no dictionary has the tag `x`. */
  tagged(text: string): suggestion.Token[] {
    return jieba().tag(text, true);
  }

  /** Words, long ones together with the shorter ones inside them, lower case, nothing but letters and digits. */
  forSearch(text: string): string[] {
    return jieba()
      .cutForSearch(text, true)
      .map((word) => word.toLowerCase())
      .filter((word) => LEXEME.test(word));
  }
}

/** What may stand in a tsvector or tsquery without being escaped. */
const LEXEME = /^[\p{L}\p{N}]{1,60}$/u;

function jieba(): Jieba {
  return (loaded ??= Jieba.withDict(readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt'))));
}
