import type { CalendarLayer, CalendarYear } from '@hotline/calendar';
import { dayOf, type LocalDate } from '@hotline/domain/shared';

/** Layers that are published year by year; the county's names single days and has no end. */
export const YEARLY_LAYERS = ['national', 'prefecture'] as const satisfies readonly CalendarLayer[];
export type YearlyLayer = (typeof YEARLY_LAYERS)[number];

/** How far a layer is published without a gap from its first year on. */
export interface Horizon {
  readonly layer: YearlyLayer;
  readonly lastYear: number;
  readonly lastDay: LocalDate;
  /** Calendar days from today to the last published one; 0 when that is past. */
  readonly daysLeft: number;
  /** The alarm is due: so many days before the end that the next notice should be here. */
  readonly near: boolean;
}

/** The horizons of all layers of which anything is published (reading §2.5). */
export function horizonsOf(years: readonly CalendarYear[], today: LocalDate, alarmDays: number): readonly Horizon[] {
  return YEARLY_LAYERS.flatMap((layer) => {
    const published = new Set(years.filter((record) => record.layer === layer).map((record) => record.year));
    if (published.size === 0) return [];
    const lastYear = lastYearOf(published, Number(today.slice(0, 4)));
    const lastDay = `${lastYear}-12-31`;
    const daysLeft = Math.max(0, dayOf(lastDay) - dayOf(today));
    return [{ layer, lastYear, lastDay, daysLeft, near: daysLeft <= alarmDays }];
  });
}

/** The last year before the first gap after today; of years that are all past the newest. */
function lastYearOf(published: ReadonlySet<number>, thisYear: number): number {
  const known = [...published].filter((year) => year <= thisYear);
  let last = known.length > 0 ? Math.max(...known) : Math.min(...published);
  while (published.has(last + 1)) last += 1;
  return last;
}
