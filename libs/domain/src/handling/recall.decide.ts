import { accept, isBlank, refuse, untimely } from '../shared/index.js';
import type { RecallDispatch } from './handling.commands.js';
import type { HandlingRules } from './handling.rules.js';
import type { Case, Dispatch } from './handling.state.js';
import type { HandlingDecision } from './holding.js';

/**
 * The county takes a ticket back that it sent to the wrong unit (Art. 14–16), also after the return window: while no result is entered. A
 * return that a unit has asked for is decided first, so that a recall never stands in the place of a decision.
 */
export function recall(state: Case, { reason, at }: RecallDispatch, rules: HandlingRules): HandlingDecision {
  const refusal = notRecallable(state);
  const { dispatch } = state;
  if (refusal || dispatch === null) return refusal ?? refuse('not-dispatched');
  const asking = dispatch.parts.find((part) => part.return !== null && part.return.decision === null);
  if (asking) return refuse('decide-the-return-first', { values: { unit: asking.unit } });
  if (isBlank(reason)) return refuse('reason-missing', { field: 'reason' });
  return untimely(at, latestStepOf(dispatch), rules.now) ?? accept({ type: 'DispatchRecalled', dispatchNo: dispatch.dispatchNo, reason, at });
}

function notRecallable({ status }: Case): HandlingDecision | undefined {
  switch (status) {
    case 'dispatched':
      return undefined;
    case 'awaiting-dispatch':
      return refuse('not-dispatched');
    case 'result-entered':
      return refuse('already-result-entered');
    case 'feedback-given':
      return refuse('already-feedback-given');
    case 'closed':
      return refuse('already-closed');
    case 'upstream-return-asked':
      return refuse('upstream-return-undecided');
    case 'returned-upstream':
      return refuse('already-returned-upstream');
    case 'answered':
      return refuse('already-answered');
    case 'declined':
      return refuse('already-declined');
  }
}

/** A recall undoes the steps of the units, so it lies before none of them. */
function latestStepOf({ at, parts, contact, sentBack }: Dispatch): number {
  const ofParts = parts.flatMap((part) => [part.addedAt, part.signedAt, part.onSiteCheckAt, part.opinion?.at, part.return?.decision?.at]);
  return Math.max(at, ...[...ofParts, contact.lastAt, sentBack.at(-1)?.at].filter((moment) => moment != null));
}
