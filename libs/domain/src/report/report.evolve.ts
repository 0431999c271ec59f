import type { ReportEvent, ReportState } from './report.js';

/** The report after an event; throws when the event cannot follow, since `decide` never lets that happen. */
export function evolve(state: ReportState, event: ReportEvent): ReportState {
  if (event.type === 'DutyArose') {
    const { type: _, ...duty } = event;
    return { status: 'due', ...duty, submissions: [], sentBack: [], acceptedAt: null };
  }
  if (state.status === 'none') throw new Error(`${event.type} on a report that was never due`);
  switch (event.type) {
    case 'DutyBroughtForward': {
      const { unit, dutyAt, dispatchNo } = event;
      return { ...state, unit, dutyAt, dispatchNo }; // the due date stays as it was told
    }
    case 'ReportSubmitted': {
      const { text, documentNumber, at } = event;
      return { ...state, status: 'submitted', submissions: [...state.submissions, { text, documentNumber, at }] };
    }
    case 'ReportAccepted':
      return { ...state, status: 'accepted', acceptedAt: event.at };
    case 'ReportSentBack':
      return { ...state, status: 'sent-back', sentBack: [...state.sentBack, { reason: event.reason, at: event.at }] };
  }
}
