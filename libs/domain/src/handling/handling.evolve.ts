import { dispatched, evolveDispatch, retire } from './dispatch.evolve.js';
import { caseWithoutWords } from './erase-words.js';
import type { CaseOpened, HandlingEvent, UpstreamReturnAsked, UpstreamReturnDecided } from './handling.events.js';
import type { Case, CaseState, NoCase } from './handling.state.js';

/** The case after an event; throws when the event cannot follow, since `decide` never lets that happen. */
export function evolve(state: CaseState, event: HandlingEvent): CaseState {
  if (event.type === 'CaseOpened') return opened(event);
  if (state.status === 'none') return unopened(state, event);
  switch (event.type) {
    case 'AnswerNoted':
    case 'AnswerCameLate':
    case 'DeclineNoted':
    case 'DeclineCameLate':
    case 'CategoryChanged':
    case 'CaseMarked':
    case 'CaseDisposed':
      return noted(state, event);
    case 'Dispatched':
      return { ...retire(state), status: 'dispatched', round: event.round, dispatch: dispatched(event) };
    case 'ReworkAwaitsDispatch':
      return { ...retire(state), ...answerEnded(state), status: 'awaiting-dispatch', round: event.round, waitingSince: event.at };
    case 'UpstreamReturnAsked':
      return upstreamAsked(state, event);
    case 'UpstreamReturnDecided':
      return upstreamDecided(state, event);
    case 'DispatchWithdrawn':
    case 'DispatchRecalled':
    case 'AssistingAdded':
    case 'Signed':
    case 'OnSiteCheckDeclared':
    case 'ContactAttempted':
    case 'PetitionerContacted':
    case 'OpinionGiven':
    case 'ReturnAsked':
    case 'ReturnDecided':
    case 'ResultEntered':
    case 'ResultSentBack':
    case 'InstructionGiven':
    case 'ConditionsReviewed':
    case 'FeedbackGiven':
    case 'CaseClosed':
      if (state.dispatch === null) throw new Error(`${event.type} on a case that is not dispatched`);
      return evolveDispatch(state, state.dispatch, event);
  }
}

/** What the county answered in a round that is over ends no later one. */
function answerEnded({ status, round }: Case): Pick<Case, 'answeredRound'> {
  return status === 'answered' ? { answeredRound: round } : {};
}

function upstreamDecided(state: Case, { accepted, at }: UpstreamReturnDecided): Case {
  const upstreamReturns = state.upstreamReturns.map((asked) => (asked.decision === null ? { ...asked, decision: { accepted, at } } : asked));
  const after = accepted ? 'returned-upstream' : 'awaiting-dispatch';
  const status = state.status === 'answered' || state.status === 'declined' ? state.status : after;
  return { ...state, status, waitingSince: at, upstreamReturns };
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

/** What overtook the acceptance. */
function unopened(state: NoCase, event: HandlingEvent): NoCase {
  if (event.type === 'AnswerNoted') return { ...state, answeredAt: event.at, ...(event.rework && { rework: event.rework }) };
  if (event.type === 'DeclineNoted') return { ...state, declinedAt: event.at };
  if (event.type === 'CategoryChanged') return { ...state, category: { category: event.category, previous: event.previous, at: event.at } };
  throw new Error(`${event.type} on a case that was never opened`);
}

type Noted = Extract<HandlingEvent, { type: 'AnswerNoted' | 'AnswerCameLate' | 'DeclineNoted' | 'DeclineCameLate' | 'CategoryChanged' | 'CaseMarked' | 'CaseDisposed' }>;

/** What is put on the file whatever its dispatches are doing. */
function noted(state: Case, event: Noted): Case {
  switch (event.type) {
    case 'AnswerNoted':
      return { ...state, status: 'answered', answeredAt: event.at };
    case 'AnswerCameLate':
      return { ...state, answeredAt: event.at };
    case 'DeclineNoted':
      return { ...state, status: 'declined', declinedAt: event.at };
    case 'DeclineCameLate':
      return { ...state, declinedAt: event.at };
    case 'CategoryChanged':
      return { ...state, category: event.category, categoryChangedAt: event.at };
    case 'CaseMarked':
      return { ...state, marks: event.marks };
    case 'CaseDisposed':
      return { ...caseWithoutWords(state), disposedAt: event.at };
  }
}

function upstreamAsked(state: Case, { reason, at }: UpstreamReturnAsked): Case {
  return { ...state, status: 'upstream-return-asked', upstreamReturns: [...state.upstreamReturns, { reason, askedAt: at, decision: null }] };
}
