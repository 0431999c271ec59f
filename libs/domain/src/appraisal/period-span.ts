import { dateOf, dayOf, type LocalDate } from '../shared/index.js';

/** What may be appraised (Art. 22): a month, and what feeds the annual assessment. */
export const PERIOD_KINDS = { month: '月度', quarter: '季度', year: '年度' } as const;
export type PeriodKind = keyof typeof PERIOD_KINDS;

/** A named stretch of whole months: local dates of Asia/Shanghai, both inclusive. */
export interface PeriodSpan {
  /** `2018-09`, `2018-Q3` or `2018`. */
  readonly name: string;
  readonly kind: PeriodKind;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Names of its months, in order. */
  readonly months: readonly string[];
}

/** The span that a name means, or undefined when it names none. */
export function periodSpan(name: string): PeriodSpan | undefined {
  const match = /^(20\d{2})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(name);
  if (!match) return undefined;
  const [, year = '', quarter, month] = match;
  if (month !== undefined) return span(name, 'month', Number(year), Number(month), 1);
  return quarter !== undefined ? span(name, 'quarter', Number(year), 3 * Number(quarter) - 2, 3) : span(name, 'year', Number(year), 1, 12);
}

function span(name: string, kind: PeriodKind, year: number, first: number, length: number): PeriodSpan {
  const months = Array.from({ length }, (_, index) => `${year}-${String(first + index).padStart(2, '0')}`);
  const next = first + length > 12 ? `${year + 1}-01-01` : `${year}-${String(first + length).padStart(2, '0')}-01`;
  return { name, kind, from: `${months[0]}-01`, to: dateOf(dayOf(next) - 1), months };
}

/** The span before this one, of the same kind. */
export function spanBefore({ kind, name, months }: PeriodSpan): PeriodSpan {
  if (kind === 'year') return span(String(Number(name) - 1), kind, Number(name) - 1, 1, 12);
  const [year, month] = (months[0] ?? '').split('-').map(Number) as [number, number];
  const first = month - months.length;
  const [inYear, from] = first < 1 ? [year - 1, first + 12] : [year, first];
  return span(nameOf(kind, inYear, from), kind, inYear, from, months.length);
}

/** The same span a year earlier. */
export function spanYearBefore({ kind, name, months }: PeriodSpan): PeriodSpan {
  const year = Number(name.slice(0, 4)) - 1;
  return span(`${year}${name.slice(4)}`, kind, year, Number(months[0]?.slice(5)), months.length);
}

function nameOf(kind: Exclude<PeriodKind, 'year'>, year: number, month: number): string {
  return kind === 'quarter' ? `${year}-Q${(month + 2) / 3}` : `${year}-${String(month).padStart(2, '0')}`;
}
