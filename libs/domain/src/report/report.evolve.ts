import { isBaseless, isErased, isOwed, type Report, type ReportEvent, type ReportState } from './report.js';

/** The report after an event; throws when the event cannot follow, since `decide` never lets that happen. */
export function evolve(state: ReportState, event: ReportEvent): ReportState {
  if (event.type === 'DutyArose') {
    const { type: _, ...duty } = event;
    return { status: 'due', ...duty, submissions: [], sentBack: [], acceptedAt: null, baselessSince: null, disposedAt: null };
  }
  if (state.status === 'none') throw new Error(`${event.type} on a report that was never due`);
  switch (event.type) {
    case 'DutyRefounded': {
      const { unit, dutyAt, dispatchNo, dueOn } = event;
      return { ...state, unit, dutyAt, dispatchNo, dueOn: dueOn > state.dueOn ? dueOn : state.dueOn }; // never earlier than it was told
    }
    case 'DutyBasisGone':
      return { ...state, status: isOwed(state) ? 'withdrawn' : state.status, baselessSince: event.at };
    case 'DutyBasisBack':
      return { ...state, status: state.status === 'withdrawn' ? owedAgain(state) : state.status, baselessSince: null };
    case 'WordsErased':
      return withoutWords({ ...state, status: isOwed(state) ? 'withdrawn' : state.status, baselessSince: state.baselessSince ?? event.at, disposedAt: event.at });
    case 'ReportSubmitted': {
      const { text, documentNumber, at } = event;
      return { ...state, status: 'submitted', submissions: [...state.submissions, { text, documentNumber, at }] };
    }
    case 'ReportAccepted':
      return { ...state, status: 'accepted', acceptedAt: event.at };
    case 'ReportSentBack':
      return { ...state, status: isBaseless(state) ? 'withdrawn' : 'sent-back', sentBack: [...state.sentBack, { reason: isErased(state) ? '' : event.reason, at: event.at }] };
  }
}

function owedAgain({ sentBack }: Report): 'due' | 'sent-back' {
  return sentBack.length === 0 ? 'due' : 'sent-back';
}

/** Document numbers, times and what was decided stay. */
function withoutWords(state: Report): Report {
  return { ...state, submissions: state.submissions.map((each) => ({ ...each, text: '' })), sentBack: state.sentBack.map((each) => ({ ...each, reason: '' })) };
}
