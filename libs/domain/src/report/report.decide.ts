import { accept, isBlank, refuse, type Decision } from '../shared/index.js';
import type { BringDutyForward, Report, ReportCommand, ReportEvent, ReportRefusal, ReportState, SubmitReport } from './report.js';

type ReportDecision = Decision<ReportEvent, ReportRefusal>;

/** Decides on a report duty: due → submitted → accepted, or sent back and submitted again (Art. 21). */
export function decide(state: ReportState, command: ReportCommand): ReportDecision {
  if (command.type === 'RaiseDuty') {
    const { type: _, ...duty } = command;
    return state.status === 'none' ? accept({ type: 'DutyArose', ...duty }) : refuse('report-already-due');
  }
  if (state.status === 'none') return refuse('no-such-report');
  switch (command.type) {
    case 'BringDutyForward':
      return bringForward(state, command);
    case 'SubmitReport':
      return submit(state, command);
    case 'AcceptReport':
      return awaited(state) ?? accept({ type: 'ReportAccepted', at: command.at });
    case 'SendReportBack':
      if (isBlank(command.reason)) return refuse('send-back-without-reason', { field: 'reason' });
      return awaited(state) ?? accept({ type: 'ReportSentBack', reason: command.reason, at: command.at });
  }
}

/** The earliest visit obliges, of two at one time that of the first dispatch. Once a unit has reported, the duty stays as it was answered. */
function bringForward(state: Report, { unit, dutyAt, dispatchNo }: BringDutyForward): ReportDecision {
  const earlier = dutyAt < state.dutyAt || (dutyAt === state.dutyAt && dispatchNo < (state.dispatchNo ?? 0));
  return earlier && state.submissions.length === 0 ? accept({ type: 'DutyBroughtForward', unit, dutyAt, dispatchNo }) : accept();
}

function submit(state: Report, { unit, text, documentNumber, at }: SubmitReport): ReportDecision {
  if (unit !== state.unit) return refuse('report-of-another');
  if (state.status === 'accepted') return refuse('report-already-accepted');
  if (state.status === 'submitted') return refuse('report-awaits-decision');
  if (isBlank(text)) return refuse('report-without-text', { field: 'text' });
  if (isBlank(documentNumber)) return refuse('report-without-number', { field: 'documentNumber' });
  return accept({ type: 'ReportSubmitted', text, documentNumber, at });
}

/** The refusal of a decision on a report that waits for none. */
function awaited({ status }: Report): ReturnType<typeof refuse<ReportRefusal>> | undefined {
  switch (status) {
    case 'submitted':
      return undefined;
    case 'accepted':
      return refuse('report-already-accepted');
    case 'due':
    case 'sent-back':
      return refuse('report-not-submitted');
  }
}
