import { randomUUIDv7 as newId } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { jetstream } from '@nats-io/jetstream';
import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { MikroORM } from '@mikro-orm/postgresql';
import { cloudEvent, subjectOf, ticketAnsweredV1, type TicketAnsweredV1 } from '@hotline/contracts';
import { migrate, openOrm, UnitOfWork, type PersistenceOptions } from '@hotline/persistence';
import { metricsText } from '@hotline/observability';
import { eventually, freePort, natsUrl, testCounty, testDatabase, type TestDatabase } from '@hotline/testing';
import { testTopology } from '@hotline/testing/topology';
import { BacklogGauges } from './backlog-gauges.js';
import { Bus } from './bus.js';
import { listDeadLetters } from './dead-letters.js';
import type { EventContext } from './event-context.js';
import { JetStreamServer } from './jetstream.server.js';
import { OutboxRelay } from './outbox-relay.js';
import { applyTopology } from './topology.js';

const AT = Date.UTC(2018, 8, 21);
const EVENT = 'ticket.answered.v1';
let database: TestDatabase;
let orm: MikroORM;
let uow: UnitOfWork;
let bus: Bus;
let county: string;
const closers: (() => Promise<unknown>)[] = [];

beforeAll(() => Logger.overrideLogger(false));
beforeEach(async () => {
  county = testCounty();
  database = await testDatabase('messaging');
  const options: PersistenceOptions = { name: 'spec', url: database.url, schema: 'spec', poolMax: 8, entities: [], migrations: [] };
  await migrate(options);
  orm = await openOrm(options);
  uow = new UnitOfWork(orm, county);
  bus = new Bus({ url: natsUrl(), name: 'spec', county });
  await applyTopology(await bus.connection(), testTopology(county));
  await uow.run((tx) => tx.sql('create table effect (ticket_id uuid, note text)'));
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  await bus.close();
  await orm.close(true);
  await database.drop();
});

function answered(ticketId: string = newId()): TicketAnsweredV1 {
  return { ticketId, answeredAt: new Date(AT).toISOString() };
}

async function publish(eventData: TicketAnsweredV1, id: string = newId()): Promise<void> {
  const event = cloudEvent(ticketAnsweredV1, { id, county, subject: eventData.ticketId, version: 1, time: eventData.answeredAt }, eventData);
  await jetstream(await bus.connection()).publish(subjectOf(county, EVENT), JSON.stringify(event), { msgID: newId() });
}

function serve(handler: (event: TicketAnsweredV1, context: EventContext) => Promise<void>): JetStreamServer {
  const server = new JetStreamServer(bus, uow, [{ durable: 'routing-tickets', noun: 'ticket' }], { backOffMs: [20, 40], mostDeliveries: 3 });
  server.addHandler(EVENT, handler, true);
  server.listen((error) => {
    if (error) throw error;
  });
  closers.push(() => server.close());
  return server;
}

const writeEffect = async (event: TicketAnsweredV1, context: EventContext): Promise<void> => {
  await context.tx.sql('insert into effect values ($1, $2)', [event.ticketId, context.event.id]);
};

const effects = (): Promise<{ ticket_id: string }[]> => uow.read((tx) => tx.sql<{ ticket_id: string }>('select ticket_id from effect order by ticket_id'));

function relay(): OutboxRelay {
  const made = new OutboxRelay(orm, bus, `spec-${county}`);
  uow.onEvents(() => made.wake());
  made.start();
  closers.push(() => made.stop());
  return made;
}

/** Lets the bus be found on another port from now on. */
async function arrive(port: number): Promise<void> {
  const real = new URL(natsUrl());
  const door = createServer((socket) => {
    const through = connect({ host: real.hostname, port: Number(real.port) });
    for (const side of [socket, through]) side.on('error', () => undefined);
    socket.pipe(through).pipe(socket);
  });
  await new Promise<void>((resolve) => door.listen(port, '127.0.0.1', resolve));
  closers.push(async () => void door.close());
}

const emit = (count: number): Promise<void> =>
  uow.run(async (tx) => {
    for (let n = 0; n < count; n++) tx.emit(ticketAnsweredV1, { subject: newId(), version: n + 1, at: AT }, answered());
  });

describe('consuming', () => {
  it('ends at once when it is told to while the bus has never been there', async () => {
    const port = await freePort();
    const nowhere = new Bus({ url: `nats://127.0.0.1:${port}`, name: 'spec', county });
    const server = new JetStreamServer(nowhere, uow, [{ durable: 'routing-tickets', noun: 'ticket' }]);
    server.addHandler(EVENT, writeEffect, true);
    server.listen(() => undefined);
    const idle = new OutboxRelay(orm, nowhere, 'spec');
    idle.start();
    await eventually(async () => {
      const [row] = await uow.read((tx) => tx.sql<{ held: boolean }>(`select exists (select from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())) as held`));
      expect(row).toEqual({ held: true }); // the relay leads and waits for the bus
    });
    await Promise.all([server.close(), idle.stop()]);
    await nowhere.close();
    await arrive(port); // or the client would look for it for ever
    await nowhere.connection();
  });

  it('handles an event once, however often it is delivered', async () => {
    serve(writeEffect);
    const [one, two] = [newId(), newId()];
    for (let times = 0; times < 3; times++) {
      await publish(answered(one), one);
      await publish(answered(two), two);
    }
    await publish(answered(), newId());
    await eventually(async () => expect(await effects()).toHaveLength(3));
  });

  it('keeps neighbours going beside a message that always fails, and buries that one with its reason', async () => {
    const poison = newId();
    serve(async (event, context) => {
      await writeEffect(event, context);
      if (event.ticketId === poison) throw new TypeError('about 13800000000');
    });
    const good: string[] = [newId(), newId(), newId()];
    for (const id of [good[0], poison, good[1], good[2]] as string[]) await publish(answered(id));
    await eventually(async () => expect((await effects()).map((effect) => effect.ticket_id)).toEqual(good.toSorted()));
    await eventually(async () => {
      const letters = await listDeadLetters(bus);
      expect(letters.map(({ durable, kind, reason, deliveries }) => [durable, kind, reason, deliveries])).toEqual([['routing-tickets', 'defect', 'TypeError', 3]]);
    });
    });

  it('rolls effect, inbox and new events back together and succeeds on a later delivery', async () => {
    let failures = 0;
    serve(async (event, context) => {
      await writeEffect(event, context);
      context.tx.emit(ticketAnsweredV1, { subject: event.ticketId, version: 9, at: AT }, event);
      if (failures++ < 2) throw new Error('not yet');
    });
    await publish(answered());
    await eventually(async () => expect(await effects()).toHaveLength(1));
    const [counts] = await uow.read((tx) => tx.sql('select (select count(*) from inbox)::int as inbox, (select count(*) from outbox)::int as outbox'));
    expect(counts).toEqual({ inbox: 1, outbox: 1 });
  });

  it('stops the boot when a handler would never be called', () => {
    const server = new JetStreamServer(bus, uow, [{ durable: 'routing-tickets', noun: 'ticket' }]);
    server.addHandler('clock.stopped.v1', async () => undefined, true);
    const callback = jest.fn();
    server.listen(callback);
    expect(callback.mock.calls[0]?.[0]).toMatchObject({ message: expect.stringContaining('no durable consumer for the noun clock') });
  });
});

describe('publishing', () => {
  it('publishes what was committed, in order and once, with two relays, and nothing of a rolled-back transaction', async () => {
    relay();
    relay();
    await emit(300);
    await expect(
      uow.run(async (tx) => {
        tx.emit(ticketAnsweredV1, { subject: newId(), version: 1, at: AT }, answered());
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    await emit(300);
    const seen: number[] = [];
    const manager = await bus.manager();
    await eventually(async () => expect((await manager.streams.info(bus.stream)).state.messages).toBe(600));
    for (let sequence = 1; sequence <= 600; sequence++) {
      const message = await manager.streams.getMessage(bus.stream, { seq: sequence });
      seen.push((message?.json() as { version: number }).version);
    }
    const oneToThreeHundred = Array.from({ length: 300 }, (_, index) => index + 1);
    expect(seen).toEqual([...oneToThreeHundred, ...oneToThreeHundred]);
  });

  it('fills a lost stream again from its own history, and consumers skip what they had handled', async () => {
    relay();
    serve(writeEffect);
    await emit(5);
    await eventually(async () => expect(await effects()).toHaveLength(5));
    await (await bus.manager()).streams.purge(bus.stream);
    await uow.run((tx) => tx.sql('insert into outbox_unsent select id from outbox'));
    await emit(1);
    await eventually(async () => expect(await effects()).toHaveLength(6));
  });
});

describe('falling behind', () => {
  it('shows the age of the oldest event not yet told, and what a consumer has not handled', async () => {
    const behind = new BacklogGauges(uow, bus, ['routing-tickets']);
    const lag = async (): Promise<unknown> => (await behind.lags()).map(({ value, attributes }) => [attributes.durable, value]);
    expect([await behind.outboxAge(), await lag()]).toEqual([0, [['routing-tickets', 0]]]);
    await emit(2);
    await uow.run((tx) => tx.sql(`update outbox set created_at = created_at - interval '90 seconds' where id = (select min(id) from outbox)`));
    const age = await behind.outboxAge();
    expect(age).toBeGreaterThanOrEqual(90);
    expect(age).toBeLessThan(150);
    relay();
    await eventually(async () => expect([await behind.outboxAge(), await lag()]).toEqual([0, [['routing-tickets', 2]]]));
    serve(writeEffect);
    await eventually(async () => expect(await lag()).toEqual([['routing-tickets', 0]]));
  });

  it('counts what it handles for the first time, by consumer', async () => {
    const handled = async (): Promise<number> => Number(/^hotline_messages_handled_total\{durable="routing-tickets"\} (\d+)/m.exec(await metricsText())?.[1] ?? 0);
    const before = await handled();
    const id = newId();
    await publish(answered(), id);
    await publish(answered(), id);
    await publish(answered());
    serve(writeEffect);
    await eventually(async () => expect(await effects()).toHaveLength(2));
    await eventually(async () => expect(await handled()).toBe(before + 2));
  });
});
