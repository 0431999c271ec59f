import { randomBytes, randomUUIDv7 as newId } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { UnitOfWork } from '@hotline/persistence';
import { eventually } from '@hotline/testing';
import { IntakeUnderTest } from '../../spec/intake-under-test.js';
import { SilentServer } from '../../spec/silent-server.js';
import { sha256Of } from './metered-stream.js';
import { ObjectRemoval } from './object-removal.js';
import { S3Store } from './s3-store.js';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** A bucket of a server that says `head` at most. */
async function bucket(silenceMs: number, head = ''): Promise<{ readonly store: S3Store; readonly server: SilentServer }> {
  const server = await SilentServer.start(head);
  const store = new S3Store({ endpoint: server.endpoint, region: 'us-east-1', bucket: 'attachments', accessKeyId: 'key-id', secretAccessKey: 'secret', silenceMs });
  closers.push(() => server.stop(), () => store.close());
  return { store, server };
}

describe('a store that accepts and says nothing', () => {
  it.each<[string, (store: S3Store) => Promise<unknown>]>([
    ['a small upload', (store) => store.put(newId(), Readable.from([Buffer.from('text')]))],
    ['an upload in parts', (store) => store.put(newId(), Readable.from([randomBytes(6 * 1_048_576)]))],
    ['a download', (store) => store.get(newId())],
    ['a removal', (store) => store.remove(newId())],
  ])('is given up: %s', async (_, ask) => {
    const { store } = await bucket(150);
    await expect(ask(store)).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('is given up in the middle of a download', async () => {
    const { store } = await bucket(150, 'HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nhalf of it');
    await expect(store.get(newId()).then((content) => sha256Of(content as AsyncIterable<Buffer>))).rejects.toThrow();
  });
});

describe('the removal of objects from it', () => {
  let intake: IntakeUnderTest;
  beforeAll(async () => void (intake = await IntakeUnderTest.start()));
  afterAll(() => intake.stop());

  it('holds no transaction while it waits, leaves the object noted, and lets no row have it any more', async () => {
    const key = newId();
    const { store, server } = await bucket(1_500);
    const connection = await intake.service.connection();
    closers.push(() => connection.release());
    // due for this removal alone: the service's own looks at the real time
    const soon = Date.now() + 600_000;
    await connection.query(`insert into object_removal (object_key, due_at) values ($1, $2)`, [key, new Date(soon - 1_000)]);
    const removal = new ObjectRemoval(intake.service.app.get(UnitOfWork, { strict: false }), store, { now: () => soon });
    const removed = removal.once().catch((thrown: unknown) => thrown);
    await eventually(() => expect(server.connections.size).toBeGreaterThan(0));
    const { rows: held } = await connection.query(`select query from pg_stat_activity where datname = current_database() and state like 'idle in transaction%' and query like '%object_removal%'`);
    expect(held).toEqual([]);
    expect(await removal.once()).toBe('done'); // in the hand of the one that waits
    expect(await removed).toMatchObject({ name: 'TimeoutError' });
    const { rows } = await connection.query(`select due_at > $2 as later, under_way from object_removal where object_key = $1`, [key, new Date(soon)]);
    expect(rows).toEqual([{ later: true, under_way: true }]);
  });
});
