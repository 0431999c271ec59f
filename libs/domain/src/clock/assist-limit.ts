import type { Instant, WorkingCalendar } from '../shared/index.js';
import type { LimitPart } from './clock.js';
import type { DispatchRecord } from './dispatch-record.js';
import { dueOf } from './due.js';
import { adjustedParts, type Adjustment } from './limit-adjustments.js';
import { opinionDays } from './opinion-deadline.js';
import { limitOfParts, totalOf, type TargetSketch } from './target.js';

/** What the limit of an opinion is made of: the resolve limit as the unit sees it, and what was decided. */
export interface AssistTerms {
  readonly parts: readonly LimitPart[];
  readonly adjustments: readonly Adjustment[];
  readonly stoppedAt: Instant | null;
}

/**
 * The resolve limit less what the lead needs to work the opinions in (Art. 15(2)). A unit that was brought in later has as much from
 * its own addition, but never longer than the lead itself, unless the lead was late by then.
 */
export function assistLimit(record: DispatchRecord, unit: string, { parts, adjustments, stoppedAt }: AssistTerms, calendar: WorkingCalendar): Pick<TargetSketch, 'limit' | 'limitParts'> {
  const from = record.since(unit);
  const made = limitOfParts(from, adjustedParts(reserved(parts, record.policy.limits.assistBeforeResolve), adjustments, { from, stoppedAt }, calendar));
  const { at } = record.dispatch;
  if (from === at) return made;
  const lead = limitOfParts(at, adjustedParts(parts, adjustments, { from: at, stoppedAt }, calendar));
  const leadDueAt = dueOf(lead.limit, calendar).dueAt;
  if (leadDueAt <= from) return made;
  if (made.limit.unit === 'working-days') return { ...made, limit: { ...made.limit, notAfter: { from: at, workingDays: totalOf(lead.limitParts) } } };
  return leadDueAt < dueOf(made.limit, calendar).dueAt ? lead : made;
}

/** Never less than a working day is left; of calendar days and hours the days are taken off the end. */
function reserved(parts: readonly LimitPart[], workingDays: number): LimitPart[] {
  const total = totalOf(parts);
  const taken = total === 0 ? workingDays : total - opinionDays(total, workingDays);
  return [...parts, { source: 'before-resolve', workingDays: -taken }];
}
