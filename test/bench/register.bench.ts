import type { BenchResult, BenchRow } from './bench-result.ts';
import { printResult } from './bench-result.ts';
import { bareInserts, makeBareTables } from './bare-insert.ts';
import { BenchStack } from './bench-stack.ts';
import { median, quantile, rounded, Rounds } from './figures.ts';
import { underLoad } from './load-process.ts';
import { durableSettings, machine } from './machine.ts';
import { registrations } from './registrations.ts';

const ROUNDS = 5;
const ROUND_MS = 4_000;
/** Long enough for the compilers to have seen the hot path: later rounds are no faster than the first. */
const WARM_UP_MS = 15_000;
const CONNECTIONS = [1, 16, 64];
const BARE_CONNECTIONS = 8;
const BARE = `bare statement, ${BARE_CONNECTIONS} connections`;
const AIM = { perSecond: 1_000, p99: 100, ofBare: 0.25 };

interface Figures {
  readonly [figure: string]: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/**
 * Registers tickets over HTTP on the whole running platform: token of the development identity provider, validation, a fresh
 * Idempotency-Key each, sealed identity, audit, outbox, relay, and the other services consuming. In turns with the bare
 * statement on the same database, so that a busy machine slows both alike.
 */
export async function registerBench(): Promise<BenchResult> {
  const before = machine();
  const stack = await BenchStack.start();
  try {
    const postgres = await durableSettings(stack.databaseUrl);
    await makeBareTables(stack.pool);
    const rounds = await measure(stack);
    const rows = rounds.names().map((way) => rowOf(way, rounds));
    const result = { name: 'register a ticket over HTTP', rows, summary: { machine: { ...before, postgres }, rounds: ROUNDS, ...verdictOf(rounds) } };
    printResult(result);
    return result;
  } finally {
    await stack.stop();
  }
}

async function measure(stack: BenchStack): Promise<Rounds<Figures>> {
  const bodies = registrations();
  const requests = bodies.map((body) => ({ path: '/intake/v1/tickets', body: JSON.stringify(body) }));
  const token = await stack.token('operator');
  const { intake, gateway } = stack.layout.ports;
  const rounds = new Rounds<Figures>();
  const load = async (port: number, connections: number, durationMs: number): Promise<Figures> => {
    const { latencies, seconds } = await underLoad({ port, token, requests, connections, durationMs });
    await stack.settled();
    return { perSecond: latencies.length / seconds, p50: median(latencies), p99: quantile(latencies, 0.99) };
  };
  await load(intake, Math.max(...CONNECTIONS), WARM_UP_MS);
  for (let round = 0; round < ROUNDS; round++) {
    for (const connections of CONNECTIONS) rounds.add(`intake, ${connections} connections`, await load(intake, connections, ROUND_MS));
    rounds.add('gateway, 64 connections', await load(gateway, 64, ROUND_MS));
    rounds.add(BARE, { perSecond: await bareInserts(stack.databaseUrl, bodies, BARE_CONNECTIONS, ROUND_MS), p50: NaN, p99: NaN });
  }
  return rounds;
}

function rowOf(way: string, rounds: Rounds<Figures>): BenchRow {
  const rates = rounds.all(way, 'perSecond');
  return {
    way,
    perSecond: rounded(rounds.median(way, 'perSecond')),
    slowestRound: rounded(Math.min(...rates)),
    fastestRound: rounded(Math.max(...rates)),
    ...(way === BARE ? {} : { p50: rounded(rounds.median(way, 'p50'), 1), p99: rounded(rounds.median(way, 'p99'), 1) }),
    ofBare: rounded(rounds.median(way, 'perSecond') / rounds.median(BARE, 'perSecond'), 2),
  };
}

function verdictOf(rounds: Rounds<Figures>): Readonly<Record<string, unknown>> {
  const way = 'intake, 64 connections';
  const perSecond = rounds.median(way, 'perSecond');
  const p99 = rounds.median(way, 'p99');
  const ofBare = perSecond / rounds.median(BARE, 'perSecond');
  return { aim: AIM, perSecond: rounded(perSecond), p99: rounded(p99, 1), ofBare: rounded(ofBare, 2), reached: perSecond >= AIM.perSecond && p99 <= AIM.p99 && ofBare >= AIM.ofBare };
}

if (import.meta.main) await registerBench();
