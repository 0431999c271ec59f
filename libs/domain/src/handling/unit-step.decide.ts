import { accept, isBlank, isoOf, refuse, untimely } from '../shared/index.js';
import type { DeclareOnSiteCheck, GiveOpinion, HandlingCommand, RecordContact, Sign } from './handling.commands.js';
import type { ContactAttempted, HandlingEvent, PetitionerContacted } from './handling.events.js';
import type { HandlingRules } from './handling.rules.js';
import type { Case } from './handling.state.js';
import { handlingIsOver, heldSince, holdingOf, impliedSign, type HandlingDecision, type Holding } from './holding.js';
import { afterReturnWindow, countedWith, onSiteReturnWindow, unitReturnWindow } from './return-window.js';

/** What a unit does between dispatch and result, and its call to the petitioner until the file is closed (Art. 14, 15(2), 17). */
export function decideUnitStep(state: Case, command: Sign | DeclareOnSiteCheck | RecordContact | GiveOpinion, rules: HandlingRules): HandlingDecision {
  const holding = holdingOf(state, command.unit);
  if ('accepted' in holding) return holding;
  const { dispatch, part } = holding;
  const refusal = tooLateFor(state, command) ?? untimely(command.at, heldSince(holding), rules.now);
  if (refusal) return refusal;
  switch (command.type) {
    case 'Sign':
      if (part.signedAt !== null) return refuse('already-signed', { values: { signedAt: isoOf(part.signedAt) } });
      return accept({ type: 'Signed', dispatchNo: dispatch.dispatchNo, unit: command.unit, implied: false, at: command.at });
    case 'DeclareOnSiteCheck':
      return declareOnSiteCheck(holding, command, rules);
    case 'RecordContact':
      return recordContact(holding, command, rules);
    case 'GiveOpinion':
      return giveOpinion(holding, command);
  }
}

/** A call to the petitioner counts until the file is closed: the answer does not take the place of it (Art. 17). */
function tooLateFor(state: Case, { type }: { readonly type: HandlingCommand['type'] }): HandlingDecision | undefined {
  return type === 'RecordContact' && state.status === 'feedback-given' ? undefined : handlingIsOver(state);
}

function declareOnSiteCheck({ dispatch, part }: Holding, { unit, at }: DeclareOnSiteCheck, rules: HandlingRules): HandlingDecision {
  if (dispatch.ruling) return refuse('ruling-cannot-be-returned');
  if (part.onSiteCheckAt !== null) return refuse('already-declared', { values: { declaredAt: isoOf(part.onSiteCheckAt) } });
  const late = afterReturnWindow(unitReturnWindow(dispatch, part, rules), at);
  if (late) return late;
  const returnDueAt = onSiteReturnWindow(dispatch, part, rules).dueAt;
  return accept({ type: 'OnSiteCheckDeclared', dispatchNo: dispatch.dispatchNo, unit, returnDueAt, ...countedWith(rules), at });
}

/** A failed try counts from the policy's number of attempts on. */
function recordContact(holding: Holding, command: RecordContact, rules: HandlingRules): HandlingDecision {
  const { dispatch, part } = holding;
  const { unit, way, reached, at } = command;
  if (part.role !== 'lead') return refuse('only-the-lead-unit');
  if (dispatch.contact.contactedAt !== null) return refuse('already-contacted', { values: { contactedAt: isoOf(dispatch.contact.contactedAt) } });
  if (dispatch.contact.lastAt !== null && at < dispatch.contact.lastAt) {
    return refuse('before-previous-step', { field: 'at', values: { previous: isoOf(dispatch.contact.lastAt) } });
  }
  const attempts = dispatch.contact.attempts + 1;
  const call = { dispatchNo: dispatch.dispatchNo, unit, way, attempts, note: command.note ?? null, at };
  const counts = reached || attempts >= rules.policyOf(dispatch.policy).contactAttempts;
  const event: PetitionerContacted | ContactAttempted = counts ? { type: 'PetitionerContacted', ...call, reached } : { type: 'ContactAttempted', ...call };
  return accept<HandlingEvent>(...impliedSign(holding, at), event);
}

function giveOpinion(holding: Holding, { unit, text, at }: GiveOpinion): HandlingDecision {
  const { dispatch, part } = holding;
  if (part.role !== 'assisting') return refuse('only-an-assisting-unit');
  if (part.opinion !== null) return refuse('already-given-opinion', { values: { givenAt: isoOf(part.opinion.at) } });
  if (isBlank(text)) return refuse('text-missing', { field: 'text' });
  return accept<HandlingEvent>(...impliedSign(holding, at), { type: 'OpinionGiven', dispatchNo: dispatch.dispatchNo, unit, text, at });
}
