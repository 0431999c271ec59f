import { isUnitBound, type Principal } from '@hotline/auth';
import { handling } from '@hotline/domain';
import type { Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import type { StepRow } from './case.row.js';
import type { CaseStore, StoredCase } from './case.store.js';

/** How much of the cases a caller may see: the county all, a unit what it ever had, the prefecture what it sent down. */
export type Sight = { readonly of: 'all' } | { readonly of: 'unit'; readonly unit: string } | { readonly of: 'prefecture' };

/** What is told of a case to one caller. */
export interface SeenCase {
  readonly state: handling.Case;
  /** The case from which times and version are told: the whole, or of a unit that holds it no more as it stood then. */
  readonly told: Pick<StoredCase, 'state' | 'version' | 'historyRefusal'>;
  /** When the unit ceased to hold it, after which nothing is told; null for everybody else. */
  readonly until: Instant | null;
}

export function sightOf(caller: Principal): Sight {
  if (isUnitBound(caller)) return { of: 'unit', unit: caller.unit ?? '' };
  return caller.roles.every((role) => ['prefecture', 'unit', 'leader'].includes(role)) ? { of: 'prefecture' } : { of: 'all' };
}

/** True when the caller may know that the ticket exists. */
export function knows(state: handling.CaseState, sight: Sight): boolean {
  switch (sight.of) {
    case 'all':
      return state.status !== 'none';
    case 'prefecture':
      return state.status !== 'none' && state.prefectureTransfer;
    case 'unit':
      return handling.sightOfUnit(state, sight.unit) !== 'nothing';
  }
}

/** The case of a step that the caller took: whoever could take it holds the case. Undefined when it may not know that the ticket exists. */
export function seenInHand(state: handling.CaseState, sight: Sight): handling.Case | undefined {
  if (state.status === 'none' || !knows(state, sight)) return undefined;
  return sight.of === 'unit' ? handling.seenByUnit(state, sight.unit) : state;
}

/** The cases as this caller may see them, by ticket; those it may not know of are missing. */
export async function seenCases(tx: Transaction, store: CaseStore, stored: readonly StoredCase[], sight: Sight): Promise<Map<string, SeenCase>> {
  const unit = sight.of === 'unit' ? sight.unit : undefined;
  const gone = unit === undefined ? [] : stored.filter(({ state }) => handling.sightOfUnit(state, unit) === 'own-acts').map(({ ticketId }) => ticketId);
  const steps = gone.length === 0 ? [] : await store.stepsOf(tx, gone);
  return new Map(stored.flatMap((one) => {
    const seen = unit !== undefined && gone.includes(one.ticketId) ? asLastHeld(one, steps.filter(({ ticketId }) => ticketId === one.ticketId), unit) : inHand(one, sight);
    return seen ? [[one.ticketId, seen] as const] : [];
  }));
}

/** Steps that belong to what the caller sees of the case. */
export function seenSteps(steps: readonly StepRow[], { state, told, until }: SeenCase, sight: Sight): readonly StepRow[] {
  if (sight.of !== 'unit') return steps;
  const { unit } = sight;
  const held = new Set(until === null ? handling.dispatchesOf(state).flatMap((dispatch) => (handling.holdsDispatch(dispatch, unit) ? [dispatch.dispatchNo] : [])) : []);
  return steps.filter(({ dispatchNo, event, version }) => version <= told.version && dispatchNo !== null && (held.has(dispatchNo) || handling.isOwnStep(event, unit)));
}

function inHand(stored: StoredCase, sight: Sight): SeenCase | undefined {
  const state = seenInHand(stored.state, sight);
  return state && { state, told: stored, until: null };
}

function asLastHeld({ historyRefusal }: StoredCase, steps: readonly StepRow[], unit: string): SeenCase | undefined {
  const last = handling.asLastHeld(steps.map(({ event }) => event), unit);
  return last && { state: handling.seenByUnit(last.state, unit), told: { state: last.state, version: steps[last.events - 1]?.version ?? 0, historyRefusal }, until: last.at };
}
