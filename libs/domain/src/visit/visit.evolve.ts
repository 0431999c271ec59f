import type { VisitEvent, VisitState } from './visit.js';

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
    case 'ReworkOrdered':
      return { ...state, status: 'rework-ordered', rework: { round: event.round, reason: event.reason, at: event.at } };
  }
}
