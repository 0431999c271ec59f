import { hash } from 'node:crypto';

/** Chance that depends on the seed and the names given alone, never on what was drawn before: the same question gets the same answer in whatever order it is asked. */
export class Chance {
  private readonly seed: string;

  constructor(seed: string) {
    this.seed = seed;
  }

  /** From 0 up to but without 1. */
  of(...names: readonly (string | number)[]): number {
    return Number.parseInt(hash('sha256', [this.seed, ...names].join('/'), 'hex').slice(0, 12), 16) / 2 ** 48;
  }

  is(probability: number, ...names: readonly (string | number)[]): boolean {
    return this.of(...names) < probability;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number, ...names: readonly (string | number)[]): number {
    return least + Math.floor(this.of(...names) * (most - least + 1));
  }

  /** One of the keys, each as likely as its weight. */
  pick<Key extends string>(weights: Readonly<Record<Key, number>>, ...names: readonly (string | number)[]): Key {
    const entries = Object.entries(weights) as [Key, number][];
    let left = this.of(...names) * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) if ((left -= weight) < 0) return key;
    return (entries.at(-1) as [Key, number])[0];
  }

  /** How many of something whose mean is known came about (Poisson). */
  count(mean: number, ...names: readonly (string | number)[]): number {
    let [number, product] = [0, this.of(...names, 0)];
    for (const limit = Math.exp(-mean); product > limit; number++) product *= this.of(...names, number + 1);
    return number;
  }
}
