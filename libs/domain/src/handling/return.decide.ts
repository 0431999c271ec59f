import { accept, isBlank, isoOf, refuse, untimely } from '../shared/index.js';
import type { AskReturn, DecideReturn } from './handling.commands.js';
import type { HandlingRules } from './handling.rules.js';
import type { Case } from './handling.state.js';
import { handlingIsOver, heldSince, holdingOf, type HandlingDecision } from './holding.js';
import { afterReturnWindow, unitReturnWindow } from './return-window.js';

/** "Not ours": the unit asks, the county decides (Art. 17(return)). */
export function decideReturnStep(state: Case, command: AskReturn | DecideReturn, rules: HandlingRules): HandlingDecision {
  switch (command.type) {
    case 'AskReturn':
      return askReturn(state, command, rules);
    case 'DecideReturn':
      return decideReturn(state, command, rules);
  }
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
