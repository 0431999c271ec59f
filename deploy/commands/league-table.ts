import { UNIT_KINDS } from '@hotline/domain/shared';
import { alignedTable, type TableColumn } from './aligned-table.ts';

interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** The rates of one unit as appraisal answers them. */
export interface UnitRates {
  readonly unit: string;
  readonly name: string | null;
  readonly kind: string | null;
  /** False for a unit with too few tickets to be compared. */
  readonly ranked: boolean;
  readonly rates: Readonly<Record<string, Fraction | undefined>>;
}

const SHOWN = { 'on-time-sign': '按时签收', 'on-time-contact': '按时联系', 'on-time-close': '按时办结', close: '办结', solved: '解决', satisfied: '满意' } as const;
/** What the county and the prefecture answer for is no unit's merit. */
const NOT_UNITS = ['county', 'prefecture'];

/**
 * Each kind of unit in the order of on-time close, then satisfaction (Art. 22); units with too few tickets apart and
 * unranked (reading §5).
 */
export function leagueTable(all: readonly UnitRates[]): string {
  const units = all.filter(({ unit }) => !NOT_UNITS.includes(unit)).sort(better);
  const parts = Object.entries(UNIT_KINDS).flatMap(([kind, label]) => {
    const ranked = units.filter((each) => each.ranked && each.kind === kind);
    return ranked.length > 0 ? [label, tableOf('名次', ranked, (index) => String(rankOf(ranked, index)))] : [];
  });
  const apart = units.filter((each) => !each.ranked || each.kind === null);
  if (apart.length > 0) parts.push('以下单位工单较少，不参与排名', tableOf('', apart, () => '—'));
  return parts.length > 0 ? parts.join('\n\n') : '这段时间没有可以统计的工单。';
}

function tableOf(first: string, units: readonly UnitRates[], place: (index: number) => string): string {
  const columns: TableColumn[] = [{ title: first, align: 'right' }, '单位', ...Object.values(SHOWN).map((title): TableColumn => ({ title, align: 'right' }))];
  return alignedTable(
    columns,
    units.map((each, index) => [place(index), each.name ?? each.unit, ...Object.keys(SHOWN).map((rate) => fractionText(each.rates[rate]))]),
  );
}

/** Units with the same two figures share a place. */
function rankOf(ranked: readonly UnitRates[], index: number): number {
  const here = ranked[index];
  return ranked.findIndex((each) => here !== undefined && compared(each, here) === 0) + 1;
}

function better(one: UnitRates, other: UnitRates): number {
  return compared(one, other) || (one.unit < other.unit ? -1 : 1);
}

function compared(one: UnitRates, other: UnitRates): number {
  return shareOf(other.rates['on-time-close']) - shareOf(one.rates['on-time-close']) || shareOf(other.rates['satisfied']) - shareOf(one.rates['satisfied']);
}

/** Nothing to divide by ranks below nought of something. */
function shareOf(fraction: Fraction | undefined): number {
  return fraction && fraction.denominator > 0 ? fraction.numerator / fraction.denominator : -1;
}

function fractionText(fraction: Fraction | undefined): string {
  if (!fraction || fraction.denominator === 0) return '—';
  const percent = ((100 * fraction.numerator) / fraction.denominator).toFixed(1);
  return `${fraction.numerator}/${fraction.denominator} ${percent.padStart(5)}%`;
}
