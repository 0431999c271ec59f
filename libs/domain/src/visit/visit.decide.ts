import { accept, isBlank, refuse, untimely, type Decision, type Instant } from '../shared/index.js';
import type { CorrectVisit, OrderRework, RecordVisit, Visit, VisitCommand, VisitCorrected, VisitEvent, VisitOutcome, VisitRefusal, VisitRules, VisitState } from './visit.js';

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
    case 'CorrectVisit':
      return state.status === 'none' ? refuse('no-such-visit') : correct(state, command, rules);
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
  const said = saidIn(command);
  if ('accepted' in said) return said;
  if (!said.reached && attempts < rules.attempts) return accept({ type: 'VisitAttempted', attempts, note: said.note, at });
  return accept({ type: 'VisitRecorded', ...said, attempts, at });
}

type Said = Pick<VisitCorrected, 'reached' | 'solved' | 'satisfaction' | 'note'>;

/** Both are asked of whoever was reached, and nothing of nobody; refused otherwise. */
function saidIn({ reached, solved = null, satisfaction = null, note = null }: RecordVisit | CorrectVisit): Said | Extract<VisitDecision, { accepted: false }> {
  if (!reached) {
    if (solved !== null || satisfaction !== null) return refuse('nobody-reached-nothing-said', { field: solved === null ? 'satisfaction' : 'solved' });
    return { reached, solved: false, satisfaction, note };
  }
  if (solved === null) return refuse('solved-missing', { field: 'solved' });
  return satisfaction === null ? refuse('satisfaction-missing', { field: 'satisfaction' }) : { reached, solved, satisfaction, note };
}

/** A mistyped outcome can be put right as long as nothing rests on it: no rework, no appraised period, no finding about the unit (Art. 19, 22). */
function correct(state: Visit, command: CorrectVisit, rules: VisitRules): VisitDecision {
  const { outcome, rework, corrections = [] } = state;
  if (outcome === null) return refuse('not-recorded');
  if (rework !== null) return refuse('already-ordered', { values: { round: rework.round } });
  if (rules.restsOnOutcome !== undefined) return refuse(rules.restsOnOutcome === 'appraised-period' ? 'outcome-appraised' : 'finding-rests-on-outcome');
  const said = saidIn(command);
  if ('accepted' in said) return said;
  if (isBlank(command.reason)) return refuse('reason-missing', { field: 'reason' });
  if (said.reached === outcome.reached && said.solved === outcome.solved && said.satisfaction === outcome.satisfaction && said.note === outcome.note) return refuse('nothing-corrected');
  const { reason, by, at } = command;
  return untimely(at, lastStepOf(state, outcome), rules.now) ?? accept({ type: 'VisitCorrected', correction: corrections.length + 1, ...said, reason, by, at });
}

function lastStepOf({ corrections = [] }: Visit, outcome: VisitOutcome): Instant {
  return corrections.at(-1)?.at ?? outcome.at;
}

function orderRework(state: Visit, command: OrderRework, rules: VisitRules): VisitDecision {
  if (state.rework !== null) return refuse('already-ordered', { values: { round: state.rework.round } });
  if (state.outcome === null) return refuse('not-recorded');
  if (command.followUpId === undefined && !isDissatisfied(state.outcome, rules.unsolvedIsDissatisfied)) return refuse('not-dissatisfied');
  if (isBlank(command.reason)) return refuse('reason-missing', { field: 'reason' });
  const { reason, followUpId, at } = command;
  return untimely(at, lastStepOf(state, state.outcome), rules.now) ?? accept({ type: 'ReworkOrdered', round: state.round + 1, reason, at, ...(followUpId !== undefined && { followUpId }) });
}
