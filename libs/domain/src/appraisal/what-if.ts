import type { AppraisalScheme } from '../policy/index.js';
import { codesOf, UNIT_KINDS, type UnitKind } from '../shared/index.js';
import type { Hundredths } from './arithmetic.js';
import { computedScore } from './computed-score.js';
import { rankingOf } from './ranking.js';
import type { RateTerms } from './score.js';

/** What a unit brings into a trial. */
export interface TriedUnit {
  readonly unit: string;
  readonly kind: UnitKind | null;
  readonly terms: RateTerms;
  /** Too few tickets to be ranked (reading §5). */
  readonly smallSample: boolean;
}

export interface Standing {
  /** Null when nothing at all is counted. */
  readonly points: Hundredths | null;
  /** Among the units of its kind; null when it is not ranked. */
  readonly place: number | null;
}

export interface Trial {
  readonly unit: string;
  readonly kind: UnitKind | null;
  readonly inForce: Standing;
  readonly tried: Standing;
}

/** The same facts under the scheme in force and under another, unit by unit in the order given; nothing is decided by it (Art. 22). */
export function whatIf<U extends TriedUnit>(units: readonly U[], inForce: AppraisalScheme, tried: AppraisalScheme): (U & Trial)[] {
  const now = standingsUnder(inForce, units);
  const then = standingsUnder(tried, units);
  const none: Standing = { points: null, place: null };
  return units.map((unit) => ({ ...unit, inForce: now.get(unit.unit) ?? none, tried: then.get(unit.unit) ?? none }));
}

function standingsUnder(scheme: AppraisalScheme, units: readonly TriedUnit[]): ReadonlyMap<string, Standing> {
  const scored = units.map(({ unit, kind, terms, smallSample }) => ({ unit, kind, smallSample, points: computedScore(scheme, terms).points }));
  const places = new Map(
    codesOf(UNIT_KINDS).flatMap((kind) => {
      const own = scored.flatMap((each) => (each.kind === kind && each.points !== null ? [{ ...each, kind, points: each.points }] : []));
      return rankingOf(own).ranked.map(({ unit, place }) => [unit, place] as const);
    }),
  );
  return new Map(scored.map(({ unit, points }) => [unit, { points, place: places.get(unit) ?? null }]));
}
