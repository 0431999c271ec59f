import { accept, isBlank, isoOf, localDateOf, refuse, untimely, type Deadline, type Instant } from '../shared/index.js';
import type { AskReturn, DecideReturn } from './handling.commands.js';
import type { HandlingRules } from './handling.rules.js';
import type { Case, Dispatch, UnitPart } from './handling.state.js';
import { handlingIsOver, heldSince, holdingOf, type HandlingDecision } from './holding.js';

/** "Not ours": the unit asks, the county decides (Art. 17(return)). */
export function decideReturnStep(state: Case, command: AskReturn | DecideReturn, rules: HandlingRules): HandlingDecision {
  switch (command.type) {
    case 'AskReturn':
      return askReturn(state, command, rules);
    case 'DecideReturn':
      return decideReturn(state, command, rules);
  }
}

/** A unit's return window, its end exclusive: the plain one, or the longer one once an on-site check was declared. A revised calendar never moves what the unit was told earlier (reading §2.6). */
export function unitReturnWindow(dispatch: Dispatch, part: Windowed, rules: HandlingRules): Deadline {
  if (part.onSiteCheckAt === null) return plainReturnWindow(dispatch, part, rules);
  const { returnWindowOnSite } = rules.policyOf(dispatch.policy).limits;
  return notBefore(part.returnDueAt, rules.calendar.deadline(part.addedAt ?? dispatch.at, returnWindowOnSite));
}

/** What of a unit's part its return window depends on. */
type Windowed = Pick<UnitPart, 'onSiteCheckAt' | 'returnDueAt' | 'addedAt' | 'plainReturnDueAt'>;

/** The longer window that a unit is told when it declares an on-site check: the days that this adds are counted on from the end of the window it has. */
export function onSiteReturnWindow(dispatch: Dispatch, part: Windowed, rules: HandlingRules): Deadline {
  const { returnWindow, returnWindowOnSite } = rules.policyOf(dispatch.policy).limits;
  return rules.calendar.shift(plainReturnWindow(dispatch, part, rules).dueOn, returnWindowOnSite - returnWindow);
}

/** A unit that was brought in later counts from that moment. */
function plainReturnWindow(dispatch: Dispatch, { addedAt, plainReturnDueAt }: Windowed, rules: HandlingRules): Deadline {
  const { returnWindow } = rules.policyOf(dispatch.policy).limits;
  const told = addedAt === undefined ? dispatch.returnDueAt : plainReturnDueAt;
  return notBefore(told, rules.calendar.deadline(addedAt ?? dispatch.at, returnWindow));
}

/** The later of what was told and what is counted now; as certain as the calendar of now. */
function notBefore(told: Instant | undefined, counted: Deadline): Deadline {
  return told === undefined || told <= counted.dueAt ? counted : { dueOn: localDateOf(told - 1), dueAt: told, provisional: counted.provisional };
}

/** Why a step comes too late for the window; a provisional one is never over (reading §2.5). */
export function afterReturnWindow({ dueAt, provisional }: Deadline, at: Instant): HandlingDecision | undefined {
  return at >= dueAt && !provisional ? refuse('outside-return-window', { values: { until: isoOf(dueAt) } }) : undefined;
}

/** Signing does not forfeit the return; a refusal does, for this dispatch. */
function askReturn(state: Case, command: AskReturn, rules: HandlingRules): HandlingDecision {
  const holding = holdingOf(state, command.unit);
  if ('accepted' in holding) return holding;
  const { dispatch, part } = holding;
  const { unit, reason, suggestedUnit, at } = command;
  const over = handlingIsOver(state);
  if (over) return over;
  if (state.status === 'result-entered') return refuse('already-result-entered');
  if (dispatch.ruling) return refuse('ruling-cannot-be-returned');
  if (part.return !== null) {
    const slug = part.return.decision === null ? 'return-already-asked' : 'return-already-refused';
    return refuse(slug, { values: { askedAt: isoOf(part.return.askedAt) } });
  }
  if (isBlank(reason)) return refuse('reason-missing', { field: 'reason' });
  if (suggestedUnit === unit) return refuse('suggested-unit-is-the-asker', { field: 'suggestedUnit' });
  if (!Object.hasOwn(rules.units, suggestedUnit)) return refuse('unknown-unit', { field: 'suggestedUnit', values: { unit: suggestedUnit } });
  const late = untimely(at, heldSince(holding), rules.now) ?? afterReturnWindow(unitReturnWindow(dispatch, part, rules), at);
  if (late) return late;
  return accept({ type: 'ReturnAsked', dispatchNo: dispatch.dispatchNo, unit, reason, suggestedUnit, at });
}

function decideReturn(state: Case, command: DecideReturn, rules: HandlingRules): HandlingDecision {
  const { unit, accepted, at } = command;
  // a return of the lead that was accepted has ended its dispatch; deciding it again is a repetition, not a step on nothing
  const dispatch = state.dispatch ?? state.past.at(-1);
  const part = dispatch?.parts.find((candidate) => candidate.unit === unit);
  if (!dispatch || !part?.return) return refuse('no-return-asked', { field: 'unit', values: { unit } });
  if (part.return.decision !== null) return refuse('already-decided', { values: { decidedAt: isoOf(part.return.decision.at) } });
  if (state.dispatch === null) return refuse('not-dispatched');
  if (!accepted && isBlank(command.reason)) return refuse('reason-missing', { field: 'reason' });
  return (
    untimely(at, part.return.askedAt, rules.now) ??
    accept({ type: 'ReturnDecided', dispatchNo: dispatch.dispatchNo, unit, role: part.role, accepted, reason: command.reason ?? null, at })
  );
}
