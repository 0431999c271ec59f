/** The value below which a share of the samples lies, e.g. 0.99; 0 without samples. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** Rounded to so many decimals, for tables. */
export function rounded(value: number, decimals = 0): number {
  return Number(value.toFixed(decimals));
}

/** What several rounds gave under each name, in the order of the first round. */
export class Rounds<Figures extends Readonly<Record<string, number>>> {
  readonly #byName = new Map<string, Figures[]>();

  add(name: string, figures: Figures): void {
    const rounds = this.#byName.get(name);
    if (rounds) rounds.push(figures);
    else this.#byName.set(name, [figures]);
  }

  names(): string[] {
    return [...this.#byName.keys()];
  }

  /** Median over the rounds; 0 for a name or figure that never occurred. */
  median(name: string, figure: keyof Figures): number {
    return median(this.all(name, figure));
  }

  all(name: string, figure: keyof Figures): number[] {
    return (this.#byName.get(name) ?? []).map((figures) => figures[figure] ?? 0);
  }
}
