import { randomUUIDv7 as newId } from 'node:crypto';
import { UnitOfWork } from '@hotline/persistence';
import { eventually } from '@hotline/testing';
import { at, SupervisionBench } from '../../spec/supervision-bench.js';
import { CandidateService } from '../accountability/candidate.service.js';
import { Sweep } from '../sweep/sweep.js';

let bench: SupervisionBench;

beforeAll(async () => (bench = await SupervisionBench.start()));
beforeEach(() => (bench.now = at('2026-03-02 10:00')));
afterAll(() => bench.service.stop());

/** Three tickets that are known, in the order in which they are locked. */
async function threeTickets(): Promise<[string, string, string]> {
  const [low, middle, high] = [newId(), newId(), newId()].toSorted() as [string, string, string];
  await bench.hear(...[low, middle, high].map((ticketId) => bench.registered(ticketId, 'individual')));
  return [low, middle, high];
}

/** Holds a ticket while `work` gets into its way, then lets it go. */
async function holding(ticketId: string, work: () => Promise<void>): Promise<void> {
  const other = await bench.service.connection();
  try {
    await other.query('begin');
    await other.query('select from supervised_ticket where ticket_id = $1 for update', [ticketId]);
    await work();
    await other.query('commit');
  } finally {
    other.release();
  }
}

const waiting = (transactions: number): Promise<void> =>
  eventually(async () => {
    const rows = await bench.service.sql(`select distinct pid from pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())`);
    expect(rows.length).toBeGreaterThanOrEqual(transactions);
  });

async function deadlocks(): Promise<number> {
  const [row] = await bench.service.sql<{ deadlocks: number }>(`select deadlocks::integer from pg_stat_database where datname = current_database()`);
  return row?.deadlocks ?? -1;
}

it('a batch of ticket events and one of clock events about the same tickets in opposite orders do not block each other', async () => {
  const [low, middle, high] = await threeTickets();
  const clocks = [low, middle, high].map((ticketId) => bench.clock(1, { clockId: newId(), ticketId, kind: 'resolve' }));
  const tickets = [bench.registered(high, 'individual'), bench.dispatched(low)];
  let heard: Promise<void[]> | undefined;
  await holding(middle, async () => {
    const first = bench.hear(...clocks);
    await waiting(1); // holds the low one
    heard = Promise.all([first, bench.hear(...tickets)]);
    await waiting(2); // is told of the high one first
  });
  await heard;
  expect(await deadlocks()).toBe(0);
});

it('reminders, which go by due dates, and what is weighed of the same tickets do not block each other', async () => {
  const [low, middle, high] = await threeTickets();
  await bench.hear(...[low, high].map((ticketId) => bench.dispatched(ticketId)));
  for (const [ticketId, workingDays] of [[low, 5], [high, 4]] as const) await bench.post(`tickets/${ticketId}/orders`, { ground: 'leader-instruction', workingDays });
  const due = (ticketId: string, dueOn: string) => bench.clock(1, { clockId: newId(), ticketId, kind: 'supervision', dueOn, dueAt: new Date(at(`${dueOn} 24:00`)).toISOString() });
  await bench.hear(due(high, '2026-03-05'), due(low, '2026-03-06'));
  bench.now = at('2026-03-05 10:00');
  const [uow, candidates, sweep] = [bench.service.app.get(UnitOfWork), bench.service.app.get(CandidateService), bench.service.app.get(Sweep)];
  let done: Promise<void[]> | undefined;
  await holding(middle, async () => {
    const weighing = uow.run((tx) => candidates.weighTickets(tx, [high, middle, low], bench.now));
    await waiting(1);
    done = Promise.all([weighing, sweep.once(bench.now)]);
    await waiting(2);
  });
  await done;
  expect(await deadlocks()).toBe(0);
  for (const ticketId of [low, high]) expect((await bench.get(`orders?ticketId=${ticketId}`)).body.items[0].reminders).toHaveLength(1);
});
