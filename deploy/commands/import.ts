/**
 * `npm run import -- <file.csv|.jsonl|.xlsx> [--dry-run] …`: brings a county's past tickets in with their original times.
 * Ends with 0 when every row is in, 1 when a row was refused, 2 when it was called wrongly or the platform does not answer.
 */
import { Fault } from '../local/fault.mjs';
import { HotlineApi } from './hotline-api.ts';
import { totalOf } from './import/arrival.ts';
import type { BadRow } from './import/checked-rows.ts';
import { type ImportOptions, importOptions } from './import/import-options.ts';
import { caughtUp, dryRun, type ImportListener, sendHistory } from './import/import-run.ts';
import { progressOf, SILENT } from './import/progress.ts';
import { RejectsFile } from './import/rejects-file.ts';
import { dryRunSummary, importSummary, linesOf, missingText } from './import/report.ts';
import { endWith, UsageFault } from './usage-fault.ts';

/** Reasons shown on the screen during an import; all of them are in the rejects file. */
const SHOWN_ROWS = 20;

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const report = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const options = importOptions(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  const api = HotlineApi.fromEnvironment('admin');
  process.exitCode = options.dryRun ? await check(options, api) : await bringIn(options, api);
} catch (error) {
  endWith(error instanceof Fault && !(error instanceof UsageFault) ? new UsageFault(error.message.replace(/ \([^()]*\)$/, ''), 'cannot import') : error);
}

async function check(options: ImportOptions, api: HotlineApi): Promise<number> {
  const codes = new Map<string, number>();
  const quiet = process.stdout.isTTY; // a bar between the lines of the report would be in the way
  const listener = listening(quiet, (row) => {
    linesOf(row).forEach(report);
    for (const code of new Set(row.reasons.map((reason) => reason.code))) codes.set(code, (codes.get(code) ?? 0) + 1);
  });
  const counts = await dryRun(options, api, listener);
  report(dryRunSummary(counts, codes));
  return counts.bad > 0 ? 1 : 0;
}

async function bringIn(options: ImportOptions, api: HotlineApi): Promise<number> {
  const rejects = new RejectsFile(options.rejects, [options.file, ...(options.mapping === undefined ? [] : [options.mapping])]);
  const shown: BadRow[] = [];
  const listener = listening(false, (row) => {
    rejects.add(row);
    if (shown.length < SHOWN_ROWS) shown.push(row);
  });
  try {
    const totals = await sendHistory(options, api, listener);
    rejects.keep();
    shown.flatMap(linesOf).forEach(report);
    if (totals.refused > SHOWN_ROWS) report(`其余 ${totals.refused - SHOWN_ROWS} 行的问题不再逐条显示。`);
    report(importSummary(totals, options.rejects));
    if (totals.created > 0) await tellArrival(totals, api);
    return totals.refused > 0 ? 1 : 0;
  } finally {
    rejects.discard();
  }
}

async function tellArrival(totals: Awaited<ReturnType<typeof sendHistory>>, api: HotlineApi): Promise<void> {
  say('等待各服务处理完毕 …');
  let told = '';
  const missing = await caughtUp(totals, api, (left) => {
    const text = missingText(left);
    if (text !== told) say(`  尚在途中：${text}`);
    told = text;
  });
  report(totalOf(missing) === 0 ? '派单、时限、督办、考核均已处理完毕。' : `仍有未处理完的：${missingText(missing)}。数据没有丢失，请稍后查看，或用 npm run dead-letters -- list 检查。`);
}

function listening(quiet: boolean, onBadRow: (row: BadRow) => void): ImportListener {
  return {
    onMapping: (name) => say(`按 ${name} 读取`),
    onBadRow,
    progress: (bytes) => (quiet ? SILENT : progressOf(bytes, process.stderr)),
  };
}
