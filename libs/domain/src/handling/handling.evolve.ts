import type { CaseOpened, Dispatched, HandlingEvent, ReturnDecided, UpstreamReturnDecided } from './handling.events.js';
import type { Case, CaseState, Dispatch, UnitPart } from './handling.state.js';

/** Events within the running dispatch. */
type DispatchEvent = Exclude<
  HandlingEvent,
  { type: 'CaseOpened' | 'AnswerNoted' | 'Dispatched' | 'ReworkAwaitsDispatch' | 'UpstreamReturnAsked' | 'UpstreamReturnDecided' }
>;

/** The case after an event; throws when the event cannot follow, since `decide` never lets that happen. */
export function evolve(state: CaseState, event: HandlingEvent): CaseState {
  if (event.type === 'CaseOpened') return opened(event);
  if (state.status === 'none') {
    if (event.type === 'AnswerNoted') return { status: 'none', answeredAt: event.at };
    throw new Error(`${event.type} on a case that was never opened`);
  }
  switch (event.type) {
    case 'AnswerNoted':
      return { ...state, status: 'answered' };
    case 'Dispatched':
      return { ...retire(state), status: 'dispatched', round: event.round, dispatch: dispatched(event) };
    case 'ReworkAwaitsDispatch':
      return { ...retire(state), status: 'awaiting-dispatch', round: event.round, waitingSince: event.at };
    case 'UpstreamReturnAsked':
      return {
        ...state,
        status: 'upstream-return-asked',
        upstreamReturns: [...state.upstreamReturns, { reason: event.reason, askedAt: event.at, decision: null }],
      };
    case 'UpstreamReturnDecided':
      return upstreamDecided(state, event);
    case 'Signed':
    case 'OnSiteCheckDeclared':
    case 'ContactAttempted':
    case 'PetitionerContacted':
    case 'OpinionGiven':
    case 'ReturnAsked':
    case 'ReturnDecided':
    case 'ResultEntered':
    case 'ResultSentBack':
    case 'FeedbackGiven':
    case 'CaseClosed':
      if (state.dispatch === null) throw new Error(`${event.type} on a case that is not dispatched`);
      return evolveDispatch(state, state.dispatch, event);
  }
}

function evolveDispatch(state: Case, dispatch: Dispatch, event: DispatchEvent): Case {
  switch (event.type) {
    case 'Signed':
      return withPart(state, dispatch, event.unit, { signedAt: event.at });
    case 'OnSiteCheckDeclared':
      return withPart(state, dispatch, event.unit, { onSiteCheckAt: event.at, ...toldWindow(event) });
    case 'ContactAttempted':
      return { ...state, dispatch: { ...dispatch, contact: { attempts: event.attempts, lastAt: event.at, contactedAt: null } } };
    case 'PetitionerContacted':
      return { ...state, dispatch: { ...dispatch, contact: { attempts: event.attempts, lastAt: event.at, contactedAt: event.at } } };
    case 'OpinionGiven':
      return withPart(state, dispatch, event.unit, { opinion: { text: event.text, at: event.at } });
    case 'ReturnAsked':
      return withPart(state, dispatch, event.unit, {
        return: { reason: event.reason, suggestedUnit: event.suggestedUnit, askedAt: event.at, decision: null },
      });
    case 'ReturnDecided':
      return returnDecided(state, dispatch, event);
    case 'ResultEntered': {
      const { resultCode, text, reviewDate, plan, explanationRecord, missingOpinions, at } = event;
      return { ...state, status: 'result-entered', dispatch: { ...dispatch, result: { resultCode, text, reviewDate, plan, explanationRecord, missingOpinions, at } } };
    }
    case 'ResultSentBack': {
      const sentBack = dispatch.result ? [...dispatch.sentBack, { result: dispatch.result, reason: event.reason, at: event.at }] : dispatch.sentBack;
      return { ...state, status: 'dispatched', dispatch: { ...dispatch, result: null, sentBack } };
    }
    case 'FeedbackGiven': {
      const { approver, authorisation, sealNumber, at } = event;
      return { ...state, status: 'feedback-given', dispatch: { ...dispatch, approval: { approver, authorisation, sealNumber, at } } };
    }
    case 'CaseClosed':
      return { ...state, status: 'closed', dispatch: { ...dispatch, closedAt: event.at } };
  }
}

function upstreamDecided(state: Case, { accepted, at }: UpstreamReturnDecided): Case {
  const upstreamReturns = state.upstreamReturns.map((asked) => (asked.decision === null ? { ...asked, decision: { accepted, at } } : asked));
  return { ...state, status: accepted ? 'returned-upstream' : 'awaiting-dispatch', waitingSince: at, upstreamReturns };
}

function opened(event: CaseOpened): Case {
  const { ticketId, category, petitionerKind, prefectureTransfer, receivedAt, acceptedAt } = event;
  return {
    status: 'awaiting-dispatch',
    ticketId,
    category,
    petitionerKind,
    prefectureTransfer,
    receivedAt,
    acceptedAt,
    round: 1,
    acceptedReturns: 0,
    dispatch: null,
    past: [],
    upstreamReturns: [],
    waitingSince: acceptedAt,
  };
}

function dispatched(event: Dispatched): Dispatch {
  const { dispatchNo, round, mode, lead, assisting, supervised, finding, ruling, policy, at } = event;
  const part = (unit: string, role: UnitPart['role']): UnitPart => ({ unit, role, signedAt: null, onSiteCheckAt: null, opinion: null, return: null, leftAt: null });
  return {
    dispatchNo,
    round,
    mode,
    lead,
    parts: [part(lead, 'lead'), ...assisting.map((unit) => part(unit, 'assisting'))],
    supervised,
    finding,
    ruling,
    policy,
    ...toldWindow(event),
    at,
    contact: { attempts: 0, lastAt: null, contactedAt: null },
    result: null,
    sentBack: [],
    approval: null,
    closedAt: null,
    endedAt: null,
  };
}

/** Absent stays absent: states are plain JSON. */
function toldWindow({ returnDueAt }: Pick<Dispatched, 'returnDueAt'>): Pick<Dispatched, 'returnDueAt'> {
  return returnDueAt === undefined ? {} : { returnDueAt };
}

/** Moves the running dispatch to the past. */
function retire(state: Case): Case {
  return state.dispatch === null ? state : { ...state, past: [...state.past, state.dispatch], dispatch: null };
}

function withPart(state: Case, dispatch: Dispatch, unit: string, change: Partial<UnitPart>): Case {
  return { ...state, dispatch: { ...dispatch, parts: dispatch.parts.map((part) => (part.unit === unit ? { ...part, ...change } : part)) } };
}

/** An accepted return of the lead ends the dispatch; one of an assisting unit takes that unit out; a refused one changes nothing else. */
function returnDecided(state: Case, dispatch: Dispatch, event: ReturnDecided): Case {
  const { unit, role, accepted, reason, at } = event;
  const asked = dispatch.parts.find((part) => part.unit === unit)?.return;
  const decided = asked ? { ...asked, decision: { accepted, reason, at } } : null;
  const marked = withPart(state, dispatch, unit, { return: decided, leftAt: accepted ? at : null });
  if (!accepted || role === 'assisting' || marked.dispatch === null) return marked;
  const ended = { ...marked, dispatch: { ...marked.dispatch, endedAt: at } };
  return { ...retire(ended), status: 'awaiting-dispatch', acceptedReturns: state.acceptedReturns + 1, waitingSince: at };
}
