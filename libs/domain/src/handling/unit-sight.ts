import { holdEndOf, unitSight, type Instant, type SeenDispatch, type UnitSight } from '../shared/index.js';
import { evolve } from './handling.evolve.js';
import type { HandlingEvent } from './handling.events.js';
import { dispatchesOf, initial, type Case, type CaseState, type Dispatch, type UnitPart } from './handling.state.js';

/** What a unit sees of a case, by the one rule of {@link unitSight}. */
export function sightOfUnit(state: CaseState, unit: string): UnitSight {
  return state.status === 'none' ? 'nothing' : unitSight(unit, dispatchesOf(state).map(seenDispatch));
}

/** A case as a unit had it last. */
export interface LastHeld {
  readonly state: Case;
  /** How many events had led to it. */
  readonly events: number;
  /** When the unit's hold ended. */
  readonly at: Instant;
}

/** The case as it stood when the unit ceased to hold it: nothing of what followed. Undefined for a unit that holds it or never did. */
export function asLastHeld(events: readonly HandlingEvent[], unit: string): LastHeld | undefined {
  let [state, held, last] = [initial as CaseState, false, undefined as LastHeld | undefined];
  events.forEach((event, index) => {
    state = evolve(state, event);
    const holds = sightOfUnit(state, unit) === 'matter';
    if (held && !holds && state.status !== 'none') last = { state, events: index + 1, at: event.type === 'CaseOpened' ? event.acceptedAt : event.at };
    held = holds;
  });
  return held ? undefined : last;
}

/** The case with its own dispatches alone; of one that it holds no more only what it did itself (Art. 10). */
export function seenByUnit(state: Case, unit: string): Case {
  const seen = (dispatch: Dispatch): Dispatch[] => {
    if (!dispatch.parts.some((part) => part.unit === unit)) return [];
    return [holdsDispatch(dispatch, unit) ? dispatch : actsOf(dispatch, unit)];
  };
  return { ...state, dispatch: state.dispatch && (seen(state.dispatch)[0] ?? null), past: state.past.flatMap(seen), upstreamReturns: [] };
}

/** The dispatch is the unit's still, or was until its file was closed. */
export function holdsDispatch(dispatch: Dispatch, unit: string): boolean {
  return dispatch.parts.some((part) => part.unit === unit) && holdEndOf(unit, seenDispatch(dispatch)) === null;
}

/** True for the dispatch to a unit, its own steps and the decision on its return: what a unit that holds the case no more still reads. */
export function isOwnStep(event: HandlingEvent, unit: string): boolean {
  if (event.type === 'Dispatched') return event.lead === unit || event.assisting.includes(unit);
  return 'unit' in event && event.unit === unit;
}

function seenDispatch({ withdrawnAt, parts }: Dispatch): SeenDispatch {
  return { takenBack: withdrawnAt !== undefined, parts: parts.map(({ unit, role, leftAt }) => ({ unit, role, returned: leftAt !== null })) };
}

/** Without what others did, and without why the county took it back: those words were for its own record. */
function actsOf({ recallReason: _, instructions, reviews, paper, ...dispatch }: Dispatch, unit: string): Dispatch {
  const parts = dispatch.parts.filter((part) => part.unit === unit || part.leftAt === null).map((part) => (part.unit === unit ? part : withoutActs(part)));
  if (dispatch.lead === unit) return { ...dispatch, parts, ...(instructions && { instructions }), ...(reviews && { reviews }), ...(paper && { paper }) };
  return { ...dispatch, parts, contact: { attempts: 0, lastAt: null, contactedAt: null }, result: null, sentBack: [], approval: null, closedAt: null };
}

function withoutActs({ unit, role, addedAt }: UnitPart): UnitPart {
  return { unit, role, signedAt: null, onSiteCheckAt: null, opinion: null, return: null, leftAt: null, ...(addedAt !== undefined && { addedAt }) };
}
