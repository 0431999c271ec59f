import type { LocalDate } from '@hotline/domain/shared';

/** Layers of published records, weakest first; the weekday mask lies below them all (reading §2.3). */
export const CALENDAR_LAYERS = ['national', 'prefecture', 'county'] as const;
export type CalendarLayer = (typeof CALENDAR_LAYERS)[number];

/** One date named by a notice and why, in Chinese, e.g. `国庆节`, `国庆节调休上班`, `火把节`. */
export interface CalendarDay {
  readonly date: LocalDate;
  readonly reason: string;
}

/**
 * A published year of one layer (reading §2.4): plain JSON, fit to travel in an event. Never changed once published; a
 * revision is the whole record again under the next version. It may name dates of the years beside its own, because a
 * make-up day at the turn of the year stands in the next year's notice.
 */
export interface CalendarYear {
  readonly layer: CalendarLayer;
  readonly year: number;
  /** 1 for the first notice of the year, then 2, 3 …; the highest counts. */
  readonly version: number;
  /** Title, number and address of the notice or notices. */
  readonly source: string;
  readonly publishedBy: string;
  /** ISO 8601 instant with an offset; a notice that bears only a date counts from that day's midnight in Asia/Shanghai. */
  readonly publishedAt: string;
  /** Days off; weekend days of a holiday may be listed, so that an explanation calls them by its name. */
  readonly daysOff: readonly CalendarDay[];
  /** Days worked though the weekday mask or a weaker layer has them off. */
  readonly daysWorked: readonly CalendarDay[];
}
