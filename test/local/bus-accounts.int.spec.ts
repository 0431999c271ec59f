import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AckPolicy, DeliverPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { openBus, replay, subscribe } from '@hotline/client';
import { allContracts } from '@hotline/contracts';
import { Bus, connectTo, permissionsOf, StreamPublisher, SUBSCRIBERS_API, applyTopology } from '@hotline/messaging';
import { eventually, freePort } from '@hotline/testing';
import { exampleEvent } from '../../deploy/commands/asyncapi/envelope.ts';
import { busAccounts, busPlan } from '../../deploy/local/bus-accounts.ts';
import { serviceNames } from '../../deploy/local/layout.ts';
import { natsServer } from '../../deploy/local/nats.ts';
import { startServer, stopChild, type Server } from '../../deploy/local/server-process.ts';

const COUNTY = '532328';
const STREAM = `HOTLINE_${COUNTY}`;
const DEAD = `HOTLINE_DEAD_${COUNTY}`;
const { topology, subscribers } = busPlan(COUNTY);
const SUBSCRIBER = subscribers[0]?.name ?? '';

const FROM_OUTSIDE = { apiPrefix: SUBSCRIBERS_API };
const secrets = { busSecret: 'of this spec' } as Parameters<typeof busAccounts>[1];
const accounts = busAccounts(COUNTY, secrets);
let server: Server;
let child: ChildProcess;
let directory: string;
let port: number;

const urlOf = (user: string): string => `nats://${user}:${accounts.passwords[`NATS_PASSWORD_${user.toUpperCase()}`]}@127.0.0.1:${port}`;
const open: NatsConnection[] = [];

/** A user with what the server has refused it so far. */
async function as(user: string) {
  const connection = await connectTo(urlOf(user), { name: user, timeout: 2_000 });
  open.push(connection);
  const refused: string[] = [];
  void (async () => {
    for await (const status of connection.status()) if (status.type === 'error') refused.push(status.error.message);
  })();
  return {
    connection,
    /** What came of an attempt: the server answers a forbidden one with an error, which the ping that follows brings along. */
    async refusalOf(attempt: (connection: NatsConnection) => void): Promise<string | undefined> {
      refused.length = 0;
      attempt(connection);
      await connection.flush();
      await new Promise((resolve) => setImmediate(resolve));
      return refused[0];
    },
  };
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'hotline-accounts-'));
  port = await freePort();
  server = natsServer({ directory: join(directory, 'nats'), port, logFile: join(directory, 'nats.log'), accounts });
  child = await startServer(server, () => undefined);
  const { connection } = await as('operations');
  await applyTopology(connection, topology, { subscribers });
});

afterAll(async () => {
  await Promise.all(open.map((connection) => connection.close()));
  await stopChild(child, server);
  rmSync(directory, { recursive: true, force: true });
});

describe('[Art. 10] nobody is on the bus without a name', () => {
  it('refuses a connection without user and password, and one with a wrong password', async () => {
    await expect(connectTo(`nats://127.0.0.1:${port}`, { reconnect: false })).rejects.toThrow(/authorization/i);
    await expect(connectTo(`nats://routing:wrong@127.0.0.1:${port}`, { reconnect: false })).rejects.toThrow(/authorization/i);
  });
});

describe.each(serviceNames)('[Art. 10] %s on the bus', (service) => {
  const others = serviceNames.filter((name) => name !== service);
  const own = allContracts().filter(({ producer }) => producer === service);
  const durables = topology.consumers.map(({ durable }) => durable);

  it('publishes its own events as the relay does, and no event of another service', async () => {
    const { connection, refusalOf } = await as(service);
    const bus = new Bus({ url: urlOf(service), name: service, county: COUNTY });
    const publisher = new StreamPublisher(connection, bus.stream, bus.inboxPrefix);
    expect(await publisher.publish(own.map(({ name }) => ({ subject: `hotline.${COUNTY}.${name}`, payload: '{}', id: `${service}-${name}` })))).toEqual(own.map(() => undefined));
    publisher.close();
    await bus.close();
    for (const { name } of allContracts().filter(({ producer }) => producer !== service))
      expect(await refusalOf((bus) => bus.publish(`hotline.${COUNTY}.${name}`, '{}'))).toMatch(/Permissions Violation for Publish/);
  });

  it('reads its own consumers only', async () => {
    const { connection, refusalOf } = await as(service);
    const stream = jetstream(connection);
    const mine = durables.filter((name) => name.startsWith(`${service}-`));
    await Promise.all(
      mine.map(async (durable) => {
        const message = await (await stream.consumers.get(STREAM, durable)).next({ expires: 1_000 });
        if (message) expect(await message.ackAck({ timeout: 2_000 })).toBe(true);
      }),
    );
    for (const durable of durables.filter((name) => !name.startsWith(`${service}-`))) {
      expect(await refusalOf((bus) => bus.publish(`$JS.API.CONSUMER.MSG.NEXT.${STREAM}.${durable}`))).toMatch(/Permissions Violation/);
      expect(await refusalOf((bus) => bus.publish(`$JS.ACK.${STREAM}.${durable}.1.1.1.1.1`))).toMatch(/Permissions Violation/);
    }
  });

  it.each([
    `$JS.API.STREAM.DELETE.${STREAM}`,
    `$JS.API.STREAM.PURGE.${STREAM}`,
    `$JS.API.STREAM.UPDATE.${STREAM}`,
    `$JS.API.STREAM.CREATE.ANOTHER`,
    `$JS.API.STREAM.MSG.GET.${STREAM}`,
    `$JS.API.STREAM.MSG.DELETE.${STREAM}`,
    `$JS.API.DIRECT.GET.${STREAM}`,
    `$JS.API.CONSUMER.CREATE.${STREAM}`,
    `$JS.API.CONSUMER.CREATE.${STREAM}.mine`,
    `$JS.API.CONSUMER.DURABLE.CREATE.${STREAM}.mine`,
    `$JS.API.CONSUMER.DELETE.${STREAM}.sla-tickets`,
    `$JS.API.STREAM.MSG.GET.${DEAD}`,
    `hotline-dead.${COUNTY}.nobody`,
    `hotline.${COUNTY}.ticket.invented.v1`,
    'hotline.999999.ticket.registered.v1',
    'anything',
  ])('may not publish to %s', async (subject) => {
    const { refusalOf } = await as(service);
    expect(await refusalOf((bus) => bus.publish(subject))).toMatch(/Permissions Violation for Publish/);
  });

  it.each(['>', `hotline.${COUNTY}.>`, `hotline-dead.${COUNTY}.>`, '_INBOX.>', ...others.map((name) => `_INBOX_${name}.>`), ...others.map((name) => `hotline-wake.${COUNTY}.${name}`)])('may not listen to %s', async (subject) => {
    const { refusalOf } = await as(service);
    expect(await refusalOf((bus) => void bus.subscribe(subject, { callback: () => undefined }))).toMatch(/Permissions Violation for Subscription/);
  });

  it('is given nothing that no line of the platform uses', () => {
    expect(permissionsOf(service, COUNTY, topology).publish.filter((subject) => /[*>]/.test(subject) && !subject.startsWith('$JS.ACK.'))).toEqual([]);
  });
});

describe('[Art. 10] a subscriber outside of the platform', () => {
  it('hears exactly the events that it asked for, acknowledges them, and finds the rest after a restart', async () => {
    const { connection } = await as(SUBSCRIBER);
    const { connection: admin } = await as('operations');
    const consumer = await jetstream(connection, FROM_OUTSIDE).consumers.get(STREAM, SUBSCRIBER);
    const names: string[] = [];
    for await (const message of await consumer.fetch({ max_messages: 2, expires: 3_000 })) {
      names.push(message.subject.replace(`hotline.${COUNTY}.`, ''));
      expect(await message.ackAck({ timeout: 2_000 })).toBe(true);
    }
    expect(names).toHaveLength(2);
    expect(subscribers[0]?.events).toEqual(expect.arrayContaining(names));
    const { num_ack_pending, delivered } = await (await jetstreamManager(admin)).consumers.info(STREAM, SUBSCRIBER);
    expect({ num_ack_pending, delivered: delivered.consumer_seq }).toEqual({ num_ack_pending: 0, delivered: 2 });
  });

  it('needs no more than it may for what @hotline/client does: hear, acknowledge, read again', async () => {
    const { connection: admin } = await as('operations');
    const made = allContracts().find(({ name }) => name === 'clock.overdue.v1');
    if (!made) throw new Error('no contract');
    await jetstream(admin).publish(`hotline.${COUNTY}.${made.name}`, JSON.stringify(exampleEvent(made)));
    const bus = await openBus({ url: urlOf(SUBSCRIBER), county: COUNTY });
    const heard: string[] = [];
    const subscription = subscribe(bus, { events: ['clock.overdue.v1'] }, ({ data }) => void heard.push(data.unit));
    await eventually(() => expect(heard).toEqual(['YM-SWJ']));
    await eventually(async () => expect(await (await jetstreamManager(admin)).consumers.info(STREAM, SUBSCRIBER)).toMatchObject({ num_pending: 0, num_ack_pending: 0 }));
    await subscription.stop();
    for await (const parsed of replay(bus, { events: ['clock.overdue.v1', 'ticket.closed.v1'] })) if (parsed.ok) heard.push(parsed.event.type);
    expect(heard).toEqual(['YM-SWJ', 'hotline.clock.overdue.v1']);
    await bus.close();
  });

  it('reads an event of its own again from the beginning, and no other event', async () => {
    const { connection, refusalOf } = await as(SUBSCRIBER);
    const manager = await jetstreamManager(connection, { ...FROM_OUTSIDE, checkAPI: false });
    const [event] = subscribers[0]?.events ?? [];
    const again = { name: `${SUBSCRIBER}-replay`, ack_policy: AckPolicy.Explicit, deliver_policy: DeliverPolicy.All, inactive_threshold: 60_000_000_000 };
    await manager.consumers.add(STREAM, { ...again, filter_subject: `hotline.${COUNTY}.${event}` });
    const messages = await (await jetstream(connection, FROM_OUTSIDE).consumers.get(STREAM, again.name)).fetch({ max_messages: 1, expires: 3_000 });
    for await (const message of messages) expect(message.subject).toBe(`hotline.${COUNTY}.${event}`);
    expect(messages.getReceived()).toBe(1);
    expect(await manager.consumers.delete(STREAM, again.name)).toBe(true);
    const forbidden = allContracts().map(({ name }) => name).find((name) => !subscribers[0]?.events.includes(name));
    expect(await refusalOf((bus) => bus.publish(`HOTLINE.API.CONSUMER.CREATE.${STREAM}.${again.name}.hotline.${COUNTY}.${forbidden}`))).toMatch(/Permissions Violation/);
  });

  it.each([
    `hotline.${COUNTY}.ticket.registered.v1`,
    `hotline.${COUNTY}.clock.overdue.v1`,
    ...['HOTLINE.API', '$JS.API'].flatMap((api) => [
      `${api}.CONSUMER.MSG.NEXT.${STREAM}.sla-tickets`,
      `${api}.CONSUMER.INFO.${STREAM}.sla-tickets`,
      `${api}.CONSUMER.CREATE.${STREAM}.sla-tickets.hotline.${COUNTY}.ticket.registered.v1`,
      `${api}.CONSUMER.CREATE.${STREAM}.another`,
      `${api}.STREAM.INFO.${STREAM}`,
      `${api}.STREAM.DELETE.${STREAM}`,
      `${api}.STREAM.MSG.GET.${STREAM}`,
    ]),
    `hotline-dead.${COUNTY}.${SUBSCRIBER}`,
  ])('may not publish to %s', async (subject) => {
    const { refusalOf } = await as(SUBSCRIBER);
    expect(await refusalOf((bus) => bus.publish(subject))).toMatch(/Permissions Violation for Publish/);
  });

  it.each(['>', `hotline.${COUNTY}.>`, '_INBOX.>', '_INBOX_sla.>', `hotline-wake.${COUNTY}.sla`])('may not listen to %s', async (subject) => {
    const { refusalOf } = await as(SUBSCRIBER);
    expect(await refusalOf((bus) => void bus.subscribe(subject, { callback: () => undefined }))).toMatch(/Permissions Violation for Subscription/);
  });
});
