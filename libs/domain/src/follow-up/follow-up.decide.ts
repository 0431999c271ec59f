import { accept, isBlank, localDateOf, refuse, untimely, type Decision, type FollowUpFinding, type Instant } from '../shared/index.js';
import type { CancelFollowUp, FollowUp, FollowUpCommand, FollowUpEvent, FollowUpRefusal, FollowUpState, PlanFollowUp, RecordFinding } from './follow-up.js';

type FollowUpDecision = Decision<FollowUpEvent, FollowUpRefusal>;

/** Decides on a follow-up beside the return visit (Art. 19). */
export function decide(state: FollowUpState, command: FollowUpCommand, { now }: { readonly now: Instant }): FollowUpDecision {
  if (command.type === 'PlanFollowUp') return state.status === 'none' ? plan(command, now) : refuse('already-planned');
  if (state.status === 'none') return refuse('no-such-follow-up');
  if (state.status !== 'planned') return refuse('follow-up-over');
  return command.type === 'RecordFinding' ? recordFinding(state, command, now) : cancel(state, command, now);
}

/** The follow-up after an event; it is complete when every ticket of the plan has its finding. Throws when the event cannot follow. */
export function evolve(state: FollowUpState, event: FollowUpEvent): FollowUpState {
  if (event.type === 'FollowUpPlanned') {
    const { followUpId, way, unit, subjects, team, plannedOn, by, at } = event;
    return { status: 'planned', followUpId, way, unit, subjects, team, plannedOn, plannedBy: by, plannedAt: at, findings: [], cancelled: null };
  }
  if (state.status === 'none') throw new Error(`${event.type} on a follow-up that was never planned`);
  switch (event.type) {
    case 'FindingRecorded': {
      const { ticketId, finding, text, by, at } = event;
      const findings = [...state.findings, { ticketId, finding, text, by, at }];
      return { ...state, status: findings.length === state.subjects.length ? 'completed' : 'planned', findings };
    }
    case 'FollowUpCancelled':
      return { ...state, status: 'cancelled', cancelled: { reason: event.reason, by: event.by, at: event.at } };
  }
}

/** What a finding leads to: handling anew where the matter is not done, and evidence where the answer was not true (Art. 19, 23(3)). */
export function consequencesOf(finding: FollowUpFinding): readonly ('call-back' | 'accountability-evidence')[] {
  switch (finding) {
    case 'as-reported':
      return [];
    case 'partly-as-reported':
      return ['call-back'];
    case 'not-as-reported':
    case 'not-handled':
      return ['call-back', 'accountability-evidence'];
  }
}

function plan(command: PlanFollowUp, now: Instant): FollowUpDecision {
  if (command.subjects.length === 0) return refuse('subjects-missing', { field: 'ticketIds' });
  if (command.team.length === 0 || command.team.some(isBlank)) return refuse('team-missing', { field: 'team' });
  if (command.plannedOn < localDateOf(command.at)) return refuse('planned-in-the-past', { field: 'plannedOn' });
  return untimely(command.at, command.at, now) ?? accept({ ...command, type: 'FollowUpPlanned' });
}

function recordFinding(state: FollowUp, { ticketId, finding, text, by, at }: RecordFinding, now: Instant): FollowUpDecision {
  if (!state.subjects.some((subject) => subject.ticketId === ticketId)) return refuse('ticket-not-in-plan', { field: 'ticketId' });
  if (state.findings.some((found) => found.ticketId === ticketId)) return refuse('found-already');
  if (isBlank(text)) return refuse('text-missing', { field: 'text' });
  if (localDateOf(at) < state.plannedOn) return refuse('before-the-planned-day', { values: { plannedOn: state.plannedOn } });
  return untimely(at, state.plannedAt, now) ?? accept({ type: 'FindingRecorded', ticketId, finding, text, by, at });
}

function cancel(state: FollowUp, { reason, by, at }: CancelFollowUp, now: Instant): FollowUpDecision {
  if (state.findings.length > 0) return refuse('findings-on-record');
  if (isBlank(reason)) return refuse('reason-missing', { field: 'reason' });
  return untimely(at, state.plannedAt, now) ?? accept({ type: 'FollowUpCancelled', reason, by, at });
}
