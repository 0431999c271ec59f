import { seedUnits } from '../../deploy/commands/seed-units.ts';
import { printResult, type BenchResult, type BenchRow } from './bench-result.ts';
import { BenchStack } from './bench-stack.ts';
import { quantile, rounded } from './figures.ts';
import { durableSettings, machine } from './machine.ts';

const PER_SECOND = 300;
const SECONDS = 10;
const WARM_UP = 300;
const PREPARING_AT_ONCE = 16;
const AIM = { p50: 10, p99: 50 };
const UNIT = '532328101';

/** One call to a service of the stack; throws on anything but success. */
type Call = (service: 'intake' | 'routing', path: string, body: object) => Promise<{ readonly id: string }>;

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
    const operator = await callerOf(stack, 'operator');
    const dispatcher = await callerOf(stack, 'dispatcher');
    const tickets = await acceptedTickets(operator, WARM_UP + PER_SECOND * SECONDS);
    await stack.settled();
    await openLoop(dispatcher, tickets.slice(0, WARM_UP));
    await stack.settled();
    const since = await now(stack);
    const answered = await openLoop(dispatcher, tickets.slice(WARM_UP));
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

async function callerOf(stack: BenchStack, role: 'operator' | 'dispatcher'): Promise<Call> {
  const headers = { authorization: `Bearer ${await stack.token(role)}`, 'content-type': 'application/json' };
  return async (service, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${stack.layout.ports[service]}/${service}/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const told = (await answer.json()) as { id: string };
    if (!answer.ok) throw new Error(`${service} answered ${answer.status} to ${path.replace(/[0-9a-f-]{36}/, '…')}`);
    return told;
  };
}

async function acceptedTickets(call: Call, count: number): Promise<string[]> {
  const ids: string[] = [];
  let begun = 0;
  const lane = async (): Promise<void> => {
    while (begun++ < count) {
      const { id } = await call('intake', 'tickets', { channel: 'phone', petitionerKind: 'individual', category: 'help', title: '路灯不亮', text: '路灯三天不亮' });
      await call('intake', `tickets/${id}/acceptance`, { scopeCode: 'matter-to-solve' });
      ids.push(id);
    }
  };
  await Promise.all(Array.from({ length: PREPARING_AT_ONCE }, lane));
  return ids;
}

/** Sends one dispatch every 1/300 s; answers the milliseconds each took. */
async function openLoop(call: Call, tickets: readonly string[]): Promise<number[]> {
  const began = performance.now();
  return Promise.all(
    tickets.map(async (id, index) => {
      await new Promise((resolve) => setTimeout(resolve, (index * 1_000) / PER_SECOND));
      const sent = Math.max(performance.now(), began + (index * 1_000) / PER_SECOND);
      await call('routing', `tickets/${id}/dispatch`, { mode: 'transfer', lead: UNIT });
      return performance.now() - sent;
    }),
  );
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
