import { appraisal } from '@hotline/domain';
import { dateOf, dayOf, RATE_KINDS, type LocalDate } from '@hotline/domain/shared';
import { fieldProblem } from '@hotline/http';
import { RATES, type Rate } from '../rates/rate-definitions.js';
import type { ComparedQuery, ScopeQuery } from './scoring.dto.js';
import { BUCKETS, GROUPINGS, type Grouping, type Scope } from './scoring.store.js';

/** Local dates of Asia/Shanghai, both inclusive; `name` when it is a month, quarter or year. */
export interface AskedPeriod {
  readonly name: string | null;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface Asked {
  readonly scope: Scope & { readonly period: AskedPeriod };
  readonly groupBy: readonly Grouping[];
}

const MOST_GROUPINGS = 3;

/** What a query asks for; throws the problem of the parameter that is wrong. */
export function askedBy(query: ScopeQuery & { readonly groupBy?: string }, ownUnit?: string): Asked {
  const { unit, kind, category, channel, township } = query;
  if (ownUnit !== undefined && unit !== undefined && unit !== ownUnit) throw fieldProblem('unit', 'other-unit', '只能查看本单位的数据，请去掉 unit 或填写本单位的编码');
  return { scope: { period: periodOf(query), unit: ownUnit ?? unit, kind, category, channel, township }, groupBy: groupingsOf(query.groupBy) };
}

/** The period that a query names, one way or the other. */
export function periodOf({ period, from, to }: ScopeQuery): AskedPeriod {
  if (period !== undefined) {
    if (from !== undefined || to !== undefined) throw fieldProblem('period', 'stated-twice', 'period 与 from、to 只能填一种');
    return namedPeriod('period', period);
  }
  if (from === undefined && to === undefined) throw fieldProblem('period', 'missing', '请用 period（例如 2018-09、2018-Q3、2018）或 from 和 to 指明期间');
  return range(['from', from], ['to', to]);
}

/** The period to compare with: the one before, the same of a year before, a named one, or any. */
export function basePeriodOf({ base, baseFrom, baseTo }: ComparedQuery, now: AskedPeriod): AskedPeriod {
  if (baseFrom !== undefined || baseTo !== undefined) {
    if (base !== undefined) throw fieldProblem('base', 'stated-twice', 'base 与 baseFrom、baseTo 只能填一种');
    return range(['baseFrom', baseFrom], ['baseTo', baseTo]);
  }
  if (base !== undefined && base !== 'previous' && base !== 'year-before') return namedPeriod('base', base);
  const span = now.name === null ? undefined : appraisal.periodSpan(now.name);
  if (base === 'year-before') return span ? spanned(appraisal.spanYearBefore(span)) : { name: null, from: yearEarlier(now.from), to: yearEarlier(now.to) };
  return span ? spanned(appraisal.spanBefore(span)) : { name: null, from: dateOf(2 * dayOf(now.from) - dayOf(now.to) - 1), to: dateOf(dayOf(now.from) - 1) };
}

/** The rates that a list names; all when nothing is given. */
export function ratesOf(list: string | undefined): readonly Rate[] {
  if (list === undefined) return RATES;
  return namesIn(list, 'rate', RATE_KINDS, '指标');
}

function groupingsOf(list: string | undefined): readonly Grouping[] {
  if (list === undefined) return [];
  const groupings = namesIn(list, 'groupBy', GROUPINGS, '分组');
  if (groupings.length > MOST_GROUPINGS) throw fieldProblem('groupBy', 'too-many', `最多按 ${MOST_GROUPINGS} 项分组`);
  if (groupings.filter((each) => BUCKETS.includes(each)).length > 1) throw fieldProblem('groupBy', 'one-stretch-of-time', 'month、quarter、year 只能填一项');
  return groupings;
}

function namesIn<T extends object>(list: string, field: string, words: T, what: string): (keyof T & string)[] {
  const names = list.split(',').map((name) => name.trim());
  if (!names.every((name) => Object.hasOwn(words, name))) throw fieldProblem(field, 'unknown-name', `${what}应为以下各项，以逗号分隔：${Object.keys(words).join('、')}`);
  if (new Set(names).size !== names.length) throw fieldProblem(field, 'stated-twice', `${what}中有重复的项`);
  return names as (keyof T & string)[]; // every one is a key
}

function namedPeriod(field: string, name: string): AskedPeriod {
  const span = appraisal.periodSpan(name);
  if (!span) throw fieldProblem(field, 'not-a-period', `应为月、季或年，例如 2018-09、2018-Q3、2018${field === 'base' ? '，或 previous、year-before' : ''}`);
  return spanned(span);
}

function spanned({ name, from, to }: appraisal.PeriodSpan): AskedPeriod {
  return { name, from, to };
}

function range([firstName, first]: [string, string | undefined], [lastName, last]: [string, string | undefined]): AskedPeriod {
  if (first === undefined) throw fieldProblem(firstName, 'missing', `请与 ${lastName} 一并填写期间首日`);
  if (last === undefined) throw fieldProblem(lastName, 'missing', `请与 ${firstName} 一并填写期间末日`);
  if (first > last) throw fieldProblem(lastName, 'before-from', `期间末日不能早于首日，请更正 ${firstName} 或 ${lastName}`);
  return { name: null, from: first, to: last };
}

/** The same day a year earlier; of the 29th of February the 28th. */
function yearEarlier(day: LocalDate): LocalDate {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`;
}
