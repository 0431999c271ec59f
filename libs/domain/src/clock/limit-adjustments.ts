import type { Category, Instant, WorkingCalendar } from '../shared/index.js';
import { COUNTY, PREFECTURE, type LimitPart, type ReviewSpan } from './clock.js';
import type { DispatchRecord, ReturnCourse } from './dispatch-record.js';
import { dueOf } from './due.js';
import { calendarFree, limitOf, statutoryOf } from './target.js';

/** A change of a limit by somebody's decision. */
export interface Adjustment {
  readonly part: LimitPart;
  /** When the unit asked: a clock that had stopped by then has nothing to gain. */
  readonly askedAt: Instant;
  readonly decidedAt: Instant;
  /** Of an extension: how many days all of them together may come to. */
  readonly cap?: number;
}

/** Granted extensions of the dispatch, which count up to the cap of the category in force, and what reviewers of refused ones took beyond their own limit (Art. 17, reading §3). */
export function extensionAdjustments(record: DispatchRecord, category: Category, calendar: WorkingCalendar): Adjustment[] {
  return record.extensions.flatMap(({ asked, forwardedAt, decision }) => {
    if (!decision) return [];
    const part: LimitPart = decision.granted
      ? { source: 'extension', workingDays: decision.workingDays, ref: asked.extensionId }
      : credit('extension-review-credit', asked.extensionId, reviewsOf(asked.at, forwardedAt, decision.at, record), calendar);
    return [{ part, askedAt: asked.at, decidedAt: decision.at, ...(decision.granted && { cap: record.policy.categories[category].extensionCap }) }];
  });
}

/** What the county took beyond its own limit to refuse a unit's return: no pause, but credited (Art. 17(return)). */
export function returnCredit(course: ReturnCourse | null, record: DispatchRecord, calendar: WorkingCalendar): Adjustment[] {
  if (!course?.decision || course.decision.accepted) return [];
  const review: ReviewSpan = { reviewer: COUNTY, from: course.askedAt, to: course.decision.at, allowed: record.policy.limits.returnReview };
  return [{ part: credit('return-review-credit', course.unit, [review], calendar), askedAt: course.askedAt, decidedAt: course.decision.at }];
}

/**
 * The parts of a limit counted from `from`. A decision that came after the clock had stopped in time does not stretch its
 * limit any more; one that came after it had stopped past its due date still decides on the verdict.
 */
export function adjustedParts(
  base: readonly LimitPart[],
  adjustments: readonly Adjustment[],
  span: { readonly from: Instant; readonly stoppedAt: Instant | null },
  calendar: WorkingCalendar,
): LimitPart[] {
  const parts = [...base];
  const { from, stoppedAt } = span;
  const bound = statutoryOf(base) !== undefined; // a limit of law is no matter of extensions
  for (const adjustment of adjustments.toSorted((a, b) => a.decidedAt - b.decidedAt)) {
    const { part, askedAt, decidedAt } = adjustment;
    if (part.workingDays === 0 || (bound && part.source !== 'return-review-credit')) continue;
    const counts =
      stoppedAt === null || decidedAt <= stoppedAt || (askedAt < stoppedAt && stoppedAt >= dueOf(limitOf(from, parts), calendar).dueAt);
    if (counts) parts.push(withinCap(adjustment, parts));
  }
  return parts;
}

/** The part as it counts beside others: of granted days as many as the cap leaves (Art. 17(1)–(3)). */
export function withinCap({ part, cap }: Adjustment, beside: readonly LimitPart[]): LimitPart {
  if (cap === undefined) return part;
  const taken = beside.reduce((days, other) => (other.source === 'extension' ? days + other.workingDays : days), 0);
  const left = Math.max(0, cap - taken);
  return part.workingDays <= left ? part : { ...part, workingDays: left, granted: part.workingDays };
}

/** Names what was weighed without any arithmetic, for the basis of a clock. */
export function weighedOf(adjustments: readonly Adjustment[]): string[] {
  return adjustments.map(({ part, decidedAt }) => JSON.stringify([...calendarFree(part), decidedAt])).toSorted();
}

function credit(source: LimitPart['source'], ref: string, reviews: readonly ReviewSpan[], calendar: WorkingCalendar): LimitPart {
  const beyond = reviews.map(({ from, to, allowed }) => Math.max(0, calendar.workingDaysBetween(from, to) - allowed));
  return { source, workingDays: beyond.reduce((total, days) => total + days, 0), ref, reviews };
}

function reviewsOf(askedAt: Instant, forwardedAt: Instant | null, decidedAt: Instant, { policy }: DispatchRecord): ReviewSpan[] {
  const county: ReviewSpan = { reviewer: COUNTY, from: askedAt, to: forwardedAt ?? decidedAt, allowed: policy.limits.extensionReviewCounty };
  if (forwardedAt === null) return [county];
  return [county, { reviewer: PREFECTURE, from: forwardedAt, to: decidedAt, allowed: policy.limits.extensionReviewPrefecture }];
}
