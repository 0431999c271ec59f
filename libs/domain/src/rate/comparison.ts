import type { RateKind } from '../shared/index.js';

/** Both terms of a rate; what is counted above the line is counted below it too. */
export interface Terms {
  readonly numerator: number;
  readonly denominator: number;
}

/** Rates of which less is better: each counts what went wrong or took longer (Art. 17, 19, 22). */
export const LESS_IS_BETTER: readonly RateKind[] = ['return', 'rework', 'extension'];

export type Trend = 'better' | 'worse' | 'same';

/** One rate in two periods. */
export interface TermsComparison {
  /** Now less before, to the nearest ten-thousandth; null when either has nothing below the line. */
  readonly difference: number | null;
  readonly trend: Trend | null;
}

/** To the nearest ten-thousandth; null when nothing is below the line. */
export function ratioOf({ numerator, denominator }: Terms): number | null {
  return denominator === 0 ? null : rounded(numerator / denominator);
}

/** Compares one rate with itself in another period; the trend goes by the exact fractions, so that a change too small to print is still one (Art. 22). */
export function compareTerms(kind: RateKind, now: Terms, before: Terms): TermsComparison {
  if (now.denominator === 0 || before.denominator === 0) return { difference: null, trend: null };
  const sign = Math.sign(now.numerator * before.denominator - before.numerator * now.denominator);
  const gain = LESS_IS_BETTER.includes(kind) ? -sign : sign;
  const trend = gain === 0 ? 'same' : gain > 0 ? 'better' : 'worse';
  return { difference: rounded(now.numerator / now.denominator - before.numerator / before.denominator), trend };
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000 + 0; // no negative zero
}
