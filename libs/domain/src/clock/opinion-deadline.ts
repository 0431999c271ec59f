import type { Deadline, Instant, WorkingCalendar } from '../shared/index.js';

/** What the time of an opinion is counted by while nothing but the policy decides. */
export interface OpinionTerms {
  readonly dispatchedAt: Instant;
  /** When the unit was brought in; the dispatch itself for those it was sent to. */
  readonly since: Instant;
  /** Working days of the lead. */
  readonly resolve: number;
  /** Working days that the lead needs to work the opinions in. */
  readonly reserve: number;
}

export interface OpinionDeadline extends Deadline {
  readonly workingDays: number;
  /** The lead's own time ends before the unit's would, and decides. */
  readonly bound: boolean;
}

/** Working days for an opinion: those of the lead less what it needs, but never less than one (Art. 15(2)). */
export function opinionDays(resolve: number, reserve: number): number {
  return Math.max(1, resolve - reserve);
}

/** The deadline of an opinion as it is told with the dispatch, before extensions, credits and limits of law (Art. 15(2)); the assist clock says the same then. */
export function opinionDeadline({ dispatchedAt, since, resolve, reserve }: OpinionTerms, calendar: WorkingCalendar): OpinionDeadline {
  const workingDays = opinionDays(resolve, reserve);
  const own = calendar.deadline(since, workingDays);
  const lead = calendar.deadline(dispatchedAt, resolve);
  const bound = since !== dispatchedAt && lead.dueAt > since && lead.dueAt < own.dueAt;
  return { ...(bound ? lead : own), workingDays, bound };
}
