import { codesOf, UNIT_KINDS, type UnitKind } from '../shared/index.js';

/** What can be ranked: bulletins and leagues bring their own figures. */
export interface Rankable {
  readonly unit: string;
  readonly kind: UnitKind;
  /** More is better. */
  readonly points: number;
  readonly smallSample: boolean;
}

export interface Ranking<T extends Rankable> {
  /** Best first; equal points share a place and the next place is skipped: 1, 1, 3. Units on one place stand by code. */
  readonly ranked: readonly (T & { readonly place: number })[];
  /** Units with too few tickets, by code (reading §5). */
  readonly apart: readonly T[];
}

/** Townships and departments are ranked apart from each other (Art. 22). */
export function rankingByKind<T extends Rankable>(entries: readonly T[]): Readonly<Record<UnitKind, Ranking<T>>> {
  return Object.fromEntries(codesOf(UNIT_KINDS).map((kind) => [kind, rankingOf(entries.filter((entry) => entry.kind === kind))])) as Record<UnitKind, Ranking<T>>; // one entry a kind
}

/** One ranking of all that is given. */
export function rankingOf<T extends Rankable>(entries: readonly T[]): Ranking<T> {
  const byCode = (a: T, b: T): number => (a.unit < b.unit ? -1 : 1);
  const ordered = entries.filter((entry) => !entry.smallSample).sort((a, b) => b.points - a.points || byCode(a, b));
  const ranked = ordered.map((entry) => ({ ...entry, place: ordered.findIndex(({ points }) => points === entry.points) + 1 }));
  return { ranked, apart: entries.filter((entry) => entry.smallSample).sort(byCode) };
}
