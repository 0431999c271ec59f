import type { BenchStack } from './bench-stack.ts';

/** A clock of the time service that its own code has made, to be multiplied. */
export interface TemplateClock {
  readonly id: string;
}

interface Told {
  readonly latenessMs: number;
}

const LOOK_EVERY_MS = 200;

/** Everything of a clock but its names and moments is copied from the template, which the service made itself. */
const COLUMNS = `key, kind, unit, dispatch_no, round, terms, provisional, verdict_waits, stopped_at, verdict, working_days_used, working_days_late, overdue_at, moved_by, calendar_revision, version`;

/** Registers, accepts and dispatches one ticket and takes the clock of its resolution. */
export async function templateClock(stack: BenchStack): Promise<TemplateClock> {
  const post = async (role: 'operator' | 'dispatcher', service: 'intake' | 'routing', path: string, body: object): Promise<{ readonly id: string }> => {
    const headers = { authorization: `Bearer ${await stack.token(role)}`, 'content-type': 'application/json' };
    const answer = await fetch(`${stack.url}/${service}/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${service} answered ${answer.status}`);
    return (await answer.json()) as { id: string };
  };
  await stack.settled(); // the directory has arrived
  const { id } = await post('operator', 'intake', 'tickets', { channel: 'phone', petitionerKind: 'individual', category: 'help', title: '路灯不亮', text: '路灯三天不亮' });
  await post('operator', 'intake', `tickets/${id}/acceptance`, { scopeCode: 'matter-to-solve' });
  await stack.settled();
  await post('dispatcher', 'routing', `tickets/${id}/dispatch`, { mode: 'transfer', lead: '532328101' });
  await stack.settled();
  const { rows } = await stack.pool.query<TemplateClock>(`select id from sla.clock where ticket_id = $1 and kind = 'resolve'`, [id]);
  const [clock] = rows;
  if (!clock) throw new Error('the dispatch started no clock');
  return clock;
}

/** Clocks that wait for a deadline between a month and a year away, with every index and the statistics of a table in use. */
export async function makeWaitingClocks(stack: BenchStack, { id }: TemplateClock, count: number): Promise<void> {
  await insertCopies(stack, id, count, `now() + interval '30 days' + (n % 29000000) * interval '1 second'`);
  await stack.pool.query('vacuum analyze sla.clock');
}

/** Makes `count` of the waiting clocks due one after the other, `everyMs` apart. */
export function spreadDue(stack: BenchStack, count: number, fromMs: number, everyMs: number): Promise<Due> {
  return makeDue(stack, count, `to_timestamp(($2::float8 + n * ${everyMs}) / 1000)`, fromMs);
}

/** Makes `count` of the waiting clocks due at one instant. */
export function putDueAt(stack: BenchStack, count: number, atMs: number): Promise<Due> {
  return makeDue(stack, count, 'to_timestamp(($2::float8 + 0 * n) / 1000)', atMs);
}

interface Due {
  /** Of the outbox: later rows are about these clocks. */
  readonly since: string;
  readonly ids: ReadonlySet<string>;
}

async function makeDue(stack: BenchStack, count: number, moment: string, atMs: number): Promise<Due> {
  const { rows: marks } = await stack.pool.query<{ since: string }>('select coalesce(max(id), 0)::text as since from sla.outbox');
  const { rows } = await stack.pool.query<{ id: string }>(
    `with chosen as (select id, row_number() over () as n from (select id from sla.clock where overdue_at is null and verdict = 'running' and wake_at > now() + interval '10 days' limit $1) as waiting),
     due as (
       update sla.clock set due_at = ${moment}, wake_at = ${moment}, warned = '{half,last-day}'
       from chosen where clock.id = chosen.id returning clock.id)
     select id from due`,
    [count, atMs],
  );
  if (Date.now() > atMs) throw new Error('the clocks were due before they were written: the machine is too busy');
  return { since: marks[0]?.since ?? '0', ids: new Set(rows.map(({ id }) => id)) };
}

/** Waits until `count` clocks have been told overdue, each once; how late, by clock. */
export async function overdueTold(stack: BenchStack, since: string, count: number, withinMs: number): Promise<Map<string, Told>> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const { rows: seen } = await stack.pool.query<{ told: number }>(`select count(*)::integer as told from sla.outbox where id > $1 and subject like '%.clock.overdue.v1'`, [since]);
    if ((seen[0]?.told ?? 0) >= count) break;
    if (performance.now() > deadline) throw new Error(`only ${seen[0]?.told ?? 0} of ${count} clocks were told overdue`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  const { rows } = await stack.pool.query<{ id: string; late: number }>(
    `select aggregate as id, (extract(epoch from outbox.created_at - clock.due_at) * 1000)::float8 as late
     from sla.outbox join sla.clock on clock.id = aggregate::uuid where outbox.id > $1 and subject like '%.clock.overdue.v1'`,
    [since],
  );
  const told = new Map(rows.map(({ id, late }) => [id, { latenessMs: late }]));
  if (rows.length !== count || told.size !== count) throw new Error(`${rows.length} events about ${told.size} clocks instead of ${count}`);
  return told;
}

async function insertCopies(stack: BenchStack, template: string, count: number, moment: string): Promise<void> {
  await stack.pool.query(
    `insert into sla.clock (id, ticket_id, started_at, due_on, due_at, warned, wake_at, ${COLUMNS})
     select gen_random_uuid(), gen_random_uuid(), now(), ((${moment}) at time zone 'Asia/Shanghai')::date, ${moment}, '{half,last-day}', ${moment}, ${COLUMNS}
     from sla.clock, generate_series(1, $2) as n where clock.id = $1`,
    [template, count],
  );
}
