import type { AppraisalScheme } from '../policy/index.js';
import { APPRAISAL_DIMENSIONS, codesOf } from '../shared/index.js';
import type { Hundredths } from './arithmetic.js';
import { pointsUnder, type ItemScore, type RateTerms } from './score.js';

/** What a scheme makes of rates alone. */
export interface ComputedScore {
  /** 0 to 10000; null when nothing at all is counted. */
  readonly points: Hundredths | null;
  /** Weight of the items of which anything is counted; the total is stretched from it to 100. */
  readonly outOf: Hundredths;
  readonly items: readonly ItemScore[];
}

/** Scores any group of tickets by the items that can be computed; items that a person scores are left out and the rest is stretched to 100 (Art. 22). */
export function computedScore(scheme: AppraisalScheme, terms: RateTerms): ComputedScore {
  const { items, outOf, points } = pointsUnder(computedPart(scheme), terms, () => null);
  return { items, outOf, points: outOf === 0 ? null : points };
}

/** A scheme without the items that a person scores. */
function computedPart({ dimensions }: AppraisalScheme): AppraisalScheme {
  const computed = codesOf(APPRAISAL_DIMENSIONS).map((dimension) => [dimension, dimensions[dimension].filter(({ kind }) => kind === 'rate')] as const);
  return { dimensions: Object.fromEntries(computed) as unknown as AppraisalScheme['dimensions'] }; // one entry a dimension
}
