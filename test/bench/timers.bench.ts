import { seedUnits } from '../../deploy/commands/seed-units.ts';
import { printResult, type BenchResult, type BenchRow } from './bench-result.ts';
import { BenchStack } from './bench-stack.ts';
import { makeWaitingClocks, overdueTold, putDueAt, spreadDue, templateClock } from './clocks-on-hand.ts';
import { median, quantile, rounded } from './figures.ts';
import { durableSettings, machine } from './machine.ts';

const WAITING = 1_000_000;
const TRICKLE_PER_SECOND = 50;
const TRICKLE_SECONDS = 20;
const STORM = 30_000;
const STORM_ROUNDS = 3;
/** From the writing of the clocks to the first one due: a sleeping sweep looks at least once a second. */
const AHEAD_MS = 5_000;
const AIM = { latenessP99: 50, stormMs: 2_000 };

/**
 * Lets clocks of the time service's own table fall due among a million that wait: fifty a second, then thirty thousand at one
 * instant, with one process and with two. Lateness is the moment at which the event that says so was written, last in the
 * transaction before its commit, less the moment at which the clock was due; each clock must be told exactly once.
 */
export async function timersBench(): Promise<BenchResult> {
  const before = machine();
  const stack = await BenchStack.start();
  try {
    const postgres = await durableSettings(stack.databaseUrl);
    await seedUnits(stack.url, await stack.token('admin'));
    const template = await templateClock(stack);
    await makeWaitingClocks(stack, template, WAITING);
    const trickle = await trickled(stack);
    const one = await storms(stack);
    await stack.addReplica('sla');
    const two = await storms(stack);
    const rows = [trickleRow(trickle), stormRow('30,000 at one instant, one process', one), stormRow('30,000 at one instant, two processes', two)];
    const p99 = rounded(quantile(trickle, 0.99), 1);
    const [oneProcess, twoProcesses] = [one, two].map((times) => rounded(median(times.map(({ told }) => told))));
    const reached = p99 <= AIM.latenessP99 && (oneProcess ?? 0) <= AIM.stormMs && (twoProcesses ?? 0) <= AIM.stormMs;
    const summary = { machine: { ...before, postgres }, waiting: WAITING, latenessP99: p99, stormMs: { oneProcess, twoProcesses }, aim: AIM, reached };
    const result = { name: 'clocks that fall due among a million', rows, summary };
    printResult(result);
    return result;
  } finally {
    await stack.stop();
  }
}

/** Milliseconds from due to told, a sample a clock. */
async function trickled(stack: BenchStack): Promise<number[]> {
  const count = TRICKLE_PER_SECOND * TRICKLE_SECONDS;
  const from = Date.now() + AHEAD_MS;
  const { since, ids } = await spreadDue(stack, count, from, 1_000 / TRICKLE_PER_SECOND);
  const told = await overdueTold(stack, since, count, AHEAD_MS + TRICKLE_SECONDS * 1_000 + 30_000);
  if (told.size !== ids.size || [...told.keys()].some((id) => !ids.has(id))) throw new Error('other clocks were told than had fallen due');
  return [...told.values()].map(({ latenessMs }) => latenessMs);
}

interface Storm {
  /** Milliseconds from the instant to the writing of the last event. */
  readonly told: number;
  /** Milliseconds from the instant to the moment at which the last of them was in the stream. */
  readonly published: number;
}

async function storms(stack: BenchStack): Promise<Storm[]> {
  const times: Storm[] = [];
  for (let round = 0; round < STORM_ROUNDS; round++) {
    await stack.settled();
    times.push(await storm(stack));
  }
  return times;
}

async function storm(stack: BenchStack): Promise<Storm> {
  const at = Date.now() + AHEAD_MS;
  const heard = stack.hear(`hotline.${stack.county}.clock.overdue.v1`);
  const { since } = await putDueAt(stack, STORM, at);
  const told = await overdueTold(stack, since, STORM, AHEAD_MS + 60_000);
  await stack.settled();
  const lastHeard = heard.stop();
  if (heard.count() !== STORM) throw new Error(`${heard.count()} events on the bus instead of ${STORM}`);
  return { told: Math.max(...[...told.values()].map(({ latenessMs }) => latenessMs)), published: lastHeard - at };
}

function trickleRow(samples: readonly number[]): BenchRow {
  const figures = { p50: rounded(median(samples), 1), p99: rounded(quantile(samples, 0.99), 1), worst: rounded(Math.max(...samples), 1) };
  return { way: `${TRICKLE_PER_SECOND} a second, lateness in ms`, clocks: samples.length, ...figures };
}

function stormRow(way: string, times: readonly Storm[]): BenchRow {
  const told = times.map((time) => time.told);
  return { way, clocks: STORM, toldWithinMs: rounded(median(told)), worstRound: rounded(Math.max(...told)), publishedWithinMs: rounded(median(times.map(({ published }) => published))) };
}

if (import.meta.main) await timersBench();
