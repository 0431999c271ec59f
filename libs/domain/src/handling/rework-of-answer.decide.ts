import { accept, refuse, untimely, type Instant } from '../shared/index.js';
import type { OrderRework } from './handling.commands.js';
import { evolve } from './handling.evolve.js';
import type { HandlingEvent } from './handling.events.js';
import type { HandlingRules } from './handling.rules.js';
import type { CaseState } from './handling.state.js';
import type { HandlingDecision } from './holding.js';
import { noteEnded } from './told-fact.decide.js';

/**
 * The petitioner is dissatisfied with what the county answered itself: no unit had it, so the ticket waits for dispatch in a further round
 * (Art. 14, 19). The order says when the answer was given, since it may be told before the answer, and before the acceptance.
 */
export function reworkOfAnswer(state: CaseState, { round, at }: OrderRework, answeredAt: Instant, rules: HandlingRules): HandlingDecision {
  const known = state.status === 'none' ? (state.rework?.round ?? 0) : state.round;
  if (round <= known) return refuse('already-reworked', { values: { round: known } });
  const answer = noteEnded(state, { type: 'NoteAnswered', at: answeredAt });
  const events: readonly HandlingEvent[] = answer.accepted ? answer.events : [];
  const before = events.reduce(evolve, state);
  if (before.status === 'none') return accept({ type: 'AnswerNoted', rework: { round, at }, at: before.answeredAt ?? answeredAt });
  if (before.status !== 'answered') return refuse('not-closed');
  if (round !== before.round + 1) return refuse('not-the-next-round', { field: 'round', values: { next: before.round + 1 } });
  return untimely(at, answeredAt, rules.now) ?? accept<HandlingEvent>(...events, { type: 'ReworkAwaitsDispatch', round, at });
}
