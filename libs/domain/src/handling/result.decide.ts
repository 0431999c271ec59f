import { accept, dayOf, isBlank, refuse, shanghaiDay, untimely, type Instant } from '../shared/index.js';
import type { Approve, EnterResult, RegisterPaper, SendBack } from './handling.commands.js';
import { authorises, isDeputyAccount } from './authorisation.js';
import { lacksInstruction } from './case-tasks.js';
import type { FeedbackGiven, HandlingEvent } from './handling.events.js';
import type { HandlingRules } from './handling.rules.js';
import type { Case, Dispatch } from './handling.state.js';
import { handlingIsOver, holdingOf, impliedSign, type HandlingDecision, type Holding } from './holding.js';

/** From the result to the closed file (Art. 9, 15(2), 18). */
export function decideResultStep(state: Case, command: EnterResult | Approve | SendBack | RegisterPaper, rules: HandlingRules): HandlingDecision {
  if (command.type === 'RegisterPaper') return registerPaper(state, command, rules);
  const holding = holdingOf(state, command.unit);
  if ('accepted' in holding) return holding;
  if (holding.part.role !== 'lead') return refuse('only-the-lead-unit');
  const over = handlingIsOver(state);
  if (over) return over;
  switch (command.type) {
    case 'EnterResult':
      return enterResult(state, holding, command, rules);
    case 'Approve':
      return approve(state, holding.dispatch, command, rules);
    case 'SendBack':
      return sendBack(holding.dispatch, command, rules);
  }
}

function enterResult(state: Case, holding: Holding, command: EnterResult, rules: HandlingRules): HandlingDecision {
  const { dispatch } = holding;
  if (state.status === 'result-entered') return refuse('already-result-entered');
  const undecided = dispatch.parts.find((part) => part.leftAt === null && part.return !== null && part.return.decision === null);
  if (undecided) return refuse('return-undecided', { values: { unit: undecided.unit } });
  const refusal = untimely(command.at, latestBeforeResult(dispatch), rules.now) ?? unfitResult(command) ?? unfitOpinions(dispatch, command);
  if (refusal) return refusal;
  const { unit, resultCode, text, at } = command;
  return accept<HandlingEvent>(...impliedSign(holding, at), {
    type: 'ResultEntered',
    dispatchNo: dispatch.dispatchNo,
    round: dispatch.round,
    unit,
    resultCode,
    text,
    reviewDate: resultCode === 'conditions-not-ready' ? (command.reviewDate ?? null) : null,
    plan: resultCode === 'conditions-not-ready' ? (command.plan ?? null) : null,
    explanationRecord: resultCode === 'beyond-policy-explained' ? (command.explanationRecord ?? null) : null,
    missingOpinions: [...(command.missingOpinions ?? [])],
    at,
  });
}

/** Opinions and decisions on returns come before the result that rests on them; so does the leader's sending back. */
function latestBeforeResult(dispatch: Dispatch): Instant {
  const parts = dispatch.parts.flatMap((part) => [part.addedAt ?? dispatch.at, part.opinion?.at ?? dispatch.at, part.return?.decision?.at ?? dispatch.at]);
  return Math.max(dispatch.at, ...parts, ...dispatch.sentBack.map(({ at }) => at));
}

/** Each result of Art. 9 needs its own evidence. */
function unfitResult(command: EnterResult): HandlingDecision | undefined {
  if (isBlank(command.text)) return refuse('text-missing', { field: 'text' });
  switch (command.resultCode) {
    case 'conditions-not-ready':
      if (isBlank(command.plan)) return refuse('plan-missing', { field: 'plan' });
      if (command.reviewDate === null || command.reviewDate === undefined) return refuse('review-date-missing', { field: 'reviewDate' });
      if (dayOf(command.reviewDate) <= shanghaiDay(command.at)) return refuse('review-date-not-later', { field: 'reviewDate', values: { reviewDate: command.reviewDate } });
      return undefined;
    case 'beyond-policy-explained':
      return isBlank(command.explanationRecord) ? refuse('explanation-record-missing', { field: 'explanationRecord' }) : undefined;
    case 'resolved':
    case 'unfounded':
      return undefined;
  }
}

/** The lead answers after the opinions of all, or names who gave none (Art. 15(2)). */
function unfitOpinions(dispatch: Dispatch, command: EnterResult): HandlingDecision | undefined {
  const named = command.missingOpinions ?? [];
  const silent = dispatch.parts.filter((part) => part.role === 'assisting' && part.leftAt === null && part.opinion === null).map((part) => part.unit);
  const unnamed = silent.filter((unit) => !named.includes(unit));
  if (unnamed.length > 0) return refuse('opinions-missing', { field: 'missingOpinions', values: { units: unnamed.join('、') } });
  const wrong = named.filter((unit) => !silent.includes(unit));
  return wrong.length > 0 ? refuse('opinion-not-missing', { field: 'missingOpinions', values: { units: wrong.join('、') } }) : undefined;
}

/** Nothing unsealed or unapproved is ever feedback, and a marked ticket not before the principal leader's written instruction (Art. 6, 18). */
function approve(state: Case, dispatch: Dispatch, command: Approve, rules: HandlingRules): HandlingDecision {
  const { unit, approver, sealNumber, at } = command;
  if (dispatch.result === null) return refuse('no-result-entered');
  if (isBlank(approver)) return refuse('approver-missing', { field: 'approver' });
  const authority = authorityOf(command, rules);
  if ('accepted' in authority) return authority;
  if (lacksInstruction(dispatch, state.marks)) return refuse('instruction-missing');
  if (isBlank(sealNumber)) return refuse('seal-missing', { field: 'sealNumber' });
  const { dispatchNo, round } = dispatch;
  const { resultCode } = dispatch.result;
  const previous = Math.max(dispatch.result.at, dispatch.instructions?.at(-1)?.at ?? dispatch.result.at);
  return untimely(at, previous, rules.now) ?? accept({ type: 'FeedbackGiven', dispatchNo, round, unit, resultCode, approver, ...authority, sealNumber, at });
}

type Authority = Pick<FeedbackGiven, 'authorisation' | 'authorisationId'>;

/** In whose right the approver acts: the principal leader's own, or that of an authorisation which holds on the day (Art. 18). */
function authorityOf({ unit, approver, deputy, at }: Approve, { authorisations = [] }: HandlingRules): Authority | Extract<HandlingDecision, { accepted: false }> {
  if (!deputy) return isDeputyAccount(authorisations, unit, approver) ? refuse('approver-is-a-deputy', { field: 'deputy' }) : { authorisation: null };
  const named = authorisations.find(({ id }) => id === deputy.authorisationId);
  const field = 'deputy.authorisationId';
  if (!named || named.unit !== unit || named.deputy !== approver) return refuse('no-such-authorisation', { field });
  const { documentNumber, from, to } = named;
  return authorises(named, unit, approver, at) ? { authorisation: documentNumber, authorisationId: named.id } : refuse('authorisation-not-valid', { field, values: { documentNumber, from, to } });
}

function sendBack(dispatch: Dispatch, { unit, reason, at }: SendBack, rules: HandlingRules): HandlingDecision {
  if (dispatch.result === null) return refuse('no-result-entered');
  if (isBlank(reason)) return refuse('reason-missing', { field: 'reason' });
  return untimely(at, dispatch.result.at, rules.now) ?? accept({ type: 'ResultSentBack', dispatchNo: dispatch.dispatchNo, unit, reason, at });
}

function registerPaper(state: Case, { paper, at }: RegisterPaper, rules: HandlingRules): HandlingDecision {
  if (state.status === 'closed') return refuse('already-closed');
  const dispatch = state.dispatch;
  if (state.status !== 'feedback-given' || dispatch === null) return refuse('no-feedback-given');
  const { dispatchNo, round, lead, supervised } = dispatch;
  return (
    untimely(at, dispatch.approval?.at ?? dispatch.at, rules.now) ??
    accept({ type: 'CaseClosed', dispatchNo, round, unit: lead, supervised: supervised !== null, ...(paper && { paper }), at })
  );
}
