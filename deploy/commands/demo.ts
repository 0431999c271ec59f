/**
 * `npm run demo [-- --yes]`: brings the sample messages in (deploy/demo) and prints the league table that appraisal makes of them.
 * Safe to repeat; beside a county's own tickets only with --yes.
 */
import { join } from 'node:path';
import { Fault } from '../local/fault.mjs';
import { root } from '../local/workspace.mjs';
import { refuseMixing } from './demo-company.ts';
import { type DemoOptions, demoOptions, USAGE } from './demo-options.ts';
import { HotlineApi } from './hotline-api.ts';
import { arrival, NONE, totalOf } from './import/arrival.ts';
import { importOptions } from './import/import-options.ts';
import { caughtUp, sendHistory } from './import/import-run.ts';
import { progressOf } from './import/progress.ts';
import { importSummary, linesOf, missingText } from './import/report.ts';
import { leagueTable, type UnitRates } from './league-table.ts';
import { seedUnits } from './seed-units.ts';
import { endWith } from './usage-fault.ts';

/** Every sample ticket was received, and every deadline of one fell, within these days. */
const PERIOD = { from: '2018-07-12', to: '2020-03-31' };

/** The sweep finds what is overdue within a moment; other tickets in the period must not hold the table up for long. */
const SWEEP_MS = 15_000;

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const report = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const options = demoOptions(process.argv.slice(2));
  if (options.help) report(USAGE);
  else await demonstrate(options);
} catch (error) {
  endWith(error);
}

async function demonstrate({ yes }: DemoOptions): Promise<void> {
  const api = HotlineApi.fromEnvironment('admin');
  if (!yes) await refuseMixing(api);
  const added = await seedUnits(api.url, await api.token());
  say(added > 0 ? `单位名录：新登记 ${added} 个单位。` : '单位名录：已经登记，未改变。');
  await bringSampleIn(api);
  await judged(api);
  report(`\n${PERIOD.from} 至 ${PERIOD.to} 各单位办理情况（按时办结率、满意率由高到低；分子/分母 百分比）\n`);
  report(leagueTable(await ratesOf(api)));
}

async function bringSampleIn(api: HotlineApi): Promise<void> {
  const options = importOptions(['deploy/demo/sample-messages.jsonl'], root);
  const totals = await sendHistory(options, api, {
    onMapping: () => undefined,
    onBadRow: (row) => linesOf(row).forEach(report),
    progress: (bytes) => progressOf(bytes, process.stderr),
  });
  if (totals.refused > 0) throw new Fault(`${join('deploy', 'demo', 'sample-messages.jsonl')} 有 ${totals.refused} 行未能导入，原因见上`, 'sample rows were refused');
  report(importSummary(totals, options.rejects));
  if (totals.created === 0) return;
  const missing = await caughtUp(totals, api, () => undefined);
  if (totalOf(missing) > 0) throw new Fault(`等待超时，仍有未处理完的：${missingText(missing)}；请查看日志，或用 npm run dead-letters -- list 检查`, 'not everything arrived');
}

/** Tickets that were never answered are overdue as soon as the sweep has found them: every dispatch of the sample then counts. */
async function judged(api: HotlineApi): Promise<void> {
  const look = async () => {
    const units = await ratesOf(api);
    const sum = (rate: string): number => units.reduce((total, { rates }) => total + (rates[rate]?.denominator ?? 0), 0);
    return { ...NONE, answered: Math.max(0, sum('return') - sum('on-time-close')) };
  };
  await arrival(look, () => undefined, SWEEP_MS);
}

function ratesOf(api: HotlineApi): Promise<UnitRates[]> {
  return api.all<UnitRates>('/appraisal/v1/rates', { ...PERIOD, groupBy: 'unit' });
}
