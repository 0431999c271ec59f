import type { UnitKind } from '../shared/index.js';

/** What a unit is ranked by: a rate today, a score tomorrow. */
export interface Standing {
  readonly unit: string;
  readonly name: string;
  readonly kind: UnitKind | null;
  /** Null when there is nothing to measure. */
  readonly value: number | null;
  /** False for a small sample, which is listed apart (reading §5). */
  readonly ranked: boolean;
}

export interface Placed extends Standing {
  /** 1 for the best; equals share a place and the next one is left out. */
  readonly place: number;
  readonly tied: boolean;
}

export interface RankingOfKind {
  readonly kind: UnitKind;
  readonly placed: readonly Placed[];
  /** Small samples and units without a value, by code. */
  readonly apart: readonly Standing[];
}

/** Ranks units among their own kind, the highest value first; ties are shown as ties (Art. 21, 22). A unit of no known kind is in no ranking. */
export function rankByKind(standings: readonly Standing[], kinds: readonly UnitKind[]): RankingOfKind[] {
  return kinds.map((kind) => {
    const own = standings.filter((each) => each.kind === kind).toSorted((a, b) => (a.unit < b.unit ? -1 : 1));
    const measured = own.filter((each) => each.ranked && each.value !== null);
    const placed = measured.map((each) => ({ ...each, place: 1 + measured.filter((other) => valueOf(other) > valueOf(each)).length, tied: measured.filter((other) => other.value === each.value).length > 1 }));
    return { kind, placed: placed.toSorted((a, b) => a.place - b.place), apart: own.filter((each) => !measured.includes(each)) };
  });
}

function valueOf({ value }: Standing): number {
  return value ?? -Infinity;
}
