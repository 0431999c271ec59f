import { accept, isBlank, refuse, type Decision, type Instant } from '../shared/index.js';
import { isBaseless, isErased } from './report.js';
import type { Founding, Report, ReportCommand, ReportEvent, ReportRefusal, ReportState, SubmitReport } from './report.js';

type ReportDecision = Decision<ReportEvent, ReportRefusal>;

/** Decides on a report duty: due → submitted → accepted, or sent back and submitted again; withdrawn while nothing on record obliges to it (Art. 21). */
export function decide(state: ReportState, command: ReportCommand): ReportDecision {
  if (command.type === 'RaiseDuty') {
    const { type: _, ...duty } = command;
    return state.status === 'none' ? accept({ type: 'DutyArose', ...duty }) : refuse('report-already-due');
  }
  if (state.status === 'none') return refuse('no-such-report');
  switch (command.type) {
    case 'WeighDuty':
      return accept(...weigh(state, command.founding, command.at));
    case 'EraseWords':
      return isErased(state) ? accept() : accept({ type: 'WordsErased', at: command.at });
    case 'SubmitReport':
      return submit(state, command);
    case 'AcceptReport':
      return awaited(state) ?? accept({ type: 'ReportAccepted', at: command.at });
    case 'SendReportBack':
      if (isBlank(command.reason)) return refuse('send-back-without-reason', { field: 'reason' });
      return awaited(state) ?? accept({ type: 'ReportSentBack', reason: command.reason, at: command.at });
  }
}

/** What a person saw is not weighed, nor what rests on a file that is gone. Once a unit has reported, the duty stays as it was answered, whichever visit obliges to it. */
function weigh(state: Report, founding: Founding | null, at: Instant): ReportEvent[] {
  if (isErased(state) || state.cause === 'strong' || state.cause === 'sensitive') return [];
  const baseless = isBaseless(state);
  if (founding === null) return baseless ? [] : [{ type: 'DutyBasisGone', at }];
  const back: ReportEvent[] = baseless ? [{ type: 'DutyBasisBack' }] : [];
  const other = founding.dispatchNo !== null && (founding.unit !== state.unit || founding.dutyAt !== state.dutyAt || founding.dispatchNo !== state.dispatchNo);
  return other && state.submissions.length === 0 ? [...back, { type: 'DutyRefounded', ...founding }] : back;
}

function submit(state: Report, { unit, text, documentNumber, at }: SubmitReport): ReportDecision {
  if (unit !== state.unit) return refuse('report-of-another');
  if (state.status === 'accepted') return refuse('report-already-accepted');
  if (state.status === 'withdrawn') return refuse('report-withdrawn');
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
    case 'withdrawn':
      return refuse('report-withdrawn');
    case 'due':
    case 'sent-back':
      return refuse('report-not-submitted');
  }
}
