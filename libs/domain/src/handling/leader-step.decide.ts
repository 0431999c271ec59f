import { accept, isBlank, isoOf, refuse, untimely } from '../shared/index.js';
import { isDeputyAccount } from './authorisation.js';
import type { GiveInstruction, MarkCase } from './handling.commands.js';
import type { HandlingRules } from './handling.rules.js';
import type { Case } from './handling.state.js';
import { handlingIsOver, heldSince, holdingOf, type HandlingDecision } from './holding.js';

/** Marks of a ticket while it is in hand; taking one away lifts a duty, so it needs a reason (Art. 6). */
export function markCase(state: Case, { marks, reason, at }: MarkCase, rules: HandlingRules): HandlingDecision {
  const over = handlingIsOver(state);
  if (over) return over;
  if (state.status === 'answered') return refuse('already-answered');
  if (state.status === 'declined') return refuse('already-declined');
  if (state.status === 'returned-upstream') return refuse('already-returned-upstream');
  const before = state.marks ?? [];
  const now = [...new Set(marks)].sort();
  const takenAway = before.filter((mark) => !now.includes(mark));
  if (takenAway.length === 0 && now.length === before.length) return refuse('marks-unchanged', { field: 'marks' });
  if (takenAway.length > 0 && isBlank(reason)) return refuse('reason-missing', { field: 'reason' });
  const previous = Math.max(state.waitingSince, state.dispatch?.at ?? state.waitingSince);
  return untimely(at, previous, rules.now) ?? accept({ type: 'CaseMarked', marks: now, reason: reason ?? null, at });
}

/** The written instruction is the principal leader's own: no deputy gives it (Art. 6). */
export function giveInstruction(state: Case, { unit, leader, text, at }: GiveInstruction, rules: HandlingRules): HandlingDecision {
  const holding = holdingOf(state, unit);
  if ('accepted' in holding) return holding;
  const { dispatch, part } = holding;
  if (part.role !== 'lead') return refuse('only-the-lead-unit');
  const over = handlingIsOver(state);
  if (over) return over;
  if (isDeputyAccount(rules.authorisations ?? [], unit, leader)) return refuse('only-the-principal-leader');
  if (isBlank(text)) return refuse('text-missing', { field: 'text' });
  const said = dispatch.instructions?.find((each) => each.text === text);
  if (said) return refuse('already-instructed', { values: { instructedAt: isoOf(said.at) } });
  const previous = dispatch.instructions?.at(-1)?.at ?? heldSince(holding);
  return untimely(at, previous, rules.now) ?? accept({ type: 'InstructionGiven', dispatchNo: dispatch.dispatchNo, unit, leader, text, at });
}
