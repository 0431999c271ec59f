import type { AppraisalPeriod, PeriodEvent, PeriodState } from './period.js';

/** The period after an event; throws when the event cannot follow, since `decide` never lets that happen. */
export function evolve(state: PeriodState, event: PeriodEvent): PeriodState {
  if (event.type === 'PeriodOpened') {
    const { span, version, correction, scheme, manual, exclusions, at } = event;
    return { status: 'open', span, version, correction, scheme, openedAt: at, previewedAt: null, units: [], manual, exclusions, appeals: [], signatures: [], sentBack: [], frozen: null };
  }
  if (state.status === 'none') throw new Error(`${event.type} on a period that was never opened`);
  return further(state, event);
}

function further(state: AppraisalPeriod, event: Exclude<PeriodEvent, { type: 'PeriodOpened' }>): AppraisalPeriod {
  switch (event.type) {
    case 'PreviewComputed':
      return { ...state, status: 'preview', units: event.units, previewedAt: event.at };
    case 'ManualScored':
      return { ...state, manual: [...state.manual.filter(({ unit, item }) => unit !== event.entry.unit || item !== event.entry.item), event.entry] };
    case 'TicketExcluded':
      return { ...state, exclusions: [...state.exclusions, event.entry] };
    case 'TicketReadmitted':
      return { ...state, exclusions: state.exclusions.filter((entry) => entry !== event.entry) };
    case 'AppealLodged':
      return { ...state, appeals: [...state.appeals, event.appeal] };
    case 'AppealDecided':
      return { ...state, appeals: state.appeals.map((appeal) => (appeal.appealId === event.appealId ? { ...appeal, decision: event.decision } : appeal)) };
    case 'PeriodSigned':
      return { ...state, status: 'county-signed', signatures: [...state.signatures, { body: event.body, by: event.by, at: event.at }] };
    case 'SentBack':
      return { ...state, status: 'preview', signatures: [], sentBack: [...state.sentBack, { reason: event.reason, by: event.by, at: event.at }] };
    case 'PeriodFrozen':
      return { ...state, status: 'frozen', frozen: { hash: event.hash, at: event.at } };
  }
}
