import { dateOf, dayOf, type LocalDate } from '../shared/index.js';
import type { PolicyProblem } from './parse-policy-pack.js';
import { policyRef, type PolicyPack } from './policy-pack.js';

/** Something wrong between the packs of one county; told at the later of the two. */
export interface SeriesProblem extends PolicyProblem {
  /** Place of the pack in the list that was checked. */
  readonly index: number;
}

interface Placed {
  readonly pack: PolicyPack;
  readonly index: number;
}

/**
 * What is wrong between the packs of a county (Art. 25, 26): a name given twice, versions that do not rise with the dates, and days
 * that no pack or more than one claims. A pack without an end holds until the next begins.
 */
export function checkPackSeries(packs: readonly PolicyPack[]): readonly SeriesProblem[] {
  const placed = packs.map((pack, index) => ({ pack, index })).toSorted((a, b) => compare(a.pack.effectiveFrom, b.pack.effectiveFrom) || a.pack.version - b.pack.version);
  return [...Map.groupBy(placed, ({ pack }) => pack.county).values()].flatMap((series) => [
    ...series.flatMap((each, place) => namedTwice(each, series.slice(0, place))),
    ...series.flatMap((each, place) => fallingVersion(each, series.slice(0, place))),
    ...series.slice(1).flatMap((each, place) => seamProblems(series[place] as Placed, each)),
  ]);
}

function namedTwice({ pack, index }: Placed, earlier: readonly Placed[]): SeriesProblem[] {
  const twice = earlier.some((other) => policyRef(other.pack) === policyRef(pack));
  return twice ? [{ index, path: 'version', message: `编号和版本重复：${policyRef(pack)} 已有一个政策包` }] : [];
}

function fallingVersion({ pack, index }: Placed, earlier: readonly Placed[]): SeriesProblem[] {
  const before = earlier.findLast((other) => other.pack.id === pack.id && other.pack.version !== pack.version);
  if (!before || before.pack.version < pack.version) return [];
  return [{ index, path: 'version', message: `版本号应大于此前生效的 ${policyRef(before.pack)}` }];
}

function seamProblems({ pack: before }: Placed, { pack, index }: Placed): SeriesProblem[] {
  const ref = policyRef(before);
  if (pack.effectiveFrom === before.effectiveFrom) return [{ index, path: 'effectiveFrom', message: `生效日期与 ${ref} 相同，两个政策包重叠` }];
  if (before.effectiveTo === undefined) return [];
  if (pack.effectiveFrom <= before.effectiveTo) return [{ index, path: 'effectiveFrom', message: `与 ${ref} 重叠：${ref} 至 ${before.effectiveTo} 才失效` }];
  const next = dayAfter(before.effectiveTo);
  return pack.effectiveFrom === next ? [] : [{ index, path: 'effectiveFrom', message: `与 ${ref} 之间有空档：${next} 至 ${dateOf(dayOf(pack.effectiveFrom) - 1)} 没有政策包` }];
}

function dayAfter(date: LocalDate): LocalDate {
  return dateOf(dayOf(date) + 1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
