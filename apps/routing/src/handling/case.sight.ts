import { isUnitBound, type Principal } from '@hotline/auth';
import { handling } from '@hotline/domain';
import type { StepRow } from './case.row.js';

/** How much of the cases a caller may see: the county all, a unit what it ever had, the prefecture what it sent down. */
export type Sight = { readonly of: 'all' } | { readonly of: 'unit'; readonly unit: string } | { readonly of: 'prefecture' };

export function sightOf(caller: Principal): Sight {
  if (isUnitBound(caller)) return { of: 'unit', unit: caller.unit ?? '' };
  return caller.roles.every((role) => ['prefecture', 'unit', 'leader'].includes(role)) ? { of: 'prefecture' } : { of: 'all' };
}

/** The case as this caller may see it; undefined when it may not know that the ticket exists. A unit does not see dispatches to others. */
export function seen(state: handling.CaseState, sight: Sight): handling.Case | undefined {
  if (state.status === 'none') return undefined;
  switch (sight.of) {
    case 'all':
      return state;
    case 'prefecture':
      return state.prefectureTransfer ? state : undefined;
    case 'unit': {
      if (!handling.unitsOf(state).includes(sight.unit)) return undefined;
      const own = (dispatch: handling.Dispatch): boolean => dispatch.parts.some(({ unit }) => unit === sight.unit);
      return { ...state, dispatch: state.dispatch && own(state.dispatch) ? state.dispatch : null, past: state.past.filter(own), upstreamReturns: [] };
    }
  }
}

/** Steps that belong to what the caller sees of the case. */
export function seenSteps(steps: readonly StepRow[], state: handling.Case, sight: Sight): readonly StepRow[] {
  if (sight.of !== 'unit') return steps;
  const dispatches = new Set([...state.past, ...(state.dispatch ? [state.dispatch] : [])].map(({ dispatchNo }) => dispatchNo));
  return steps.filter(({ dispatchNo }) => dispatchNo !== null && dispatches.has(dispatchNo));
}
