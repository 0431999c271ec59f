import type { Deadline, Instant, Verdict, WorkingCalendar } from '../shared/index.js';
import type { Clock, ClockReading, ClockRules, ClockTarget, VoidCause } from './clock.js';
import type { DatedDeadline } from './due.js';
import { keptWarnings, nextWake } from './wake.js';

/** A target read against its deadline at one moment: verdict, figures, and when to look again. */
export function readingOf(target: ClockTarget, due: DatedDeadline, before: Clock | undefined, now: Instant, rules: ClockRules): ClockReading {
  const verdict = verdictOf(target, due, now);
  const judged = verdict === 'on-time' || verdict === 'late';
  const draft = {
    category: target.category,
    article: target.article,
    startedAt: target.startedAt,
    limit: target.limit,
    limitParts: target.limitParts,
    dueOn: due.dueOn,
    dueAt: due.dueAt,
    provisional: due.provisional,
    calendar: due.calendar,
    verdictWaits: target.verdictWaits && verdict === 'running',
    missed: target.missed,
    prefectureDueOn: target.prefectureDueOn,
    stoppedAt: verdict === 'void' ? null : target.stoppedAt,
    verdict,
    voidedBy: verdict === 'void' ? voidCauseOf(target, due) : null,
    workingDaysUsed: judged ? usedOf(target, rules.calendar) : null,
    workingDaysLate: judged ? lateOf(target, due, rules.calendar) : null,
    warned: before?.warned ?? [],
    basis: target.basis,
  };
  const overdueAt = verdict === 'late' ? due.dueAt : verdict === 'running' ? stillOverdue(before, draft) : null;
  const waking = { ...draft, overdueAt, kind: target.kind, policy: target.policy };
  const warned = keptWarnings(waking, now, rules);
  return { ...draft, overdueAt, warned, wakeAt: nextWake({ ...waking, warned }, now, rules) };
}

/** On time means strictly before the deadline, and that what was due did happen; past it the verdict waits for an undecided extension and for an unpublished year. */
function verdictOf(target: ClockTarget, due: Deadline, now: Instant): Verdict {
  if (target.voided || target.forgoneAt !== null) return 'void';
  const lapses = target.kind === 'return-window';
  if (target.stoppedAt === null) return lapses && !due.provisional && now >= due.dueAt ? 'void' : 'running';
  if (target.missed && !endedByLead(target)) return 'late';
  if (target.stoppedAt < due.dueAt) return target.missed ? 'void' : 'on-time';
  if (target.verdictWaits || due.provisional) return 'running';
  return lapses ? 'void' : 'late';
}

/** A window that was still open when the handling ended did not lapse. */
function voidCauseOf({ voidedBy, forgoneAt, missed }: ClockTarget, due: Deadline): VoidCause {
  if (voidedBy !== null) return voidedBy;
  if (missed) return 'lead-answered';
  return forgoneAt !== null && (due.provisional || forgoneAt < due.dueAt) ? 'feedback-given' : 'lapsed';
}

/** Nobody is charged with another's act: what an assisting unit had not done yet when the lead answered counts against it only once it was due (Art. 15(2)). */
function endedByLead({ kind }: ClockTarget): boolean {
  return kind === 'assist' || kind === 'unit-sign';
}

function usedOf(target: ClockTarget, calendar: WorkingCalendar): number {
  return calendar.workingDaysBetween(target.startedAt, target.stoppedAt ?? target.startedAt);
}

function lateOf(target: ClockTarget, due: Deadline, calendar: WorkingCalendar): number {
  return calendar.workingDaysBetween(due.dueAt - 1, target.stoppedAt ?? target.startedAt); // the last moment of the due date is day zero
}

function stillOverdue(before: Clock | undefined, draft: { dueAt: Instant; stoppedAt: Instant | null; verdictWaits: boolean; provisional: boolean }): Instant | null {
  if (before?.overdueAt !== draft.dueAt || draft.stoppedAt !== null || draft.verdictWaits || draft.provisional) return null;
  return before.overdueAt;
}
