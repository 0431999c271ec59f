import { randomUUIDv7 as newId } from 'node:crypto';
import { headers } from '@nats-io/transport-node';
import { Logger } from '@nestjs/common';
import type { MikroORM } from '@mikro-orm/postgresql';
import { cloudEvent, subjectOf, ticketAnsweredV1, type TicketAnsweredV1 } from '@hotline/contracts';
import { metricsText } from '@hotline/observability';
import { migrate, openOrm, UnitOfWork, type PersistenceOptions } from '@hotline/persistence';
import { eventually, natsUrl, testCounty, testDatabase, type TestDatabase } from '@hotline/testing';
import { testTopology } from '@hotline/testing/topology';
import { BacklogGauges } from './backlog-gauges.js';
import { Bus } from './bus.js';
import { drop, listDeadLetters, payloadOf, redrive, type DeadLetter } from './dead-letters.js';
import { JetStreamServer } from './jetstream.server.js';
import { applyTopology, type Topology } from './topology.js';

/** Who hears of a ticket that was answered, and who of one that was dispatched. */
const ANSWERED = ['routing-tickets', 'sla-tickets'];
const DISPATCHED = ['intake-tickets', 'sla-tickets', 'supervision-tickets', 'appraisal-tickets'];
const TICKETS = [...new Set([...ANSWERED, ...DISPATCHED])];
const NOT_JSON = '{"specversion":"1.0"';

let database: TestDatabase;
let orm: MikroORM;
let uow: UnitOfWork;
let bus: Bus;
let county: string;
let broken: Set<string>;
const servers: JetStreamServer[] = [];

beforeAll(() => Logger.overrideLogger(false));
beforeEach(async () => {
  county = testCounty();
  database = await testDatabase('dead_letters');
  const options: PersistenceOptions = { name: 'spec', url: database.url, schema: 'spec', poolMax: 12, entities: [], migrations: [] };
  await migrate(options);
  orm = await openOrm(options);
  uow = new UnitOfWork(orm, county);
  bus = new Bus({ url: natsUrl(), name: 'spec', county });
  await applyTopology(await bus.connection(), twoEventsOnly(testTopology(county)));
  await uow.run((tx) => tx.sql('create table effect (durable text, ticket_id uuid)'));
  broken = new Set(TICKETS);
  for (const durable of TICKETS) serve(durable);
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
  await bus.close();
  await orm.close(true);
  await database.drop();
});

/** The streams of the platform, and consumers that hear what this spec is about, whoever else hears of it there. */
function twoEventsOnly({ streams, consumers }: Topology): Topology {
  const hears = (durable: string): string[] => [...(ANSWERED.includes(durable) ? ['ticket.answered.v1'] : []), ...(DISPATCHED.includes(durable) ? ['ticket.dispatched.v1'] : [])];
  return { streams, consumers: [...TICKETS.map((durable) => ({ durable, noun: 'ticket', events: hears(durable) })), ...consumers.filter(({ durable }) => durable === 'routing-calendars')] };
}

/** Fails on every event as long as its consumer is broken. */
function serve(durable: string): void {
  const server = new JetStreamServer(bus, uow, [{ durable, noun: 'ticket' }], { backOffMs: [10], mostDeliveries: 2 });
  server.addHandler(
    'ticket.answered.v1',
    async (event: TicketAnsweredV1, { tx }: { tx: { sql(text: string, values: unknown[]): Promise<unknown> } }) => {
      if (broken.has(durable)) throw new TypeError('not made for this');
      await tx.sql('insert into effect values ($1, $2)', [durable, event.ticketId]);
    },
    true,
  );
  server.addHandler('ticket.dispatched.v1', async () => undefined, true);
  server.listen((error) => {
    if (error) throw error;
  });
  servers.push(server);
}

async function publishAnswered(): Promise<string> {
  const [id, ticketId, answeredAt] = [newId(), newId(), '2018-09-21T00:00:00.000Z'];
  const event = cloudEvent(ticketAnsweredV1, { id, county, subject: ticketId, version: 1, time: answeredAt }, { ticketId, answeredAt });
  await (await bus.jetstream()).publish(subjectOf(county, 'ticket.answered.v1'), JSON.stringify(event), { msgID: id });
  return id;
}

const publishUnreadable = async () => (await bus.jetstream()).publish(subjectOf(county, 'ticket.dispatched.v1'), NOT_JSON, { msgID: newId() });

/** The letters when nobody has anything left to handle. */
function settled(count: number, after = 0): Promise<DeadLetter[]> {
  return eventually(async () => {
    const manager = await bus.manager();
    for (const durable of TICKETS) {
      const { num_pending, num_ack_pending } = await manager.consumers.info(bus.stream, durable);
      expect([durable, num_pending, num_ack_pending]).toEqual([durable, 0, 0]);
    }
    const letters = await listDeadLetters(bus);
    expect(letters).toHaveLength(count);
    expect(letters.every(({ sequence }) => sequence > after)).toBe(true);
    return letters;
  });
}

const lastOf = (letters: readonly DeadLetter[]): number => letters.at(-1)?.sequence ?? 0;
const effects = () => uow.read((tx) => tx.sql<{ durable: string }>('select durable from effect order by durable'));

describe('dead letters', () => {
  it('tell of each consumer what it could not handle, and why', async () => {
    await publishUnreadable();
    const letters = await settled(DISPATCHED.length);
    expect(letters.map(({ durable }) => durable).toSorted()).toEqual(DISPATCHED.toSorted());
    expect(letters[0]).toMatchObject({ kind: 'unreadable', reason: 'envelope: not JSON', subject: subjectOf(county, 'ticket.dispatched.v1'), deliveries: 1 });
    expect(new Set(letters.map(({ event }) => event)).size).toBe(1);
    expect(await payloadOf(bus, letters[0]?.sequence ?? 0)).toBe(NOT_JSON);
    expect(await payloadOf(bus, 999)).toBeUndefined();
  });

  it('do not grow beyond consumers × events, however often they are re-driven, and dropping empties them', async () => {
    const answered = await publishAnswered();
    await publishUnreadable();
    await publishUnreadable();
    const many = ANSWERED.length + 2 * DISPATCHED.length;
    let letters = await settled(many);
    const events = new Set(letters.map(({ event }) => event));
    expect(events.size).toBe(3);
    expect(events).toContain(answered);
    for (let times = 0; times < 2; times++) {
      expect(await redrive(bus, letters)).toEqual({ events: 3, letters: many });
      letters = await settled(many, lastOf(letters));
    }
    expect(letters.filter(({ event }) => event === answered)).toHaveLength(ANSWERED.length); // still known as the same event
    expect(await drop(bus, letters)).toBe(many);
    expect(await drop(bus, letters)).toBe(0);
    expect(await listDeadLetters(bus)).toEqual([]);
  });

  it('are re-driven by event: one letter takes all of its event along and leaves the others, and who had handled it skips it', async () => {
    broken.delete('routing-tickets');
    const answered = await publishAnswered();
    await publishUnreadable();
    const [chosen] = (await settled(1 + DISPATCHED.length)).filter(({ event }) => event === answered);
    expect(chosen).toMatchObject({ durable: 'sla-tickets', kind: 'defect', reason: 'TypeError' });
    broken.clear();
    expect(await redrive(bus, chosen ? [chosen] : [])).toEqual({ events: 1, letters: 1 });
    await eventually(async () => expect(await effects()).toEqual([{ durable: 'routing-tickets' }, { durable: 'sla-tickets' }]));
    const rest = await settled(DISPATCHED.length);
    expect(await effects()).toHaveLength(2);
    const [one] = rest;
    expect(await redrive(bus, one ? [one] : [])).toEqual({ events: 1, letters: DISPATCHED.length });
    expect(await redrive(bus, rest)).toEqual({ events: 0, letters: 0 }); // what is gone is not published a second time
    await settled(DISPATCHED.length, lastOf(rest));
  });

  it('are all gone through, however many', async () => {
    const stream = await bus.jetstream();
    const head = headers();
    head.set('Hotline-Durable', 'sla-tickets');
    for (let left = 1_100; left > 0; left -= 100) await Promise.all(Array.from({ length: 100 }, () => stream.publish(bus.deadSubject('sla-tickets'), NOT_JSON, { headers: head })));
    const letters = await listDeadLetters(bus);
    expect(letters.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 1_100 }, (_, index) => index + 1));
    expect(await drop(bus, letters.slice(5))).toBe(1_095);
    expect(await listDeadLetters(bus)).toHaveLength(5);
  });

  it('are counted by consumer and kind, and shown as long as they wait', async () => {
    const buried = async (kind: string): Promise<number> =>
      Number(new RegExp(`^hotline_messages_buried_total\\{durable="sla-tickets",kind="${kind}"\\} (\\d+)`, 'm').exec(await metricsText())?.[1] ?? 0);
    const gauges = new BacklogGauges(uow, bus, ['sla-tickets', 'routing-calendars']);
    const waiting = async (): Promise<unknown> => (await gauges.deadLetters()).map(({ value, attributes }) => [attributes.durable, value]);
    const before = [await buried('unreadable'), await buried('defect')] as const;
    await publishAnswered();
    await publishUnreadable();
    await publishUnreadable();
    const letters = await settled(ANSWERED.length + 2 * DISPATCHED.length);
    await eventually(async () => expect([await buried('unreadable'), await buried('defect')]).toEqual([before[0] + 2, before[1] + 1]));
    expect(await waiting()).toEqual([['sla-tickets', 3], ['routing-calendars', 0]]);
    await drop(bus, letters);
    expect(await waiting()).toEqual([['sla-tickets', 0], ['routing-calendars', 0]]);
  });
});
