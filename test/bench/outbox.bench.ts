import { randomUUIDv7 as newId } from 'node:crypto';
import { jetstream } from '@nats-io/jetstream';
import { Logger } from '@nestjs/common';
import { cloudEvent, extensionGrantedV1, subjectOf, type ExtensionGrantedV1 } from '@hotline/contracts';
import { Bus, JetStreamServer, OutboxRelay, type EventContext } from '@hotline/messaging';
import { openOrm, UnitOfWork, type PersistenceOptions, type Transaction } from '@hotline/persistence';
import { printResult, type BenchResult, type BenchRow } from './bench-result.ts';
import { BenchStack } from './bench-stack.ts';
import { rounded, Rounds } from './figures.ts';
import { durableSettings, machine } from './machine.ts';

const ROUNDS = 3;
const EVENTS = 100_000;
const PIPELINED = 1_000;
const INBOX_EVENTS = 50_000;
const ONE_BY_ONE = 2_000;
const AIM = { drain: 0.6 };

/**
 * Drains 100,000 outbox rows by the real relay, in turns with publishing the same payloads to the same stream with 1,000 in
 * flight; then handles events by the real transport, many a transaction, beside a transaction for each.
 */
export async function outboxBench(): Promise<BenchResult> {
  const before = machine();
  Logger.overrideLogger(false);
  const stack = await BenchStack.start();
  try {
    const postgres = await durableSettings(stack.databaseUrl);
    await stack.settled();
    await stack.stopService('routing'); // its outbox is ours now
    await stack.stopService('appraisal'); // and its consumer
    const rounds = new Rounds<{ perSecond: number }>();
    for (let round = 1; round <= ROUNDS; round++) {
      rounds.add('pipelined publishing', { perSecond: await pipelined(stack) });
      rounds.add('outbox relay', { perSecond: await drained(stack) });
    }
    const inbox = await inboxRates(stack);
    const ratio = rounded(rounds.median('outbox relay', 'perSecond') / rounds.median('pipelined publishing', 'perSecond'), 2);
    const rows: BenchRow[] = [...rounds.names().map((way) => ({ way, perSecond: rounded(rounds.median(way, 'perSecond')) })), ...inbox];
    const summary = { machine: { ...before, postgres }, rounds: ROUNDS, events: EVENTS, ratio, aim: AIM.drain, reached: ratio >= AIM.drain };
    const result = { name: 'outbox drain and inbox', rows, summary };
    printResult(result);
    return result;
  } finally {
    await stack.stop();
  }
}

async function pipelined(stack: BenchStack): Promise<number> {
  const events = Array.from({ length: EVENTS }, () => eventOf(stack.county));
  const stream = jetstream(stack.bus);
  const began = performance.now();
  for (let first = 0; first < events.length; first += PIPELINED) {
    await Promise.all(events.slice(first, first + PIPELINED).map(({ id, subject, payload }) => stream.publish(subject, payload, { msgID: id })));
  }
  return (EVENTS * 1_000) / (performance.now() - began);
}

async function drained(stack: BenchStack): Promise<number> {
  const events = Array.from({ length: EVENTS }, () => eventOf(stack.county));
  await stack.pool.query(
    `with told as (
       insert into routing.outbox (event_id, subject, aggregate, payload)
       select event_id, subject, 'bench', payload from unnest($1::uuid[], $2::text[], $3::text[]) as row (event_id, subject, payload) returning id)
     insert into routing.outbox_unsent select id from told`,
    [events.map(({ id }) => id), events.map(({ subject }) => subject), events.map(({ payload }) => payload)],
  );
  await stack.pool.query('analyze routing.outbox, routing.outbox_unsent');
  const orm = await openOrm(persistence(stack, 'routing'));
  const bus = new Bus({ url: stack.natsUrl, name: 'bench', county: stack.county });
  await bus.connection();
  const relay = new OutboxRelay(orm, bus, 'routing');
  const began = performance.now();
  relay.start();
  while ((await stack.pool.query('select from routing.outbox_unsent limit 1')).rowCount) await new Promise((resolve) => setTimeout(resolve, 25));
  const elapsed = performance.now() - began;
  await relay.stop();
  await bus.close();
  await orm.close(true);
  return (EVENTS * 1_000) / elapsed;
}

/** Events per second through the transport with one set-based statement a batch, and with a transaction for each event. */
async function inboxRates(stack: BenchStack): Promise<BenchRow[]> {
  await stack.pool.query('create table appraisal.bench_effect (extension_id text)');
  const orm = await openOrm(persistence(stack, 'appraisal'));
  const uow = new UnitOfWork(orm, stack.county);
  const bus = new Bus({ url: stack.natsUrl, name: 'bench', county: stack.county });
  const handled = new Set<string>();
  const write = async (tx: Transaction, items: readonly ExtensionGrantedV1[]): Promise<void> => {
    await tx.sql('insert into bench_effect select * from unnest($1::text[])', [items.map((item) => item.extensionId)]);
    tx.afterCommit(() => items.forEach((item) => handled.add(item.extensionId)));
  };
  const oneByOne = await transactionEach(uow, write);
  const server = new JetStreamServer(bus, uow, [{ durable: 'appraisal-extensions', noun: 'extension' }]);
  let began = 0;
  const handle = async (event: ExtensionGrantedV1, context: EventContext): Promise<void> => {
    began ||= performance.now();
    context.defer(write, event);
  };
  server.addHandler('extension.granted.v1', handle, true);
  const wanted = await publishGranted(stack);
  handled.clear();
  server.listen(() => undefined);
  while (handled.size < wanted) await new Promise((resolve) => setTimeout(resolve, 25));
  const batched = (wanted * 1_000) / (performance.now() - began);
  await server.close();
  await bus.close();
  await orm.close(true);
  return [
    { way: 'inbox: a transaction for each message', perSecond: rounded(oneByOne) },
    { way: 'inbox: many messages a transaction', perSecond: rounded(batched) },
  ];
}

async function transactionEach(uow: UnitOfWork, write: (tx: Transaction, items: readonly ExtensionGrantedV1[]) => Promise<void>): Promise<number> {
  const began = performance.now();
  for (let n = 0; n < ONE_BY_ONE; n++) {
    await uow.run(async (tx) => {
      await tx.sql(`insert into inbox (consumer, event_id) values ('bench', $1)`, [newId()]);
      await write(tx, [granted()]);
    });
  }
  return (ONE_BY_ONE * 1_000) / (performance.now() - began);
}

async function publishGranted(stack: BenchStack): Promise<number> {
  const stream = jetstream(stack.bus);
  for (let first = 0; first < INBOX_EVENTS; first += PIPELINED) {
    await Promise.all(Array.from({ length: PIPELINED }, () => eventOf(stack.county)).map(({ id, subject, payload }) => stream.publish(subject, payload, { msgID: id })));
  }
  return INBOX_EVENTS;
}

function granted(): ExtensionGrantedV1 {
  const ticketId = newId();
  return { extensionId: newId(), ticketId, dispatchNo: 1, round: 1, unit: '532328101', workingDays: 3, decidedBy: 'county', decidedAt: '2018-09-21T01:00:00.000Z' };
}

function eventOf(county: string): { id: string; subject: string; payload: string } {
  const id = newId();
  const event = cloudEvent(extensionGrantedV1, { id, county, subject: id, time: '2018-09-21T01:00:00.000Z', version: 1 }, granted());
  return { id, subject: subjectOf(county, extensionGrantedV1.name), payload: JSON.stringify(event) };
}

function persistence(stack: BenchStack, schema: string): PersistenceOptions {
  return { name: 'bench', url: stack.databaseUrl, schema, poolMax: 4, entities: [], migrations: [] };
}

if (import.meta.main) await outboxBench();
