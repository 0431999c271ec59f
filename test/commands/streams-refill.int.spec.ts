import { randomUUIDv7 as newId } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { MikroORM } from '@mikro-orm/postgresql';
import { ticketAnsweredV1 } from '@hotline/contracts';
import { applyTopology, Bus, OutboxRelay } from '@hotline/messaging';
import { migrate, openOrm, UnitOfWork, type PersistenceOptions } from '@hotline/persistence';
import { eventually, natsUrl, testCounty, testDatabase, type TestDatabase } from '@hotline/testing';
import { testTopology } from '@hotline/testing/topology';
import { refill } from '../../deploy/commands/streams/refill.ts';

const AT = Date.UTC(2018, 8, 21);

/** A service as far as the outbox goes. */
interface Teller {
  readonly orm: MikroORM;
  readonly uow: UnitOfWork;
}

let database: TestDatabase;
let bus: Bus;
let intake: Teller;
let sla: Teller;
let warnings: string[];
const relays: OutboxRelay[] = [];

beforeEach(async () => {
  warnings = [];
  Logger.overrideLogger({ log: () => undefined, error: () => undefined, warn: (_: unknown, ...words: unknown[]) => void warnings.push(...words.map(String)) });
  const county = testCounty();
  database = await testDatabase('refill');
  bus = new Bus({ url: natsUrl(), name: 'spec', county });
  await applyTopology(await bus.connection(), testTopology(county));
  [intake, sla] = [await teller('intake', county), await teller('sla', county)];
});
afterEach(async () => {
  for (const relay of relays.splice(0)) await relay.stop();
  await bus.close();
  for (const { orm } of [intake, sla]) await orm.close(true);
  await database.drop();
  Logger.overrideLogger(false);
});

async function teller(schema: string, county: string): Promise<Teller> {
  const options: PersistenceOptions = { name: schema, url: database.url, schema, poolMax: 4, entities: [], migrations: [] };
  await migrate(options);
  const orm = await openOrm(options);
  return { orm, uow: new UnitOfWork(orm, county) };
}

function relay(of: Teller, name: string): OutboxRelay {
  const made = new OutboxRelay(of.orm, bus, `${name}-${bus.county}`);
  made.start();
  relays.push(made);
  return made;
}

/** Commits events that carry the numbers from `first` to `last` as their versions. */
const emit = ({ uow }: Teller, first: number, last: number): Promise<void> =>
  uow.run(async (tx) => {
    for (let version = first; version <= last; version++) {
      const ticketId = newId();
      tx.emit(ticketAnsweredV1, { subject: ticketId, version, at: AT }, { ticketId, answeredAt: new Date(AT).toISOString() });
    }
  });

/** The numbers of the events in the stream, in its order. */
async function held(): Promise<number[]> {
  const { streams } = await bus.manager();
  const { state } = await streams.info(bus.stream);
  const versions: number[] = [];
  for (let sequence = state.first_seq; state.messages > 0 && sequence <= state.last_seq; sequence++) {
    const message = await streams.getMessage(bus.stream, { seq: sequence });
    if (message) versions.push(message.json<{ version: number }>().version);
  }
  return versions;
}

const numbers = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** As with a lost store the server also forgets the ids it had seen; a purge alone keeps them for the duplicate window. */
async function lose(): Promise<void> {
  await (await bus.manager()).streams.delete(bus.stream);
  await applyTopology(await bus.connection(), testTopology(bus.county));
}

async function refilled(services: readonly ('intake' | 'sla' | 'routing')[], since?: Date): Promise<string[]> {
  const lines: string[] = [];
  await refill(database.url, { services, since }, (line) => lines.push(line));
  return lines;
}

describe('npm run streams -- refill', () => {
  it('brings all that was sent back into a lost stream, in order', async () => {
    await emit(intake, 1, 120);
    relay(intake, 'intake');
    await eventually(async () => expect(await held()).toEqual(numbers(1, 120)));
    await lose();
    expect(await held()).toEqual([]);
    expect(await refilled(['intake', 'sla', 'routing'])).toEqual([
      '受理 intake：放回 120 个事件',
      '时限 sla：放回 0 个事件',
      expect.stringContaining('派单 routing：数据库中没有它的表'),
      expect.stringContaining('自动再次发布'),
    ]);
    await eventually(async () => expect(await held()).toEqual(numbers(1, 120)));
  });

  it('brings back only what was committed since, of the services named, and nothing that is still there twice', async () => {
    await emit(intake, 1, 10);
    await intake.uow.run((tx) => tx.sql(`update outbox set created_at = clock_timestamp() - interval '2 days'`));
    await emit(intake, 11, 15);
    relay(intake, 'intake');
    await eventually(async () => expect(await held()).toEqual(numbers(1, 15)));
    await emit(sla, 21, 25);
    relay(sla, 'sla');
    await eventually(async () => expect(await held()).toHaveLength(20));
    expect((await refilled(['intake']))[0]).toBe('受理 intake：放回 15 个事件');
    await eventually(async () => expect(await intake.uow.read((tx) => tx.sql('select id from outbox_unsent'))).toEqual([]));
    expect(await held()).toHaveLength(20); // the server knows their ids
    await lose();
    expect((await refilled(['intake'], new Date(Date.now() - 86_400_000)))[0]).toBe('受理 intake：放回 5 个事件');
    await eventually(async () => expect(await held()).toEqual(numbers(11, 15)));
  });

  it('never brings back what consumers may have forgotten to have handled, whatever it is asked', async () => {
    await emit(intake, 1, 3);
    await intake.uow.run((tx) => tx.sql(`update outbox set created_at = clock_timestamp() - interval '366 days'`));
    await emit(intake, 4, 5);
    relay(intake, 'intake');
    await eventually(async () => expect(await held()).toEqual(numbers(1, 5)));
    await lose();
    expect((await refilled(['intake'], new Date('2018-09-21T00:00:00Z')))[0]).toBe('受理 intake：放回 2 个事件');
    await eventually(async () => expect(await held()).toEqual([4, 5]));
  });
});

describe('a lost stream', () => {
  const named = (): string[] => warnings.filter((warning) => warning.includes('npm run streams -- refill'));

  it('is told once by the relay that starts, with the command that mends it; an empty beginning is not', async () => {
    await emit(intake, 1, 3); // not sent yet: nothing is lost
    const first = relay(intake, 'intake');
    await eventually(async () => expect(await held()).toEqual([1, 2, 3]));
    await first.stop();
    const again = relay(intake, 'again');
    await emit(intake, 4, 4);
    await eventually(async () => expect(await held()).toEqual([1, 2, 3, 4]));
    expect(named()).toEqual([]);
    await again.stop();
    await lose();
    await emit(intake, 5, 5);
    relay(intake, 'after-the-loss');
    await eventually(async () => expect(named()).toHaveLength(1));
    await eventually(async () => expect(await held()).toEqual([5]));
    expect(named()).toHaveLength(1);
  });

  it('is told too when not even the stream is there', async () => {
    await emit(intake, 1, 1);
    const before = relay(intake, 'intake');
    await eventually(async () => expect(await held()).toEqual([1]));
    await before.stop();
    await (await bus.manager()).streams.delete(bus.stream);
    relay(intake, 'intake');
    await eventually(async () => expect(named()).toHaveLength(1));
  });
});
