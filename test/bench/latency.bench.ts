import { seedUnits } from '../../deploy/commands/seed-units.ts';
import { printResult, type BenchResult, type BenchRow } from './bench-result.ts';
import { BenchStack } from './bench-stack.ts';
import { quantile, rounded } from './figures.ts';
import { underLoad } from './load-process.ts';
import { durableSettings, machine } from './machine.ts';

const PER_SECOND = 300;
const SECONDS = 10;
const WARM_UP = 300;
const PREPARING_AT_ONCE = 16;
const CONNECTIONS = 64;
const AIM = { p50: 10, p99: 50 };
const UNIT = '532328101';

/** One call to intake; throws on anything but success. */
type Call = (path: string, body: object) => Promise<{ readonly id: string }>;

/**
 * Dispatches 300 tickets a second, whether or not the answers come (open loop), and measures from the end of routing's
 * transaction to the end of the one in which the time service has started the ticket's clocks: both moments are taken by the
 * one PostgreSQL, when a transaction writes its outbox as the last thing before its commit.
 */
export async function latencyBench(): Promise<BenchResult> {
  const before = machine();
  const stack = await BenchStack.start();
  try {
    const postgres = await durableSettings(stack.databaseUrl);
    await seedUnits(stack.url, await stack.token('admin'));
    const operator = await operatorOf(stack);
    const tickets = await acceptedTickets(operator, WARM_UP + PER_SECOND * SECONDS);
    await stack.settled();
    await openLoop(stack, tickets.slice(0, WARM_UP));
    await stack.settled();
    const since = await now(stack);
    const answered = await openLoop(stack, tickets.slice(WARM_UP));
    await stack.settled();
    const clocks = await commitToClocks(stack, since);
    if (clocks.length !== tickets.length - WARM_UP) throw new Error(`${clocks.length} of ${tickets.length - WARM_UP} dispatches reached the time service`);
    const rows = [rowOf('commit in routing → clocks in sla, ms', clocks), rowOf('HTTP answer to the dispatcher, ms', answered)];
    const [p50, p99] = [quantile(clocks, 0.5), quantile(clocks, 0.99)].map((value) => rounded(value, 1));
    const summary = { machine: { ...before, postgres }, perSecond: PER_SECOND, seconds: SECONDS, p50, p99, aim: AIM, reached: (p50 ?? 0) <= AIM.p50 && (p99 ?? 0) <= AIM.p99 };
    const result = { name: 'from a dispatch to the clocks of another service', rows, summary };
    printResult(result);
    return result;
  } finally {
    await stack.stop();
  }
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

/** Sends one dispatch every 1/300 s; answers the milliseconds each took, from the moment it was due. */
async function openLoop(stack: BenchStack, tickets: readonly string[]): Promise<readonly number[]> {
  const body = JSON.stringify({ mode: 'transfer', lead: UNIT });
  const requests = tickets.map((id) => ({ path: `/routing/v1/tickets/${id}/dispatch`, body }));
  const { latencies } = await underLoad({ port: stack.layout.ports.routing, token: await stack.token('dispatcher'), requests, connections: CONNECTIONS, perSecond: PER_SECOND });
  return latencies;
}

async function now(stack: BenchStack): Promise<string> {
  const { rows } = await stack.pool.query<{ now: string }>('select clock_timestamp()::text as now');
  return rows[0]?.now ?? '';
}

async function commitToClocks(stack: BenchStack, since: string): Promise<number[]> {
  const { rows } = await stack.pool.query<{ ms: number }>(
    `with dispatched as (
       select aggregate as ticket, created_at from routing.outbox where subject like '%.ticket.dispatched.v1' and created_at >= $1::timestamptz
     ), started as (
       select payload::jsonb #>> '{data,ticketId}' as ticket, min(created_at) as created_at from sla.outbox
       where subject like '%.clock.started.v1' and created_at >= $1::timestamptz and payload like '%"kind":"resolve"%' group by 1
     )
     select (extract(epoch from started.created_at - dispatched.created_at) * 1000)::float8 as ms from dispatched join started using (ticket)`,
    [since],
  );
  return rows.map((row) => row.ms);
}

function rowOf(way: string, samples: readonly number[]): BenchRow {
  return { way, count: samples.length, p50: rounded(quantile(samples, 0.5), 1), p90: rounded(quantile(samples, 0.9), 1), p99: rounded(quantile(samples, 0.99), 1), worst: rounded(Math.max(...samples), 1) };
}

if (import.meta.main) await latencyBench();
