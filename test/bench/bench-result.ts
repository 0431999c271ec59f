import { appendFileSync } from 'node:fs';

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

/** Shows a result to a person and, in one line of JSON, to a program: on standard output and, where HOTLINE_BENCH_JSON names a file, at its end. */
export function printResult({ name, rows, summary }: BenchResult): void {
  const line = JSON.stringify({ name, rows, summary });
  const file = process.env['HOTLINE_BENCH_JSON'];
  if (file) appendFileSync(file, `${line}\n`);
  console.log(`\n${name}`);
  console.table(Object.fromEntries(rows.map(({ way, ...figures }) => [way, figures])));
  console.log(line);
}
