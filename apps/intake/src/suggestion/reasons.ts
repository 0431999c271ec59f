import type { suggestion } from '@hotline/domain';

/** Reasons as the desk reads them; words of the matter are quoted only to those who may read them (Art. 10). */
export interface Teller {
  readonly mayQuote: boolean;
}

export function labelReason({ words, tickets }: suggestion.Ranked, what: string, { mayQuote }: Teller): string {
  const learnt = tickets > 0 ? `，此前同类工单 ${tickets} 件` : '';
  if (words.length === 0) return `没有明显的用词依据，按此前各类工单的多少推断${learnt}`;
  return mayQuote ? `诉求中的${quoted(words)}多见于${what}${learnt}` : `依据诉求用词推断${learnt}`;
}

export function unitReason({ words, tickets }: suggestion.Ranked, responsible: readonly string[], { mayQuote }: Teller): string {
  const reasons = [
    responsible.length > 0 ? (mayQuote ? `${quoted(responsible)}属于该单位职责` : '与该单位职责相符') : '',
    tickets > 0 ? `此前派给该单位 ${tickets} 件${mayQuote && words.length > 0 ? `，其中常见${quoted(words)}` : ''}` : '',
  ].filter((reason) => reason !== '');
  return reasons.length > 0 ? reasons.join('；') : '依据诉求用词推断';
}

export function relatedReason({ samePetitioner, sameTown, words }: suggestion.Likely, { mayQuote }: Teller): string {
  const alike = words.length === 0 ? '' : mayQuote ? `都提到${quoted(words)}` : '用词相近';
  return [samePetitioner ? '联系方式相同' : '', alike, sameTown ? '在同一乡镇' : ''].filter((reason) => reason !== '').join('，');
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join('、');
}
