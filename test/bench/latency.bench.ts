import { seedUnits } from '../../deploy/commands/seed-units.ts';
import type { ServiceName } from '../../deploy/local/layout.ts';
import { printResult, type BenchResult, type BenchRow } from './bench-result.ts';
import { BenchStack } from './bench-stack.ts';
import { quantile, rounded } from './figures.ts';
import { underLoad } from './load-process.ts';
import { durableSettings, machine } from './machine.ts';

const SECONDS = 10;
const WARM_UP = 600;
const PREPARING_AT_ONCE = 16;
const CONNECTIONS = 64;
const HEARD_WITHIN_MS = 60_000;
const AIM = { perSecond: 300, p50: 10, p99: 50 };
const UNIT = '532328101';

/** A load, and which services are not there to share the machine with. */
interface Case {
  readonly way: string;
  readonly perSecond: number;
  readonly without: readonly ServiceName[];
}

const CASES: readonly Case[] = [
  { way: '300/s, all services', perSecond: AIM.perSecond, without: [] },
  { way: '100/s, all services', perSecond: 100, without: [] },
  { way: '300/s, routing and sla alone', perSecond: AIM.perSecond, without: ['intake', 'supervision', 'appraisal', 'prefecture'] },
];

/** One call to intake; throws on anything but success. */
type Call = (path: string, body: object) => Promise<{ readonly id: string }>;

/**
 * Dispatches so many tickets a second, whether or not the answers come (open loop), and measures from the end of routing's
 * transaction to the end of the one in which the time service has started the ticket's clocks: both moments are taken by the
 * one PostgreSQL, when a transaction writes its outbox as the last thing before its commit.
 */
export async function latencyBench(): Promise<BenchResult> {
  const before = machine();
  const stack = await BenchStack.start();
  try {
    const postgres = await durableSettings(stack.databaseUrl);
    await seedUnits(stack.url, await stack.token('admin'));
    const tickets = await acceptedTickets(await operatorOf(stack), CASES.reduce((sum, { perSecond }) => sum + perSecond * SECONDS, WARM_UP));
    await stack.settled();
    await dispatched(stack, tickets.splice(0, WARM_UP), AIM.perSecond);
    await stack.settled();
    const rows: BenchRow[] = [];
    for (const each of CASES) rows.push(...(await measured(stack, each, tickets.splice(0, each.perSecond * SECONDS))));
    const [whole] = rows;
    const reached = Number(whole?.['p50']) <= AIM.p50 && Number(whole?.['p99']) <= AIM.p99;
    const summary = { machine: { ...before, postgres }, seconds: SECONDS, p50: whole?.['p50'] ?? null, p99: whole?.['p99'] ?? null, aim: AIM, reached };
    const result = { name: 'from a dispatch to the clocks of another service', rows, summary };
    printResult(result);
    return result;
  } finally {
    await stack.stop();
  }
}

/** Services that a case does without stay stopped. */
async function measured(stack: BenchStack, { way, perSecond, without }: Case, tickets: readonly string[]): Promise<BenchRow[]> {
  for (const service of without) await stack.stopService(service);
  const since = await now(stack);
  const answered = await dispatched(stack, tickets, perSecond);
  const clocks = await commitToClocks(stack, since, tickets.length);
  if (without.length === 0) await stack.settled();
  return [rowOf(`${way}: commit → clocks, ms`, clocks), rowOf(`${way}: HTTP answer, ms`, answered)];
}

async function operatorOf(stack: BenchStack): Promise<Call> {
  const headers = { authorization: `Bearer ${await stack.token('operator')}`, 'content-type': 'application/json' };
  return async (path, body) => {
    const answer = await fetch(`http://127.0.0.1:${stack.layout.ports.intake}/intake/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const told = (await answer.json()) as { id: string };
    if (!answer.ok) throw new Error(`intake answered ${answer.status} to ${path.replace(/[0-9a-f-]{36}/, '…')}`);
    return told;
  };
}

async function acceptedTickets(call: Call, count: number): Promise<string[]> {
  const ids: string[] = [];
  let begun = 0;
  const lane = async (): Promise<void> => {
    while (begun++ < count) {
      const { id } = await call('tickets', { channel: 'phone', petitionerKind: 'individual', category: 'help', title: '路灯不亮', text: '路灯三天不亮' });
      await call(`tickets/${id}/acceptance`, { scopeCode: 'matter-to-solve' });
      ids.push(id);
    }
  };
  await Promise.all(Array.from({ length: PREPARING_AT_ONCE }, lane));
  return ids;
}

/** Sends dispatches at even distances; answers the milliseconds each took, from the moment it was due. */
async function dispatched(stack: BenchStack, tickets: readonly string[], perSecond: number): Promise<readonly number[]> {
  const body = JSON.stringify({ mode: 'transfer', lead: UNIT });
  const requests = tickets.map((id) => ({ path: `/routing/v1/tickets/${id}/dispatch`, body }));
  const { latencies } = await underLoad({ port: stack.layout.ports.routing, token: await stack.token('dispatcher'), requests, connections: CONNECTIONS, perSecond });
  return latencies;
}

async function now(stack: BenchStack): Promise<string> {
  const { rows } = await stack.pool.query<{ now: string }>('select clock_timestamp()::text as now');
  return rows[0]?.now ?? '';
}

/** Waits until the clocks of all dispatches since a moment have started; milliseconds from commit to commit, one a dispatch. */
async function commitToClocks(stack: BenchStack, since: string, count: number): Promise<number[]> {
  const deadline = performance.now() + HEARD_WITHIN_MS;
  for (;;) {
    const { rows } = await stack.pool.query<{ ms: number }>(FROM_COMMIT_TO_CLOCKS, [since]);
    if (rows.length === count) return rows.map(({ ms }) => ms);
    if (performance.now() > deadline) throw new Error(`${rows.length} of ${count} dispatches reached the time service`);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

const FROM_COMMIT_TO_CLOCKS = `
  with dispatched as (
    select aggregate as ticket, created_at from routing.outbox where subject like '%.ticket.dispatched.v1' and created_at >= $1::timestamptz
  ), started as (
    select payload::jsonb #>> '{data,ticketId}' as ticket, min(created_at) as created_at from sla.outbox
    where subject like '%.clock.started.v1' and created_at >= $1::timestamptz and payload like '%"kind":"resolve"%' group by 1
  )
  select (extract(epoch from started.created_at - dispatched.created_at) * 1000)::float8 as ms from dispatched join started using (ticket)`;

function rowOf(way: string, samples: readonly number[]): BenchRow {
  return { way, count: samples.length, p50: rounded(quantile(samples, 0.5), 1), p90: rounded(quantile(samples, 0.9), 1), p99: rounded(quantile(samples, 0.99), 1), worst: rounded(Math.max(...samples), 1) };
}

if (import.meta.main) await latencyBench();
