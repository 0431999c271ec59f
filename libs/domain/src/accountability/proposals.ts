import type { ClockKind, DispatchMode, FollowUpFinding, FollowUpWay, Instant, LocalDate, Verdict, WorkingCalendar } from '../shared/index.js';
import type { Proposal } from './candidate.js';

/** A clock as the SLA service last told it. */
export interface ClockFact {
  readonly clockId: string;
  readonly ticketId: string;
  readonly kind: ClockKind;
  readonly unit: string;
  readonly dispatchNo: number;
  readonly dueOn: LocalDate;
  readonly dueAt: Instant;
  readonly stoppedAt: Instant | null;
  readonly overdueAt: Instant | null;
  readonly provisional: boolean;
  readonly verdict: Verdict;
  readonly workingDaysLate: number | null;
}

/** A dispatch, as far as it is known. */
export interface DispatchFact {
  readonly ticketId: string;
  readonly dispatchNo: number;
  /** The lead unit. */
  readonly unit: string;
  readonly mode: DispatchMode | null;
  readonly dispatchedAt: Instant | null;
  readonly feedbackAt: Instant | null;
  readonly closedAt: Instant | null;
  /** By the lead's accepted return, or by a withdrawal: without blame. */
  readonly releasedAt: Instant | null;
  readonly assisting: readonly { readonly unit: string; readonly opinionAt: Instant | null; readonly releasedAt: Instant | null }[];
}

export interface IdentityViewFact {
  readonly viewId: string;
  readonly ticketId: string;
  /** A unit code, or `county`. */
  readonly unit: string;
  /** Subject of the member of staff who looked. */
  readonly viewer: string;
  readonly viewedAt: Instant;
}

export interface LiaisonChangeFact {
  readonly changeId: string;
  readonly unit: string;
  readonly changedOn: LocalDate;
  readonly reportedOn: LocalDate;
  readonly workingDays: number;
  readonly late: boolean;
}

export interface FollowUpFact {
  readonly followUpId: string;
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly unit: string;
  readonly way: FollowUpWay;
  readonly finding: FollowUpFinding;
}

export interface ProposalRules {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  /** `accountability.lateFrom` of the policy. */
  readonly lateFrom: number;
}

/** One thing that may be proposed: its name for ever, and what the record says of it now (null: nothing). */
export interface Weighed {
  readonly candidateId: string;
  readonly proposal: Proposal | null;
}

/**
 * What late clocks of a ticket amount to (Art. 23(1), (2)): a lead unit's late feedback; in joint handling also that of the lead as
 * inactive, and each assisting unit that did not give its opinion in time. Days of an extension are in the due date of the clock
 * already, so what is late here is late beyond what was granted. A dispatch that was returned or withdrawn blames nobody.
 */
export function weighClock(clock: ClockFact, dispatch: DispatchFact | undefined, rules: ProposalRules): readonly Weighed[] {
  const daysLate = daysLateOf(clock, rules);
  const blamed = dispatch !== undefined && daysLate !== null && !isReleased(clock, dispatch);
  const { clockId, ticketId, unit, dispatchNo, dueOn } = clock;
  const facts = { dispatchNo, dueOn, workingDaysLate: clock.stoppedAt === null ? null : daysLate, stillOpen: clock.stoppedAt === null };
  const of = (ground: 'late-without-reason' | 'inactive-in-joint-handling', holds: boolean, kind: 'late-clock' | 'late-assist', more: object = {}): Weighed => {
    const candidateId = `${ground}:${clockId}`;
    return { candidateId, proposal: holds ? { candidateId, ground, unit, ticketIds: [ticketId], evidence: [{ kind, ref: clockId, facts: { ...facts, ...more } }] } : null };
  };
  if (clock.kind === 'resolve') {
    return [of('late-without-reason', blamed, 'late-clock'), of('inactive-in-joint-handling', blamed && dispatch.mode === 'joint', 'late-clock')];
  }
  if (clock.kind !== 'assist') return [];
  const opinionGiven = dispatch?.assisting.some((assisting) => assisting.unit === unit && assisting.opinionAt !== null) ?? false;
  return [of('inactive-in-joint-handling', blamed, 'late-assist', { opinionGiven })];
}

/**
 * An identity that a unit saw while the ticket was not in its hands (Art. 23(6)): no dispatch to it, as lead or assisting unit, was running at
 * that moment. What the county's staff saw is for people to judge: registering, checking and calling back all need the identity, and
 * the record does not tell them from curiosity.
 */
export function weighIdentityView(view: IdentityViewFact, dispatches: readonly DispatchFact[]): Weighed {
  const candidateId = `identity-disclosed:${view.viewId}`;
  const { ticketId, unit, viewer, viewedAt } = view;
  if (unit === 'county' || dispatches.some((dispatch) => heldBy(unit, viewedAt, dispatch))) return { candidateId, proposal: null };
  const facts = { viewer, viewedAt: new Date(viewedAt).toISOString() };
  return { candidateId, proposal: { candidateId, ground: 'identity-disclosed', unit, ticketIds: [ticketId], evidence: [{ kind: 'identity-view', ref: view.viewId, facts }] } };
}

/** A change of liaison that was reported too late (Art. 23(5)). */
export function weighLiaisonChange({ changeId, unit, changedOn, reportedOn, workingDays, late }: LiaisonChangeFact): Weighed {
  const candidateId = `liaison-change-unreported:${changeId}`;
  const evidence = [{ kind: 'liaison-change' as const, ref: changeId, facts: { changedOn, reportedOn, workingDays } }];
  return { candidateId, proposal: late ? { candidateId, ground: 'liaison-change-unreported', unit, ticketIds: [], evidence } : null };
}

/** What was found on the spot against an answer that the unit had given (Art. 19, 23(3)). */
export function weighFollowUp({ followUpId, ticketId, dispatchNo, unit, way, finding }: FollowUpFact, dispatch: DispatchFact | undefined): Weighed {
  const candidateId = `untrue-feedback-or-favouritism:${followUpId}:${ticketId}`;
  const untrue = (finding === 'not-as-reported' || finding === 'not-handled') && dispatch !== undefined && (dispatch.feedbackAt !== null || dispatch.closedAt !== null);
  const evidence = [{ kind: 'follow-up-finding' as const, ref: followUpId, facts: { dispatchNo, way, finding } }];
  return { candidateId, proposal: untrue ? { candidateId, ground: 'untrue-feedback-or-favouritism', unit, ticketIds: [ticketId], evidence } : null };
}

/** Working days late, null while that is not established or less than the policy looks at. */
function daysLateOf(clock: ClockFact, { now, calendar, lateFrom }: ProposalRules): number | null {
  if (clock.verdict === 'on-time' || clock.verdict === 'void' || clock.provisional) return null;
  if (clock.verdict === 'running' && (clock.overdueAt === null || clock.stoppedAt !== null)) return null;
  const days = clock.verdict === 'late' ? (clock.workingDaysLate ?? 0) : calendar.workingDaysBetween(clock.dueAt - 1, now);
  return days >= lateFrom ? days : null;
}

function isReleased({ unit }: ClockFact, { releasedAt, assisting }: DispatchFact): boolean {
  return releasedAt !== null || assisting.some((each) => each.unit === unit && each.releasedAt !== null);
}

function heldBy(unit: string, at: Instant, dispatch: DispatchFact): boolean {
  const part = dispatch.unit === unit ? { releasedAt: dispatch.releasedAt } : dispatch.assisting.find((assisting) => assisting.unit === unit);
  // A dispatch that is known by a later step only began at an unknown moment: nothing is held against the unit until that is told.
  if (!part || (dispatch.dispatchedAt !== null && dispatch.dispatchedAt > at)) return false;
  return [part.releasedAt, dispatch.releasedAt, dispatch.closedAt].every((end) => end === null || end >= at);
}
