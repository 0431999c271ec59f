import type { Instant, WorkingCalendar } from '../shared/index.js';
import type { LimitPart } from './clock.js';
import type { DispatchRecord, ExtensionCourse, ReturnCourse } from './dispatch-record.js';
import { totalOf } from './target.js';

/** A change of a limit by somebody's decision. */
export interface Adjustment {
  readonly part: LimitPart;
  /** When the unit asked: a clock that had stopped by then has nothing to gain. */
  readonly askedAt: Instant;
  readonly decidedAt: Instant;
}

/** Granted extensions of the dispatch, and what reviewers of refused ones took beyond their own limit (Art. 17, reading §3). */
export function extensionAdjustments(record: DispatchRecord, calendar: WorkingCalendar): Adjustment[] {
  return record.extensions.flatMap(({ asked, forwardedAt, decision }) => {
    if (!decision) return [];
    const part: LimitPart = decision.granted
      ? { source: 'extension', workingDays: decision.workingDays, ref: asked.extensionId }
      : { source: 'extension-review-credit', workingDays: reviewExcess({ asked, forwardedAt, decision }, record, calendar), ref: asked.extensionId };
    return [{ part, askedAt: asked.at, decidedAt: decision.at }];
  });
}

/** What the county took beyond its own limit to refuse a unit's return: no pause, but credited (Art. 17(return)). */
export function returnCredit(course: ReturnCourse | null, record: DispatchRecord, calendar: WorkingCalendar): Adjustment[] {
  if (!course?.decision || course.decision.accepted) return [];
  const taken = calendar.workingDaysBetween(course.askedAt, course.decision.at);
  const workingDays = Math.max(0, taken - record.policy.limits.returnReview);
  return [{ part: { source: 'return-review-credit', workingDays, ref: course.unit }, askedAt: course.askedAt, decidedAt: course.decision.at }];
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
  for (const { part, askedAt, decidedAt } of adjustments.toSorted((a, b) => a.decidedAt - b.decidedAt)) {
    if (part.workingDays === 0) continue;
    const counts =
      stoppedAt === null || decidedAt <= stoppedAt || (askedAt < stoppedAt && stoppedAt >= calendar.deadline(from, totalOf(parts)).dueAt);
    if (counts) parts.push(part);
  }
  return parts;
}

/** Names what was weighed without any arithmetic, for the basis of a clock. */
export function weighedOf(adjustments: readonly Adjustment[]): string[] {
  return adjustments.map(({ part, decidedAt }) => `${part.source}:${part.ref ?? ''}:${part.source === 'extension' ? part.workingDays : ''}:${decidedAt}`).toSorted();
}

function reviewExcess(course: ExtensionCourse, record: DispatchRecord, calendar: WorkingCalendar): number {
  const { asked, forwardedAt, decision } = course;
  if (!decision) return 0;
  const { extensionReviewCounty, extensionReviewPrefecture } = record.policy.limits;
  const county = Math.max(0, calendar.workingDaysBetween(asked.at, forwardedAt ?? decision.at) - extensionReviewCounty);
  const prefecture = forwardedAt === null ? 0 : Math.max(0, calendar.workingDaysBetween(forwardedAt, decision.at) - extensionReviewPrefecture);
  return county + prefecture;
}
