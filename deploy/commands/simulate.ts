/**
 * `npm run simulate -- --months 12`: a county's months in minutes, on a simulated clock (local mode only). People of every
 * role call, dispatch, handle, ask back and sign over HTTP; at the end the invariants are checked against the event log.
 */
import { join, resolve } from 'node:path';
import { loadPolicyBook } from '@hotline/http';
import { Fault } from '../local/fault.mjs';
import { hotlineDirectory, root } from '../local/workspace.mjs';
import { Chance } from './simulate/chance.ts';
import { readProfile } from './simulate/arrivals.ts';
import { DutyRosters } from './simulate/duty-rosters.ts';
import { unitsOfTheDirectory } from './simulate/county-people.ts';
import { type Checked, invariants } from './simulate/invariants.ts';
import { MonthEnd, Months } from './simulate/month-end.ts';
import { HttpLine } from './simulate/http-line.ts';
import { simulateOptions, USAGE, type SimulateOptions } from './simulate/options.ts';
import { ownStack, runningStack, type SimulatedStack } from './simulate/own-stack.ts';
import { Quiet } from './simulate/quiet.ts';
import { agendaOf, Simulation } from './simulate/simulation.ts';
import { TicketPlans } from './simulate/ticket-plan.ts';
import { WallCalendar } from './simulate/wall-calendar.ts';
import { endWith } from './usage-fault.ts';

/** Lines shown of what does not agree. */
const SHOWN = 10;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

try {
  const options = simulateOptions(process.argv.slice(2));
  if (options.help) process.stdout.write(`${USAGE}\n`);
  else await simulate(options);
  process.exit();
} catch (error) {
  endWith(error);
}

async function simulate(options: SimulateOptions): Promise<void> {
  const startsAt = `${options.from}-01T00:00:00+08:00`;
  const stack = options.running ? runningStack() : await ownStack(startsAt, say);
  const stop = stack.stop;
  process.once('SIGINT', () => void stop().then(() => process.exit(130)));
  try {
    await live(options, stack);
  } catch (error) {
    const logs = join(outOf(options), 'logs');
    stack.keepLogs(logs);
    say(`模拟中断，各服务日志：${logs}`);
    throw error;
  } finally {
    await stop();
  }
}

async function live(options: SimulateOptions, { layout, record }: SimulatedStack): Promise<void> {
  const chance = new Chance(options.seed);
  const line = new HttpLine((service) => layout.ports[service as keyof typeof layout.ports], record.issuer);
  const quiet = await Quiet.at(record.natsUrl, record.databaseUrl, record.county);
  const calendar = new WallCalendar(record.county);
  const { agenda, until } = agendaOf(options.from, options.months, calendar);
  const pack = loadPolicyBook(resolve(root, process.env['HOTLINE_POLICY'] ?? 'deploy/policy'), record.county).policyAt(`${options.from}-01`);
  const county = { line, agenda, chance, limits: pack.categories, prefectureReviews: pack.prefectureReviews };
  const out = outOf(options);
  const months = new Months(new MonthEnd(county, pack, out), options.from);
  const began = performance.now();
  const units = unitsOfTheDirectory();
  const simulation = new Simulation(county, new TicketPlans(units, chance), quiet, {
    perDay: options.perDay,
    rosters: new DutyRosters(line, chance, units),
    profile: readProfile(options.profile),
    until,
    onMorning: ({ date }) => months.onMorning(date),
    onDay: ({ date }, tickets) => {
      if (date.endsWith('-01')) say(`  ${date}  ${tickets} 件  ${speed(tickets, began)} 件/秒  ${line.calls} 次调用`);
    },
  });
  await simulation.run();
  say(`${options.months} 个月，${simulation.tickets} 件，${line.calls} 次调用，${((performance.now() - began) / 1_000).toFixed(1)} 秒：${speed(simulation.tickets, began)} 件/秒`);
  await quiet.close();
  for (const { period, hash } of months.end.signed) say(`  ${period} 考核已由两方签署：${hash}`);
  say(`通报和考核结果：${out}`);
  report(await invariants(line, record.databaseUrl, record.logs, pack, calendar));
}

function outOf({ out }: SimulateOptions): string {
  return resolve(process.env['INIT_CWD'] ?? '.', out ?? join(hotlineDirectory, 'simulation'));
}

function report(checks: readonly Checked[]): void {
  for (const { promise, count, broken } of checks) {
    say(`${broken.length === 0 ? '✓' : '✗'} ${promise}（核对 ${count} 项${broken.length === 0 ? '' : `，${broken.length} 项不符`}）`);
    for (const line of broken.slice(0, SHOWN)) say(`    ${line}`);
  }
  const broken = checks.filter((check) => check.broken.length > 0).length;
  if (broken > 0) throw new Fault(`模拟结束，但有 ${broken} 项承诺未守住，见上`, 'an invariant is broken');
}

function speed(tickets: number, began: number): string {
  return ((tickets * 1_000) / (performance.now() - began)).toFixed(1);
}
