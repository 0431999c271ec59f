import type { Visit, VisitCorrected, VisitEvent, VisitState } from './visit.js';

/** The visit after an event; throws when the event cannot follow, since `decide` never lets that happen. */
export function evolve(state: VisitState, event: VisitEvent): VisitState {
  if (event.type === 'VisitPlanned') {
    const { visitId, ticketId, dispatchNo, round, unit, basis, dueOn, at } = event;
    return { status: 'planned', visitId, ticketId, dispatchNo, round, unit, basis, plannedAt: at, dueOn, caller: null, attempts: 0, lastAttemptAt: null, outcome: null, rework: null };
  }
  if (state.status === 'none') throw new Error(`${event.type} on a visit that was never planned`);
  switch (event.type) {
    case 'VisitAssigned':
      return { ...state, caller: event.caller };
    case 'VisitAttempted':
      return { ...state, attempts: event.attempts, lastAttemptAt: event.at };
    case 'VisitRecorded': {
      const { reached, solved, satisfaction, note, attempts, at } = event;
      return { ...state, status: 'recorded', attempts, lastAttemptAt: at, outcome: { reached, solved, satisfaction, note, at } };
    }
    case 'VisitCorrected':
      return corrected(state, event);
    case 'ReworkOrdered': {
      const { type, ...rework } = event;
      return { ...state, status: 'rework-ordered', rework };
    }
  }
}

function corrected(state: Visit, { reached, solved, satisfaction, note, reason, by, at }: VisitCorrected): Visit {
  const { outcome, corrections = [] } = state;
  if (outcome === null) throw new Error('VisitCorrected on a visit without an outcome');
  return { ...state, outcome: { reached, solved, satisfaction, note, at: outcome.at }, corrections: [...corrections, { outcome, reason, by, at }] };
}
