import type { AppraisalScheme } from '../policy/index.js';
import { codesOf, RATE_KINDS } from '../shared/index.js';
import type { AppraisalPeriod } from './period.js';
import { scoresOf, type CountedThing, type UnitScore } from './score.js';

/** Everything a frozen period rests on and says; its canonical JSON is what the hash is taken of. */
export interface FrozenContent {
  readonly period: string;
  readonly version: number;
  readonly from: string;
  readonly to: string;
  readonly schemeRef: string;
  readonly scheme: AppraisalScheme;
  readonly smallSample: number;
  readonly units: AppraisalPeriod['units'];
  /** `[rate, unit, ticketId, dispatchNo, 1 when in the numerator]`, in order. */
  readonly counted: readonly (readonly [string, string, string, number, 0 | 1])[];
  readonly manual: AppraisalPeriod['manual'];
  readonly exclusions: AppraisalPeriod['exclusions'];
  /** Without the ids that name them: the same objections give the same hash. */
  readonly appeals: readonly Omit<AppraisalPeriod['appeals'][number], 'appealId'>[];
  readonly results: readonly UnitScore[];
}

/** What would be frozen of a period; equal whatever the order in which its parts came together. */
export function frozenContent(period: AppraisalPeriod, scheme: AppraisalScheme, smallSample: number, counted: readonly CountedThing[]): FrozenContent {
  const { units, manual, exclusions } = period;
  const results = scoresOf({ scheme, smallSample, units, counted, exclusions, manual });
  return { ...frozenFrame(period, scheme, smallSample, results), counted: counted.toSorted(byThing).map(countedLine) };
}

/** One thing as it is frozen. */
export function countedLine(thing: CountedThing): FrozenContent['counted'][number] {
  return [thing.rate, thing.unit, thing.ticketId, thing.dispatchNo, thing.hit ? 1 : 0];
}

/** What would be frozen, without the things that were counted: there may be more of them than can be held at once. */
export function frozenFrame(period: AppraisalPeriod, scheme: AppraisalScheme, smallSample: number, results: readonly UnitScore[]): FrozenContent {
  const { span, version, units, manual, exclusions, appeals } = period;
  return {
    period: span.name,
    version,
    from: span.from,
    to: span.to,
    schemeRef: period.scheme,
    scheme,
    smallSample,
    units: ordered(units, ({ code }) => code),
    counted: [],
    manual: ordered(manual, ({ unit, item }) => `${unit} ${item}`),
    exclusions: ordered(exclusions, ({ unit, ticketId, rate }) => `${unit} ${ticketId} ${rate ?? ''}`),
    appeals: ordered(appeals.map(({ appealId: _name, ...appeal }) => appeal), (appeal) => JSON.stringify(appeal)),
    results,
  };
}

/** One thing that is counted otherwise now than it was. */
export interface CountDifference {
  readonly thing: Omit<CountedThing, 'hit'>;
  /** In the numerator, in the denominator only, or not counted at all. */
  readonly before: 'hit' | 'counted' | 'absent';
  readonly now: 'hit' | 'counted' | 'absent';
}

/** How a counting of today differs from the one that was frozen, in order; late events show here and change nothing else. */
export function differencesBetween(before: readonly CountedThing[], now: readonly CountedThing[]): CountDifference[] {
  const [then, today] = [byKey(before), byKey(now)];
  const keys = [...new Set([...then.keys(), ...today.keys()])].sort();
  return keys.flatMap((key) => {
    const [was, is] = [then.get(key), today.get(key)];
    if (was?.hit === is?.hit) return [];
    const { rate, unit, ticketId, dispatchNo } = (was ?? is) as CountedThing; // one of both is there
    return [{ thing: { rate, unit, ticketId, dispatchNo }, before: standing(was), now: standing(is) }];
  });
}

function standing(thing: CountedThing | undefined): CountDifference['before'] {
  if (thing === undefined) return 'absent';
  return thing.hit ? 'hit' : 'counted';
}

function byKey(things: readonly CountedThing[]): Map<string, CountedThing> {
  return new Map(things.map((thing) => [`${thing.rate} ${thing.unit} ${thing.ticketId} ${thing.dispatchNo}`, thing]));
}

const RATE_ORDER = new Map(codesOf(RATE_KINDS).map((rate, index) => [rate, index]));

function byThing(a: CountedThing, b: CountedThing): number {
  return (RATE_ORDER.get(a.rate) ?? 0) - (RATE_ORDER.get(b.rate) ?? 0) || compared(a.unit, b.unit) || compared(a.ticketId, b.ticketId) || a.dispatchNo - b.dispatchNo;
}

function ordered<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return items.toSorted((a, b) => compared(keyOf(a), keyOf(b)));
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
