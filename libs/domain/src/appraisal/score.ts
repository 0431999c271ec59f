import type { AppraisalItem, AppraisalScheme } from '../policy/index.js';
import { APPRAISAL_DIMENSIONS, codesOf, type AppraisalDimension, type RateKind, type UnitKind } from '../shared/index.js';
import { halfUp, linearPoints, partsOf, type Hundredths } from './arithmetic.js';

/** One thing of a rate's denominator for one unit; `dispatchNo` 0 when the whole ticket is counted. */
export interface CountedThing {
  readonly rate: RateKind;
  readonly unit: string;
  readonly ticketId: string;
  readonly dispatchNo: number;
  /** In the numerator too. */
  readonly hit: boolean;
}

/** A ticket that does not count for a unit, in one rate or, with null, in all. */
export interface Exclusion {
  readonly unit: string;
  readonly ticketId: string;
  readonly rate: RateKind | null;
}

export interface ManualScore {
  readonly unit: string;
  /** Code of a manual item of the scheme. */
  readonly item: string;
  readonly points: Hundredths;
}

export interface ScoredUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
}

/** One item of one unit: always with both terms where it is computed. */
export interface ItemScore {
  readonly code: string;
  readonly name: string;
  readonly dimension: AppraisalDimension;
  readonly kind: AppraisalItem['kind'];
  /** As the scheme says. */
  readonly weight: Hundredths;
  /** After the weights of items without denominator went to the others of the dimension; 0 for such an item. */
  readonly effectiveWeight: Hundredths;
  readonly rate: RateKind | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Null: left out for want of a denominator, or not scored by anybody yet. */
  readonly points: Hundredths | null;
}

export interface UnitScore {
  readonly unit: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** Distinct tickets sent to the unit in the period or due in it, without excluded ones. */
  readonly tickets: number;
  /** Fewer tickets than the policy asks for: listed apart, not ranked (reading §5). */
  readonly smallSample: boolean;
  /** Weight of the dimensions of which anything can be counted; the total is stretched from it to 100. */
  readonly outOf: Hundredths;
  /** 0 to 10000. */
  readonly points: Hundredths;
  /** Every manual item is scored. */
  readonly complete: boolean;
  readonly items: readonly ItemScore[];
}

export interface Scoring {
  readonly scheme: AppraisalScheme;
  readonly smallSample: number;
  readonly units: readonly ScoredUnit[];
  readonly counted: readonly CountedThing[];
  readonly exclusions: readonly Exclusion[];
  readonly manual: readonly ManualScore[];
}

/** Both terms of one rate of one unit. */
interface Terms {
  numerator: number;
  denominator: number;
}

/** Both terms of each rate of which anything is counted. */
export type RateTerms = ReadonlyMap<RateKind, Readonly<Terms>>;

/** What a unit brings into its score. */
interface UnitRecord {
  readonly terms: RateTerms;
  readonly tickets: number;
}

/** A ticket is of the unit's sample when it was sent to it or fell due with it. */
export const SAMPLE: readonly RateKind[] = ['return', 'on-time-close'];

/** The scores of all units in the order of their codes (Art. 22). The order of what comes in does not matter. */
export function scoresOf({ counted, exclusions, ...scoring }: Scoring): UnitScore[] {
  const tally = new Tally(exclusions);
  tally.add(counted);
  return scoresOfTally(scoring, tally);
}

/** The same of what was counted part by part. */
export function scoresOfTally(scoring: Omit<Scoring, 'counted' | 'exclusions'>, tally: Tally): UnitScore[] {
  const manual = new Map(scoring.manual.map(({ unit, item, points }) => [`${unit} ${item}`, points]));
  return scoring.units.map((unit) => unitScore(unit, scoring, tally.recordOf(unit.code), manual)).sort((a, b) => (a.unit < b.unit ? -1 : 1));
}

/** True when an exclusion takes the thing out of the unit's counting. */
export function exclusionTest(exclusions: readonly Exclusion[]): (thing: Pick<CountedThing, 'unit' | 'ticketId' | 'rate'>) => boolean {
  const excluded = new Set(exclusions.map(({ unit, ticketId, rate }) => `${unit} ${ticketId} ${rate ?? '*'}`));
  return ({ unit, ticketId, rate }) => excluded.has(`${unit} ${ticketId} *`) || excluded.has(`${unit} ${ticketId} ${rate}`);
}

/** Every item of a scheme with its dimension, in the scheme's order. */
export function itemsOf(scheme: AppraisalScheme): { readonly dimension: AppraisalDimension; readonly item: AppraisalItem }[] {
  return codesOf(APPRAISAL_DIMENSIONS).flatMap((dimension) => scheme.dimensions[dimension].map((item) => ({ dimension, item })));
}

/** Both terms of every rate of every unit, from things that come part by part in any order: a county's year is too much to hold at once. */
export class Tally {
  readonly #isExcluded: ReturnType<typeof exclusionTest>;
  readonly #terms = new Map<string, Map<RateKind, Terms>>();
  readonly #tickets = new Map<string, Set<string>>();

  constructor(exclusions: readonly Exclusion[]) {
    this.#isExcluded = exclusionTest(exclusions);
  }

  add(things: readonly CountedThing[]): void {
    for (const thing of things) {
      if (this.#isExcluded(thing)) continue;
      const own = madeOnce(this.#terms, thing.unit, () => new Map<RateKind, Terms>());
      const both = madeOnce(own, thing.rate, () => ({ numerator: 0, denominator: 0 }));
      both.denominator++;
      if (thing.hit) both.numerator++;
      if (SAMPLE.includes(thing.rate)) madeOnce(this.#tickets, thing.unit, () => new Set<string>()).add(thing.ticketId);
    }
  }

  recordOf(unit: string): UnitRecord {
    return { terms: this.#terms.get(unit) ?? new Map<RateKind, Terms>(), tickets: this.#tickets.get(unit)?.size ?? 0 };
  }
}

function unitScore(unit: ScoredUnit, { scheme, smallSample }: Pick<Scoring, 'scheme' | 'smallSample'>, record: UnitRecord, manual: ReadonlyMap<string, Hundredths>): UnitScore {
  const { items, outOf, points } = pointsUnder(scheme, record.terms, (item) => manual.get(`${unit.code} ${item}`) ?? null);
  return {
    unit: unit.code,
    name: unit.name,
    kind: unit.kind,
    tickets: record.tickets,
    smallSample: record.tickets < smallSample,
    outOf,
    points,
    complete: items.every((item) => item.kind === 'rate' || item.points !== null),
    items,
  };
}

/** The items of a scheme of one record, and their total stretched to 100; what nobody scored by hand earns nothing. */
export function pointsUnder(scheme: AppraisalScheme, terms: RateTerms, manualPoints: (item: string) => Hundredths | null): Pick<UnitScore, 'items' | 'outOf' | 'points'> {
  const items = codesOf(APPRAISAL_DIMENSIONS).flatMap((dimension) => dimensionItems(dimension, scheme.dimensions[dimension], terms, manualPoints));
  const outOf = items.reduce((sum, item) => sum + item.effectiveWeight, 0);
  const sum = items.reduce((all, item) => all + (item.points ?? 0), 0);
  return { items, outOf, points: outOf === 0 ? 0 : halfUp(BigInt(sum) * 10_000n, BigInt(outOf)) };
}

/** The weights of items that have no denominator go to the others of the dimension in proportion; if none has one, the dimension is left out. */
function dimensionItems(dimension: AppraisalDimension, items: readonly AppraisalItem[], terms: RateTerms, manualPoints: (item: string) => Hundredths | null): ItemScore[] {
  const present = items.filter((item) => item.kind === 'manual' || (terms.get(item.rate)?.denominator ?? 0) > 0);
  const total = items.reduce((sum, item) => sum + 100 * item.weight, 0);
  const weights = present.length === 0 ? [] : partsOf(total, present.map((item) => item.weight));
  return items.map((item) => {
    const effectiveWeight = weights[present.indexOf(item)] ?? 0;
    const head = { code: item.code, name: item.name, dimension, kind: item.kind, weight: 100 * item.weight, effectiveWeight };
    if (item.kind === 'manual') return { ...head, rate: null, numerator: null, denominator: null, points: stretchedManual(manualPoints(item.code), 100 * item.weight, effectiveWeight) };
    const { numerator, denominator } = terms.get(item.rate) ?? { numerator: 0, denominator: 0 };
    const points = denominator === 0 ? null : linearPoints(effectiveWeight, { numerator, denominator, floor: item.floor, full: item.full });
    return { ...head, rate: item.rate, numerator, denominator, points };
  });
}

/** Beside computed items that are left out, what a person gave counts in proportion. */
function stretchedManual(points: Hundredths | null, weight: Hundredths, effectiveWeight: Hundredths): Hundredths | null {
  return points === null ? null : halfUp(BigInt(points) * BigInt(effectiveWeight), BigInt(weight));
}

function madeOnce<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
