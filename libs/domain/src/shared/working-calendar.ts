import type { Instant, LocalDate } from './instants.js';

/** One counted or skipped day of a deadline and why (reading §2.7). */
export interface ExplainedDay {
  readonly date: LocalDate;
  /** `day-zero`, `counted`, or `skipped` */
  readonly role: 'day-zero' | 'counted' | 'skipped';
  /** Ordinal of a counted day, from 1. */
  readonly ordinal?: number;
  /** Layer that decided it (`weekday`, `national`, `prefecture`, `county`) and the reason in Chinese, e.g. `国庆节`, `周末`, `调休上班`. */
  readonly layer: string;
  readonly reason: string;
}

export interface Deadline {
  /** Local date of working day N in Asia/Shanghai. */
  readonly dueOn: LocalDate;
  /** Exclusive: the midnight after `dueOn` in Asia/Shanghai; on time means strictly before. */
  readonly dueAt: Instant;
  /**
   * True when a day the count walks over — the day after the start up to `dueOn`, counted or skipped — lies in a calendar
   * year for which no national record is published, be it before, between or after the published ones (reading §2.5).
   */
  readonly provisional: boolean;
}

/** Working-day arithmetic of one compiled calendar. Every operation is O(1) in the number of days except `explain`. */
export interface WorkingCalendar {
  /** Identifies the published years behind it, e.g. `national:2013-2014v1,2015v2;prefecture:2018v1`; short and stable. */
  readonly version: string;
  /** Deadline at the end of working day `workingDays` (a whole number from 0, else RangeError) after the day of `start`; 0 is the end of the day of start itself if it works, else of the next working day. */
  deadline(start: Instant, workingDays: number): Deadline;
  /** Working days strictly after the day of `from` up to and including the day of `to`; 0 if `to` is not on a later day. */
  workingDaysBetween(from: Instant, to: Instant): number;
  /**
   * The due date `workingDays` after, or if negative before, one already computed; 0 is that date itself if it works, else the
   * next working day. Provisional when any day from the earlier to the later of the two is (reading §2.5).
   */
  shift(dueOn: LocalDate, workingDays: number): Deadline;
  isWorkingDay(date: LocalDate): boolean;
  /** Day zero, then every day up to the due date with its role and reason, in order (reading §2.7); O(days). */
  explain(start: Instant, workingDays: number): readonly ExplainedDay[];
}
