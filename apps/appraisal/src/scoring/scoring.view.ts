import { appraisal, rate } from '@hotline/domain';
import { decodeCursor, fieldProblem, page, type Page } from '@hotline/http';
import { RATE_DEFINITIONS, type Rate } from '../rates/rate-definitions.js';
import { pointsOf } from '../period/period.view.js';
import type { Asked, AskedPeriod } from './scoring.scope.js';
import { BUCKETS, type Grouping, type UnitName } from './scoring.store.js';

/** Where a figure belongs; what was not grouped by is not there. Null: nobody stated it. */
export interface Place {
  /** The days that the figure covers: the period, or of a stretch of time the part of it within the period. */
  readonly from: string;
  readonly to: string;
  readonly time?: string;
  readonly unit?: string | null;
  readonly unitName?: string | null;
  readonly kind?: string | null;
  readonly category?: string | null;
  readonly channel?: string | null;
  readonly township?: string | null;
  readonly townshipName?: string | null;
}

export interface RateFigure extends Place {
  readonly rate: Rate;
  readonly rateName: string;
  readonly numerator: number;
  readonly denominator: number;
  /** Null when nothing is to be divided by. */
  readonly ratio: number | null;
}

export interface ItemFigure {
  readonly code: string;
  readonly name: string;
  readonly dimension: string;
  readonly rate: Rate | null;
  readonly weight: number | null;
  readonly effectiveWeight: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly points: number | null;
}

export interface ScoreFigure extends Place {
  readonly tickets: number;
  readonly smallSample: boolean;
  /** 0 to 100; null when nothing is counted. */
  readonly points: number | null;
  /** Weight of the items of which anything is counted. */
  readonly outOf: number | null;
  readonly items: readonly ItemFigure[];
}

export interface Definition {
  readonly rate: Rate;
  readonly name: string;
  readonly definition: string;
  readonly article: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly lessIsBetter: boolean;
}

/** What every answer says of itself. */
export interface AnswerHead {
  readonly period: AskedPeriod;
  readonly groupBy: readonly Grouping[];
  readonly filters: Readonly<Record<string, string>>;
  /** Scheme in force on the last day of the period, with its version. */
  readonly scheme: string;
  readonly definitions: readonly Definition[];
}

export const SCORE_DEFINITION = {
  definition: '按方案中由指标计算的各项得分之和折算为百分；人工评分项不在其内，没有分母的项不计，其分值分给同一方面的其他项',
  article: 'Art. 22',
} as const;

export function definitionsOf(rates: readonly Rate[]): Definition[] {
  return rates.map((each) => {
    const { sentence, article, numerator, denominator } = RATE_DEFINITIONS[each];
    return { rate: each, name: rate.RATE_KINDS[each], definition: sentence, article, numerator, denominator, lessIsBetter: rate.LESS_IS_BETTER.includes(each) };
  });
}

export function headOf({ scope: { period, ...filters }, groupBy }: Asked, scheme: string, rates: readonly Rate[]): AnswerHead {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { period, groupBy, filters: Object.fromEntries(given), scheme, definitions: definitionsOf(rates) };
}

/** What a group is, in words and codes. */
export function placeOf({ scope: { period }, groupBy }: Asked, groups: readonly string[], names: ReadonlyMap<string, UnitName>): Place {
  const parts = groupBy.map((grouping, index): Partial<Place> => {
    const code = groups[index] === '' ? null : (groups[index] ?? null);
    const name = code === null ? null : (names.get(code)?.name ?? null);
    if (grouping === 'unit') return { unit: code, unitName: name };
    if (grouping === 'township') return { township: code, townshipName: name };
    return BUCKETS.includes(grouping) ? stretch(code ?? '', period) : { [grouping]: code };
  });
  return Object.assign({ from: period.from, to: period.to }, ...parts) as Place;
}

function stretch(time: string, period: AskedPeriod): Partial<Place> {
  const span = appraisal.periodSpan(time);
  if (!span) return { time };
  return { time, from: span.from > period.from ? span.from : period.from, to: span.to < period.to ? span.to : period.to };
}

export function itemFigure(item: appraisal.ItemScore): ItemFigure {
  const { code, name, dimension, numerator, denominator } = item;
  return { code, name, dimension, rate: item.rate, weight: pointsOf(item.weight), effectiveWeight: pointsOf(item.effectiveWeight), numerator, denominator, points: pointsOf(item.points) };
}

export type SortKey = readonly (string | number)[];

/** A page of a list that is there as a whole, in the order of its keys. */
export function pageAfter<T>(items: readonly T[], keyOf: (item: T) => SortKey, kinds: readonly ('text' | 'number')[], { cursor, limit }: { readonly cursor?: string; readonly limit: number }): Page<T> {
  const after: SortKey | undefined = decodeCursor(cursor, ...kinds);
  const rest = after === undefined ? items : items.filter((item) => isBeyond(keyOf(item), after));
  return page(rest, limit, keyOf);
}

function isBeyond(key: SortKey, after: SortKey): boolean {
  const at = key.findIndex((part, index) => part !== after[index]);
  return at >= 0 && (key[at] ?? '') > (after[at] ?? '');
}

/** A table of more rows than anybody reads is a question asked too finely. */
export const MOST_ROWS = 100_000;

export function refuseTooFine(rows: number): void {
  if (rows > MOST_ROWS) throw fieldProblem('groupBy', 'too-fine', `分组过细，结果超过 ${MOST_ROWS} 行；请减少分组、缩短期间或加上筛选`);
}
