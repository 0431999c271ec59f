import { type PolicyPack, policyRef } from '../policy/index.js';
import { accept, isBlank, localDateOf, refuse, untimely, type Instant } from '../shared/index.js';
import type { AddAssisting, ApplyUpstreamReturn, DecideUpstreamReturn, DispatchCase, OrderRework } from './handling.commands.js';
import type { Dispatched } from './handling.events.js';
import type { HandlingRules } from './handling.rules.js';
import { countedWith } from './return-window.js';
import { assistingOf, type Case } from './handling.state.js';
import { handlingIsOver, type HandlingDecision } from './holding.js';
import { supervisionOf, unfitGround } from './supervision-ground.js';

/** Steps by which a ticket moves between county, units and prefecture (Art. 14–16, 17(return)). */
export function decideCaseStep(
  state: Case,
  command: DispatchCase | AddAssisting | OrderRework | ApplyUpstreamReturn | DecideUpstreamReturn,
  rules: HandlingRules,
): HandlingDecision {
  switch (command.type) {
    case 'Dispatch':
      return notWaiting(state) ?? untimely(command.at, state.waitingSince, rules.now) ?? dispatch(state, command, rules);
    case 'AddAssisting':
      return addAssisting(state, command, rules);
    case 'OrderRework':
      return rework(state, command, rules);
    case 'ApplyUpstreamReturn':
      return applyUpstream(state, command, rules);
    case 'DecideUpstreamReturn':
      return decideUpstream(state, command, rules);
  }
}

/** Why the ticket does not wait for dispatch, if so. */
function notWaiting(state: Case): HandlingDecision | undefined {
  switch (state.status) {
    case 'awaiting-dispatch':
      return undefined;
    case 'dispatched':
    case 'result-entered':
    case 'feedback-given':
      return refuse('already-dispatched', { values: { dispatchNo: state.dispatch?.dispatchNo ?? 0, lead: state.dispatch?.lead ?? '' } });
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

function dispatch(state: Case, command: DispatchCase, rules: HandlingRules): HandlingDecision {
  const policy = rules.policyOn(localDateOf(command.at));
  return (
    unfitUnits(command, rules) ??
    unfitGround(state, command) ??
    unfitRuling(state, command, policy) ??
    accept({
      type: 'Dispatched',
      dispatchNo: state.past.length + 1,
      round: state.round,
      mode: command.mode,
      lead: command.lead,
      assisting: [...command.assisting],
      ...supervisionOf(state, command, policy),
      ruling: command.ruling ?? false,
      policy: policyRef(policy),
      ...(command.ruling ? {} : toldWindow(command.at, policy, rules)),
      at: command.at,
    })
  );
}

/** The end of the return window that the units are told: no calendar published later may move it earlier unless it says so (reading §2.6). */
function toldWindow(at: Instant, policy: PolicyPack, rules: HandlingRules): Pick<Dispatched, 'returnDueAt' | 'calendarsKnown'> {
  return { returnDueAt: rules.calendar.deadline(at, policy.limits.returnWindow).dueAt, ...countedWith(rules) };
}

/** A unit that is brought in has a return window of its own; in a ruling it is bound like the others (Art. 15(2), 17(return)). */
function addAssisting(state: Case, { unit, at }: AddAssisting, rules: HandlingRules): HandlingDecision {
  const over = handlingIsOver(state);
  if (over) return over;
  if (state.status === 'result-entered') return refuse('already-result-entered');
  const { dispatch } = state;
  if (dispatch === null) return refuse('not-dispatched');
  const known = dispatch.parts.find((part) => part.unit === unit);
  if (known) return refuse(known.leftAt === null ? 'unit-takes-part-already' : 'unit-has-left', { field: 'unit', values: { unit } });
  const { dispatchNo, round, ruling } = dispatch;
  const told = ruling ? {} : toldWindow(at, rules.policyOf(dispatch.policy), rules);
  return cannotTake(unit, rules, 'unit') ?? untimely(at, dispatch.at, rules.now) ?? accept({ type: 'AssistingAdded', dispatchNo, round, unit, ...told, at });
}

function unfitUnits({ mode, lead, assisting }: DispatchCase, rules: HandlingRules): HandlingDecision | undefined {
  if (mode === 'transfer' && assisting.length > 0) return refuse('transfer-has-no-assisting-unit', { field: 'assisting' });
  if (mode === 'joint' && assisting.length === 0) return refuse('joint-needs-an-assisting-unit', { field: 'assisting' });
  if (assisting.includes(lead)) return refuse('lead-among-assisting', { field: 'assisting', values: { unit: lead } });
  const twice = assisting.find((unit, index) => assisting.indexOf(unit) !== index);
  if (twice !== undefined) return refuse('assisting-unit-twice', { field: 'assisting', values: { unit: twice } });
  for (const unit of [lead, ...assisting]) {
    const refusal = cannotTake(unit, rules, unit === lead ? 'lead' : 'assisting');
    if (refusal) return refusal;
  }
  return undefined;
}

/** Why a unit can take no ticket (Art. 3, 23(5)), if so. */
function cannotTake(unit: string, rules: HandlingRules, field: string): HandlingDecision | undefined {
  const view = Object.hasOwn(rules.units, unit) ? rules.units[unit] : undefined;
  if (!view) return refuse('unknown-unit', { field, values: { unit } });
  if (!view.active) return refuse('unit-inactive', { field, values: { unit } });
  if (!view.hasLiaison) return refuse('unit-without-liaison', { field, values: { unit } });
  return undefined;
}

function unfitRuling(state: Case, command: DispatchCase, policy: PolicyPack): HandlingDecision | undefined {
  if (!command.ruling || state.acceptedReturns >= policy.returnsBeforeRuling) return undefined;
  return refuse('ruling-needs-more-returns', { field: 'ruling', values: { returns: state.acceptedReturns, needed: policy.returnsBeforeRuling } });
}

/** A new round goes to the same units with fresh clocks; if the lead can take no ticket any more, the county dispatches anew. */
function rework(state: Case, command: OrderRework, rules: HandlingRules): HandlingDecision {
  const { round, at } = command;
  if (round <= state.round) return refuse('already-reworked', { values: { round: state.round } });
  const last = state.dispatch;
  if (state.status !== 'closed' || last === null) return refuse('not-closed');
  if (round !== state.round + 1) return refuse('not-the-next-round', { field: 'round', values: { next: state.round + 1 } });
  const late = untimely(at, last.closedAt ?? last.at, rules.now);
  if (late) return late;
  if (cannotTake(last.lead, rules, 'lead')) return accept({ type: 'ReworkAwaitsDispatch', round, at });
  const assisting = assistingOf(last).filter((unit) => !cannotTake(unit, rules, 'assisting'));
  const policy = rules.policyOn(localDateOf(at));
  const again: Dispatched = {
    type: 'Dispatched',
    dispatchNo: last.dispatchNo + 1,
    round,
    mode: assisting.length > 0 ? 'joint' : 'transfer',
    lead: last.lead,
    assisting,
    supervised: last.supervised,
    ...(last.supervised !== null && { groundInherited: true as const }),
    finding: last.finding,
    ruling: false,
    policy: policyRef(policy),
    ...toldWindow(at, policy, rules),
    at,
  };
  return accept(again);
}

function applyUpstream(state: Case, command: ApplyUpstreamReturn, rules: HandlingRules): HandlingDecision {
  if (!state.prefectureTransfer) return refuse('not-a-prefecture-transfer');
  if (state.status === 'upstream-return-asked') return refuse('upstream-return-already-asked');
  if (isBlank(command.reason)) return notWaiting(state) ?? refuse('reason-missing', { field: 'reason' });
  return (
    notWaiting(state) ??
    untimely(command.at, state.waitingSince, rules.now) ??
    accept({ type: 'UpstreamReturnAsked', reason: command.reason, at: command.at })
  );
}

/** A decision that comes when the county has answered meanwhile is kept on the application; the answer stands, whichever was told first. */
function decideUpstream(state: Case, { accepted, at }: DecideUpstreamReturn, rules: HandlingRules): HandlingDecision {
  const asked = state.upstreamReturns.at(-1);
  if (state.status === 'returned-upstream') return refuse('already-decided');
  if (!asked || asked.decision !== null) return refuse('no-upstream-return-asked');
  return untimely(at, asked.askedAt, rules.now) ?? accept({ type: 'UpstreamReturnDecided', accepted, at });
}
