import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seedUnits } from '../../deploy/commands/seed-units.ts';
import { serviceNames, type ServiceName } from '../../deploy/local/layout.ts';
import { pinnedNode, root } from '../../deploy/local/workspace.mjs';
import { printResult, type BenchResult, type BenchRow } from './bench-result.ts';
import { BenchStack, residentBytes } from './bench-stack.ts';
import { median, rounded, Rounds } from './figures.ts';
import { durableSettings, machine } from './machine.ts';
import { pastTickets } from './past-tickets.ts';

const ROUNDS = 3;
const HISTORIES = 5_000;
const WARM_UP = 500;
/** After the last round, so that what was garbage may go. */
const REST_MS = 15_000;
const AIM = { perSecond: 300, residentMb: 200 };

/** Tables of appraisal, the last in the line, that get one row for each full history. */
const ARRIVALS = ['ticket_fact', 'dispatch_fact', 'closing_fact', 'visit_fact'];

interface Figures {
  readonly [figure: string]: number;
  readonly sent: number;
  readonly everywhere: number;
}

/**
 * Imports full histories (all columns) through `npm run import` on the whole running platform and stops the watch when every
 * outbox is sent, every consumer of all five services has acknowledged all there is, and appraisal holds each history whole.
 */
export async function importBench(): Promise<BenchResult> {
  const before = machine();
  const stack = await BenchStack.start();
  try {
    const postgres = await durableSettings(stack.databaseUrl);
    await seedUnits(stack.url, await stack.token('admin'));
    await stack.settled();
    await importHistories(stack, 'bench-warm-up', WARM_UP);
    const rounds = new Rounds<Figures>();
    for (let round = 1; round <= ROUNDS; round++) rounds.add('histories', await importHistories(stack, `bench-${round}`, HISTORIES));
    const loaded = residentMb(stack);
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    const rested = residentMb(stack);
    const memory = { afterImport: loaded, afterRest: rested, aim: AIM.residentMb, reached: Object.values(rested).every((mb) => mb <= AIM.residentMb) };
    const perSecond = rounded(rounds.median('histories', 'everywhere'));
    const summary = { machine: { ...before, postgres }, rounds: ROUNDS, histories: HISTORIES, perSecond, aim: AIM.perSecond, reached: perSecond >= AIM.perSecond, memory };
    const result = { name: 'import full histories, all five services consuming', rows: rowsOf(rounds, loaded, rested), summary };
    printResult(result);
    return result;
  } finally {
    await stack.stop();
  }
}

async function importHistories(stack: BenchStack, source: string, count: number): Promise<Figures> {
  const file = join(stack.layout.data, `${source}.jsonl`);
  writeFileSync(file, pastTickets(source, count).map((row) => `${JSON.stringify(row)}\n`).join(''));
  const held = await arrivals(stack);
  const began = performance.now();
  const command = runImport(stack, file);
  const registeredAt = await Promise.race([registeredAll(stack, source, count), command.then(() => performance.now())]);
  await stack.settled();
  const everywhereAt = performance.now();
  await command;
  const now = await arrivals(stack);
  for (const [table, rows] of now) if (rows - (held.get(table) ?? 0) !== count) throw new Error(`appraisal.${table} grew by ${rows - (held.get(table) ?? 0)} instead of ${count}`);
  return { sent: (count * 1_000) / (registeredAt - began), everywhere: (count * 1_000) / (everywhereAt - began) };
}

/** The command itself, in a process of its own; rejects when it does not end with 0. */
async function runImport(stack: BenchStack, file: string): Promise<void> {
  const { layout } = stack;
  const environment = { ...process.env, HOTLINE_PORT: String(layout.ports.gateway), HOTLINE_DATA: layout.data };
  const args = ['--no-warnings', join(root, 'deploy/commands/import.ts'), file, '--rejects', `${file}.rejects.csv`];
  const child = spawn(pinnedNode, args, { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`the import ended with ${String(code)}:\n${output}`);
}

/** The moment at which intake had registered them all. */
async function registeredAll(stack: BenchStack, source: string, count: number): Promise<number> {
  for (;;) {
    const { rows } = await stack.pool.query<{ count: number }>('select count(*)::integer as count from intake.ticket where source = $1', [source]);
    if ((rows[0]?.count ?? 0) >= count) return performance.now();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function arrivals(stack: BenchStack): Promise<Map<string, number>> {
  const counts = ARRIVALS.map((table) => `(select count(*)::integer from appraisal.${table}) as ${table}`);
  const { rows } = await stack.pool.query<Record<string, number>>(`select ${counts.join(', ')}`);
  return new Map(Object.entries(rows[0] ?? {}));
}

function residentMb(stack: BenchStack): Record<ServiceName, number> {
  return Object.fromEntries(serviceNames.map((service) => [service, Math.round(residentBytes(stack.pidOf(service)) / 1_048_576)])) as Record<ServiceName, number>;
}

function rowsOf(rounds: Rounds<Figures>, loaded: Record<ServiceName, number>, rested: Record<ServiceName, number>): BenchRow[] {
  const rate = (way: string, figure: keyof Figures): BenchRow => {
    const all = rounds.all('histories', figure);
    return { way, perSecond: rounded(median(all)), slowestRound: rounded(Math.min(...all)), fastestRound: rounded(Math.max(...all)) };
  };
  const memory = serviceNames.map((service) => ({ way: `memory of ${service}, MB`, afterImport: loaded[service], afterRest: rested[service] }));
  return [rate('registered in intake', 'sent'), rate('in appraisal, everything at rest', 'everywhere'), ...memory];
}

if (import.meta.main) await importBench();
