import type { AssistingAdded, ContactAttempted, Dispatched, DispatchRecalled, DispatchWithdrawn, FeedbackGiven, HandlingEvent, PetitionerContacted, ResultEntered, ResultSentBack, ReturnDecided } from './handling.events.js';
import type { Case, Dispatch, Result, UnitPart } from './handling.state.js';
import { withoutUnits } from './round.js';

/** Events within the running dispatch. */
export type DispatchEvent = Exclude<
  HandlingEvent,
  {
    type:
      | 'CaseOpened'
      | 'AnswerNoted'
      | 'AnswerCameLate'
      | 'DeclineNoted'
      | 'DeclineCameLate'
      | 'CategoryChanged'
      | 'CaseMarked'
      | 'CaseDisposed'
      | 'Dispatched'
      | 'ReworkAwaitsDispatch'
      | 'UpstreamReturnAsked'
      | 'UpstreamReturnDecided';
  }
>;

/** The case after an event of its running dispatch. */
export function evolveDispatch(state: Case, dispatch: Dispatch, event: DispatchEvent): Case {
  switch (event.type) {
    case 'DispatchWithdrawn':
    case 'DispatchRecalled':
      return takenBack(state, dispatch, event);
    case 'AssistingAdded':
      return { ...state, dispatch: { ...dispatch, mode: 'joint', parts: [...dispatch.parts, added(event)] } };
    case 'Signed':
      return withPart(state, dispatch, event.unit, { signedAt: event.at });
    case 'OnSiteCheckDeclared':
      return withPart(state, dispatch, event.unit, { onSiteCheckAt: event.at, ...toldWindow(event) });
    case 'ContactAttempted':
    case 'PetitionerContacted':
      return { ...state, dispatch: { ...dispatch, contact: contactOf(event) } };
    case 'OpinionGiven':
      return withPart(state, dispatch, event.unit, { opinion: { text: event.text, at: event.at } });
    case 'ReturnAsked':
      return withPart(state, dispatch, event.unit, {
        return: { reason: event.reason, suggestedUnit: event.suggestedUnit, askedAt: event.at, decision: null },
      });
    case 'ReturnDecided':
      return returnDecided(state, dispatch, event);
    case 'ResultEntered':
      return { ...state, status: 'result-entered', dispatch: { ...dispatch, result: resultOf(event) } };
    case 'ResultSentBack':
      return { ...state, status: 'dispatched', dispatch: sentBack(dispatch, event) };
    case 'InstructionGiven': {
      const { leader, text, at } = event;
      return { ...state, dispatch: { ...dispatch, instructions: [...(dispatch.instructions ?? []), { leader, text, at }] } };
    }
    case 'ConditionsReviewed': {
      const { outcome, text, plan, reviewDate, at } = event;
      return { ...state, dispatch: { ...dispatch, reviews: [...(dispatch.reviews ?? []), { outcome, text, plan, reviewDate, at }] } };
    }
    case 'FeedbackGiven':
      return { ...state, status: 'feedback-given', dispatch: { ...dispatch, approval: approvalOf(event) } };
    case 'CaseClosed':
      return { ...state, status: 'closed', dispatch: { ...dispatch, closedAt: event.at, ...(event.paper && { paper: event.paper }) } };
  }
}

/** A dispatch as it begins. */
export function dispatched(event: Dispatched): Dispatch {
  const { dispatchNo, round, mode, lead, assisting, supervised, finding, ruling, policy, at } = event;
  return {
    dispatchNo,
    round,
    mode,
    lead,
    parts: [newPart(lead, 'lead'), ...assisting.map((unit) => newPart(unit, 'assisting'))],
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

function newPart(unit: string, role: UnitPart['role']): UnitPart {
  return { unit, role, signedAt: null, onSiteCheckAt: null, opinion: null, return: null, leftAt: null };
}

function added({ unit, at, returnDueAt, calendarsKnown }: AssistingAdded): UnitPart {
  const told = { ...(returnDueAt !== undefined && { plainReturnDueAt: returnDueAt }), ...(calendarsKnown !== undefined && { plainCalendarsKnown: calendarsKnown }) };
  return { ...newPart(unit, 'assisting'), addedAt: at, ...told };
}

function contactOf({ type, attempts, at }: ContactAttempted | PetitionerContacted): Dispatch['contact'] {
  return { attempts, lastAt: at, contactedAt: type === 'PetitionerContacted' ? at : null };
}

function resultOf({ resultCode, text, reviewDate, plan, explanationRecord, missingOpinions, at }: ResultEntered): Result {
  return { resultCode, text, reviewDate, plan, explanationRecord, missingOpinions, at };
}

function sentBack(dispatch: Dispatch, { reason, at }: ResultSentBack): Dispatch {
  return { ...dispatch, result: null, sentBack: dispatch.result ? [...dispatch.sentBack, { result: dispatch.result, reason, at }] : dispatch.sentBack };
}

function approvalOf({ approver, authorisation, authorisationId, sealNumber, at }: FeedbackGiven): Dispatch['approval'] {
  return { approver, authorisation, ...(authorisationId !== undefined && { authorisationId }), sealNumber, at };
}

/** The whole dispatch is void and no return of anybody. */
function takenBack(state: Case, dispatch: Dispatch, event: DispatchWithdrawn | DispatchRecalled): Case {
  const why = event.type === 'DispatchRecalled' ? { recallReason: event.reason } : {};
  const ended = { ...dispatch, endedAt: event.at, withdrawnAt: event.at, ...why };
  return { ...retire({ ...state, dispatch: ended }), status: withoutUnits(state), waitingSince: event.at };
}

type ToldWindow = Pick<Dispatched, 'returnDueAt' | 'calendarsKnown'>;

/** Absent stays absent: states are plain JSON. */
function toldWindow({ returnDueAt, calendarsKnown }: ToldWindow): ToldWindow {
  return { ...(returnDueAt !== undefined && { returnDueAt }), ...(calendarsKnown !== undefined && { calendarsKnown }) };
}

/** Moves the running dispatch to the past. */
export function retire(state: Case): Case {
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
  return { ...retire(ended), status: withoutUnits(state), acceptedReturns: state.acceptedReturns + 1, waitingSince: at };
}
