import { accept, isBlank, refuse, untimely, type Decision } from '../shared/index.js';
import type { OrderRework, RecordVisit, Visit, VisitCommand, VisitEvent, VisitOutcome, VisitRefusal, VisitRules, VisitState } from './visit.js';

type VisitDecision = Decision<VisitEvent, VisitRefusal>;

/** Decides on a return visit and the rework that may follow from it (Art. 19, reading §3). */
export function decide(state: VisitState, command: VisitCommand, rules: VisitRules): VisitDecision {
  switch (command.type) {
    case 'PlanVisit':
      if (state.status !== 'none') return refuse('already-planned');
      return untimely(command.at, command.at, rules.now) ?? accept({ ...command, dueOn: command.dueOn ?? null, type: 'VisitPlanned' });
    case 'AssignVisit':
      if (state.status === 'none') return refuse('no-such-visit');
      if (state.outcome !== null) return refuse('already-recorded');
      if (isBlank(command.caller)) return refuse('caller-missing', { field: 'caller' });
      return untimely(command.at, state.plannedAt, rules.now) ?? accept({ type: 'VisitAssigned', caller: command.caller, at: command.at });
    case 'RecordVisit':
      return state.status === 'none' ? refuse('no-such-visit') : recordCall(state, command, rules);
    case 'OrderRework':
      return state.status === 'none' ? refuse('no-such-visit') : orderRework(state, command, rules);
  }
}

/** True for either of the two lowest levels, and for "not solved" where the policy says so. */
export function isDissatisfied(outcome: VisitOutcome, unsolvedIsDissatisfied: boolean): boolean {
  if (!outcome.reached) return false;
  const low = outcome.satisfaction === 'dissatisfied' || outcome.satisfaction === 'very-dissatisfied';
  return low || (unsolvedIsDissatisfied && !outcome.solved);
}

function recordCall(state: Visit, command: RecordVisit, rules: VisitRules): VisitDecision {
  if (state.outcome !== null) return refuse('already-recorded');
  const late = untimely(command.at, state.lastAttemptAt ?? state.plannedAt, rules.now);
  if (late) return late;
  const attempts = state.attempts + 1;
  const { at } = command;
  const note = command.note ?? null;
  const solved = command.solved ?? null;
  const satisfaction = command.satisfaction ?? null;
  if (command.reached) {
    if (solved === null) return refuse('solved-missing', { field: 'solved' });
    if (satisfaction === null) return refuse('satisfaction-missing', { field: 'satisfaction' });
    return accept({ type: 'VisitRecorded', reached: true, solved, satisfaction, note, attempts, at });
  }
  if (solved !== null || satisfaction !== null) {
    return refuse('nobody-reached-nothing-said', { field: solved === null ? 'satisfaction' : 'solved' });
  }
  if (attempts < rules.attempts) return accept({ type: 'VisitAttempted', attempts, note, at });
  return accept({ type: 'VisitRecorded', reached: false, solved: false, satisfaction: null, note, attempts, at });
}

function orderRework(state: Visit, command: OrderRework, rules: VisitRules): VisitDecision {
  if (state.rework !== null) return refuse('already-ordered', { values: { round: state.rework.round } });
  if (state.outcome === null) return refuse('not-recorded');
  if (!isDissatisfied(state.outcome, rules.unsolvedIsDissatisfied)) return refuse('not-dissatisfied');
  if (isBlank(command.reason)) return refuse('reason-missing', { field: 'reason' });
  const { reason, at } = command;
  return untimely(at, state.outcome.at, rules.now) ?? accept({ type: 'ReworkOrdered', round: state.round + 1, reason, at });
}
