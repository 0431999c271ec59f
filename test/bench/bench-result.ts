/** One line of a table: what was measured, and its figures by name. */
export interface BenchRow {
  readonly way: string;
  readonly [figure: string]: string | number | boolean;
}

/** What a bench found: a table of medians, and whether its aims were met. */
export interface BenchResult {
  readonly name: string;
  readonly rows: readonly BenchRow[];
  readonly summary: Readonly<Record<string, unknown>>;
}

/** Shows a result to a person and, in one line of JSON, to a program. */
export function printResult({ name, rows, summary }: BenchResult): void {
  console.log(`\n${name}`);
  console.table(Object.fromEntries(rows.map(({ way, ...figures }) => [way, figures])));
  console.log(JSON.stringify({ name, rows, summary }));
}
