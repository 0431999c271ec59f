import type { PolicyPack } from '../policy/index.js';
import { lotOf } from './visit.sample.js';

/** One closed dispatch of the month. */
export interface Closing {
  readonly ticketId: string;
  readonly dispatchNo: number;
  /** The lead unit. */
  readonly unit: string;
  /** Called back whatever the draw says; it takes no place in the sample. */
  readonly alwaysVisited: boolean;
}

export interface DrawnClosing extends Closing {
  readonly drawn: boolean;
}

/** A draw that was held: the closings it knew, and which of them it picked. */
export type HeldDraw = readonly DrawnClosing[];

export type SampleRules = Pick<PolicyPack['returnVisit'], 'sampleRate' | 'seed' | 'draw'>;

/**
 * Draws the return visits of a month (Art. 19), stratified by unit: in each unit the closings with the smallest lots, up to the share of the
 * policy rounded up, so that no unit that closed anything stays unvisited. Where the county also draws on closing, everything drawn then
 * (a lot below the share) is part of the sample; both go by the same lots, so that this only completes it.
 * `held` are the earlier draws of the month: what they decided stands, and the closings they did not know are drawn as a supplement
 * until the unit has its share of all.
 */
export function drawMonth(closings: readonly Closing[], held: readonly HeldDraw[], rules: SampleRules): DrawnClosing[] {
  const before = held.flat();
  const decided = new Set(before.map(keyOf));
  const fresh = closings.filter((closing) => !decided.has(keyOf(closing)));
  const units = [...new Set(fresh.map(({ unit }) => unit))].toSorted();
  return units.flatMap((unit) => {
    const [ofUnit, earlier] = [fresh.filter((each) => each.unit === unit), before.filter((each) => each.unit === unit)];
    return drawUnit(ofUnit, earlier, rules);
  });
}

/** Visits that a unit with so many closings is due: its share, rounded up; nothing only where the share is nothing. */
export function shareOf(closings: number, rate: number): number {
  const tiny = 1e-9; // 0.07 × 100 is 7.000000000000001
  return Math.max(0, Math.ceil(closings * rate - tiny));
}

/** True when drawing anew from the same closings, draw by draw, gives the same draws. */
export function isRepeatable(held: readonly HeldDraw[], rules: SampleRules): boolean {
  return held.every((draw, index) => {
    const again = new Map(drawMonth(draw.map(undrawn), held.slice(0, index), rules).map((each) => [keyOf(each), each.drawn]));
    return draw.every((each) => again.get(keyOf(each)) === each.drawn);
  });
}

function drawUnit(fresh: readonly Closing[], earlier: readonly DrawnClosing[], rules: SampleRules): DrawnClosing[] {
  const ordinary = [...fresh, ...earlier].filter(({ alwaysVisited }) => !alwaysVisited).length;
  const drawnBefore = earlier.filter(({ drawn }) => drawn).length;
  let places = Math.max(0, shareOf(ordinary, rules.sampleRate) - drawnBefore);
  return inOrderOfLots(fresh, rules.seed).map(({ lot, closing }) => {
    const onClosing = rules.draw !== 'monthly' && lot < rules.sampleRate;
    const drawn = !closing.alwaysVisited && (places > 0 || onClosing);
    if (drawn) places -= 1;
    return { ...undrawn(closing), drawn };
  });
}

/** By lot; equal ones, which hardly ever are, by ticket and dispatch. */
function inOrderOfLots(closings: readonly Closing[], seed: string): { readonly lot: number; readonly closing: Closing }[] {
  return closings
    .map((closing) => ({ lot: lotOf(closing.ticketId, closing.dispatchNo, seed), closing }))
    .toSorted((a, b) => a.lot - b.lot || (keyOf(a.closing) < keyOf(b.closing) ? -1 : 1));
}

function undrawn({ ticketId, dispatchNo, unit, alwaysVisited }: Closing): Closing {
  return { ticketId, dispatchNo, unit, alwaysVisited };
}

function keyOf({ ticketId, dispatchNo }: Closing): string {
  return `${ticketId}:${dispatchNo}`;
}
