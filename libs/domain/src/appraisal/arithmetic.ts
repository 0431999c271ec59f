/** Hundredths of a point. Every figure of a score is a whole number of them, so that a recomputation is equal to the last digit. */
export type Hundredths = number;

/** Rates, floors and fulls are compared in millionths. */
const MILLION = 1_000_000n;

/** `numerator / denominator` to the nearest whole number, a half up; the denominator is positive. */
export function halfUp(numerator: bigint, denominator: bigint): number {
  const doubled = 2n * numerator + denominator;
  const quotient = doubled / (2n * denominator);
  const exact = doubled % (2n * denominator) === 0n;
  return Number(doubled < 0n && !exact ? quotient - 1n : quotient);
}

/** The mean of whole numbers, a half up; 0 of none. */
export function meanOf(values: readonly Hundredths[]): Hundredths {
  if (values.length === 0) return 0;
  return halfUp(BigInt(values.reduce((sum, value) => sum + value, 0)), BigInt(values.length));
}

/**
 * Parts `total` in the proportion of whole positive `weights` without losing a hundredth: what rounding down leaves over goes,
 * one each, to the largest remainders, the earlier first. The parts add up to `total`.
 */
export function partsOf(total: Hundredths, weights: readonly number[]): Hundredths[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const parts = weights.map((weight) => Math.floor((total * weight) / sum));
  const left = total - parts.reduce((all, part) => all + part, 0);
  const byRemainder = weights.map((weight, index) => ({ index, remainder: (total * weight) % sum })).sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const luckier = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return parts.map((part, index) => part + (luckier.has(index) ? 1 : 0));
}

/** Terms and bounds of a computed item. */
export interface LinearItem {
  readonly numerator: number;
  /** Not 0. */
  readonly denominator: number;
  /** Earns nothing at it or on its far side; may lie above `full` where less is better. */
  readonly floor: number;
  readonly full: number;
}

/** The points of a computed item: `weight` at or beyond `full`, 0 at or beyond `floor`, a straight line between; half up to the hundredth. */
export function linearPoints(weight: Hundredths, { numerator, denominator, floor, full }: LinearItem): Hundredths {
  const [bottom, top, of] = [millionths(floor), millionths(full), BigInt(denominator)];
  const ascending = top > bottom ? 1n : -1n;
  const gained = ascending * (BigInt(numerator) * MILLION - bottom * of);
  const whole = ascending * (top - bottom) * of;
  if (gained <= 0n) return 0;
  return gained >= whole ? weight : halfUp(BigInt(weight) * gained, whole);
}

function millionths(share: number): bigint {
  return BigInt(Math.round(share * Number(MILLION)));
}
