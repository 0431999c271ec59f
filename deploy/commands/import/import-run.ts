import { HotlineApi } from '../hotline-api.ts';
import { arrival, type Milestones, milestonesOf, NONE, outstanding, type Standing, standing, sumOf } from './arrival.ts';
import { rowCheck } from './check-row.ts';
import { type BadRow, checkedRows, type GoodRow } from './checked-rows.ts';
import { HistorySender, type SentRow } from './history-sender.ts';
import type { ImportOptions } from './import-options.ts';
import { readMapping, shippedMappings } from './mapping-file.ts';
import { openRows } from './read-rows.ts';
import type { Progress } from './progress.ts';
import { unitDirectory } from './unit-directory.ts';

/** What a run tells while it goes on. */
export interface ImportListener {
  onMapping(name: string): void;
  onBadRow(row: BadRow): void;
  /** Of a dry run only. */
  onGoodRow?(row: GoodRow): void;
  progress(bytes: number): Progress;
}

export interface ImportTotals {
  readonly created: number;
  readonly unchanged: number;
  /** Rows that did not come in. */
  readonly refused: number;
  /** How far the created rows should come, by source. */
  readonly expected: ReadonlyMap<string, Milestones>;
  /** How far things were before. */
  readonly before: Standing;
}

/** Checks every row as an import would, without sending any; answers how many are good and bad. */
export async function dryRun(options: ImportOptions, api: HotlineApi, listener: ImportListener): Promise<{ readonly good: number; readonly bad: number }> {
  const counts = { good: 0, bad: 0 };
  const { bytes, rows } = await prepared(options, api, listener);
  const progress = listener.progress(bytes);
  for await (const row of rows) {
    if ('reasons' in row) listener.onBadRow(row);
    else listener.onGoodRow?.(row);
    counts['reasons' in row ? 'bad' : 'good'] += 1;
    progress.update(counts.good + counts.bad, row.position);
  }
  progress.update(counts.good + counts.bad, bytes);
  progress.stop();
  return counts;
}

/** Sends every good row to intake. Safe to repeat and to interrupt: what is there already changes nothing. */
export async function sendHistory(options: ImportOptions, api: HotlineApi, listener: ImportListener): Promise<ImportTotals> {
  const run = new ImportRun(listener);
  const before = await standing(api, []);
  const bySource = new Map(before.bySource);
  const { bytes, rows } = await prepared(options, api, listener);
  const progress = listener.progress(bytes);
  const sender = new HistorySender(api, (sent) => {
    sent.forEach((each) => run.count(each));
    progress.update(run.handled, run.position);
  });
  try {
    for await (const row of rows) {
      if ('reasons' in row) run.count({ outcome: 'refused', row });
      else {
        const source = sourceOf(row);
        if (!bySource.has(source)) bySource.set(source, await api.get('/intake/v1/history/status', { source }));
        await sender.add(row);
      }
    }
    await sender.finish();
    progress.update(run.handled, bytes);
  } finally {
    progress.stop();
  }
  return { ...run.counts, expected: run.expected, before: { ...before, bySource } };
}

/** Waits until the other services have replayed what was created; answers what is still missing when nothing moves any more. */
export function caughtUp(totals: ImportTotals, api: HotlineApi, onLook: (missing: Milestones) => void): Promise<Milestones> {
  const look = async (): Promise<Milestones> => outstanding(totals.expected, totals.before, await standing(api, totals.expected.keys()));
  return arrival(look, onLook);
}

async function prepared(options: ImportOptions, api: HotlineApi, listener: ImportListener) {
  const choice = { named: options.mapping === undefined ? undefined : readMapping(options.mapping), shipped: shippedMappings() };
  const { bytes, rows } = openRows(options.file, options.encoding);
  const check = rowCheck(await unitDirectory(api), Date.now());
  return { bytes, rows: checkedRows(rows, { check, choice, fill: options.fill, onMapping: ({ name }) => listener.onMapping(name) }) };
}

/** Keeps count of what became of the rows. */
class ImportRun {
  readonly counts = { created: 0, unchanged: 0, refused: 0 };
  readonly expected = new Map<string, Milestones>();
  /** Bytes of the file up to the furthest row that is settled. */
  position = 0;
  readonly #listener: ImportListener;

  constructor(listener: ImportListener) {
    this.#listener = listener;
  }

  get handled(): number {
    return this.counts.created + this.counts.unchanged + this.counts.refused;
  }

  count(sent: SentRow): void {
    this.counts[sent.outcome] += 1;
    this.position = Math.max(this.position, sent.row.position);
    if (sent.outcome === 'refused') this.#listener.onBadRow(sent.row);
    if (sent.outcome === 'created') this.expected.set(sourceOf(sent.row), sumOf(this.expected.get(sourceOf(sent.row)) ?? NONE, milestonesOf(sent.row.steps)));
  }
}

function sourceOf({ history }: GoodRow): string {
  return String(history.source).trim();
}
