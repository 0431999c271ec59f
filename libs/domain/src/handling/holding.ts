import { refuse, type Decision, type Instant } from '../shared/index.js';
import type { HandlingEvent, Signed } from './handling.events.js';
import type { HandlingRefusal } from './handling.rules.js';
import { partOf, type Case, type Dispatch, type UnitPart } from './handling.state.js';

export type HandlingDecision = Decision<HandlingEvent, HandlingRefusal>;
type Refused = Extract<HandlingDecision, { accepted: false }>;

/** A unit and the dispatch in which it still has a part. */
export interface Holding {
  readonly dispatch: Dispatch;
  readonly part: UnitPart;
}

/** The unit's part of the running dispatch, or why it has none. */
export function holdingOf(state: Case, unit: string): Holding | Refused {
  if (state.dispatch === null) return refuse('not-dispatched');
  const part = partOf(state.dispatch, unit);
  return part ? { dispatch: state.dispatch, part } : refuse('not-this-units-ticket');
}

/** When the dispatch reached the unit: with itself, or later when the unit was brought in. */
export function heldSince({ dispatch, part }: Holding): Instant {
  return part.addedAt ?? dispatch.at;
}

/** After feedback nothing about the handling can be added. */
export function handlingIsOver(state: Case): Refused | undefined {
  if (state.status === 'closed') return refuse('already-closed');
  return state.status === 'feedback-given' ? refuse('already-feedback-given') : undefined;
}

/** Acting on a ticket takes receipt of it: not signing must not stop anything (reading §3). */
export function impliedSign({ dispatch, part }: Holding, at: Instant): readonly Signed[] {
  return part.signedAt === null ? [{ type: 'Signed', dispatchNo: dispatch.dispatchNo, unit: part.unit, implied: true, at }] : [];
}
