import { randomBytes, randomUUIDv7 as newId } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openOrm, UnitOfWork } from '@hotline/persistence';
import { CutAtCommit } from '../../spec/cut-at-commit.js';
import { IntakeUnderTest } from '../../spec/intake-under-test.js';
import { AttachmentIntake } from './attachment-intake.js';
import { AttachmentService } from './attachment.service.js';
import { ObjectRemoval } from './object-removal.js';
import { OBJECT_STORE, ObjectMissing, type ObjectStore } from './object-store.js';

let intake: IntakeUnderTest;
let store: ObjectStore;
const closers: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  intake = await IntakeUnderTest.start();
  store = intake.service.app.get<ObjectStore>(OBJECT_STORE, { strict: false });
});
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});
afterAll(() => intake.stop());

const pdf = (): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2_000)]);

/** Adds a file over a connection that breaks at the COMMIT of its row; answers the key of the object. */
async function addedOver(when: 'before' | 'after', ticketId: string): Promise<string> {
  const way = await CutAtCommit.start(intake.service.databaseUrl, 'insert into attachment', when);
  const orm = await openOrm({ name: 'cut', url: way.url, schema: 'intake', poolMax: 2, entities: [], migrations: [] });
  closers.push(() => way.stop(), () => orm.close(true));
  const { app, county } = intake.service;
  const files = new AttachmentService(new UnitOfWork(orm, county), app.get(AttachmentIntake, { strict: false }), store, { attachmentsPerTicket: 20 });
  const waiting = [{ name: '门口.pdf', content: Readable.from([pdf()]) }];
  const key = `cut-${newId()}`;
  const request = { actor: { subject: 'operator', roles: ['operator' as const] }, idempotencyKey: key, fingerprint: key, at: Date.now() };
  const before = await keysNoted();
  await expect(files.add({ subject: 'operator', roles: ['operator'] }, request, ticketId, () => Promise.resolve(waiting.shift()))).rejects.toThrow();
  expect(way.broken).toBe(true);
  const [kept] = await intake.service.sql<{ key: string }>(`select object_key as key from attachment where ticket_id = $1`, [ticketId]);
  return kept?.key ?? (await keysNoted()).find((noted) => !before.includes(noted)) ?? 'none';
}

const keysNoted = async (): Promise<string[]> => (await intake.service.sql<{ key: string }>(`select object_key as key from object_removal`)).map(({ key }) => key);

async function removeDue(): Promise<void> {
  const removal = intake.service.app.get(ObjectRemoval, { strict: false });
  while ((await removal.once()) === 'more');
}

describe('an object in the store', () => {
  it('stays when the COMMIT of its row was done but nobody heard so', async () => {
    const id = await intake.registered();
    const key = await addedOver('after', id);
    expect(await intake.service.sql(`select object_key as key from attachment where ticket_id = $1`, [id])).toEqual([{ key }]);
    await removeDue();
    expect([(await (await store.get(key)).toArray()).length, await keysNoted()]).toEqual([1, []]);
  });

  it('goes when the COMMIT of its row never arrived, and not before its hour is over', async () => {
    const id = await intake.registered();
    const key = await addedOver('before', id);
    expect(await intake.service.sql(`select 1 from attachment where ticket_id = $1`, [id])).toEqual([]);
    await removeDue();
    (await store.get(key)).destroy();
    await intake.service.sql(`update object_removal set due_at = now() - interval '1 second' where object_key = $1`, [key]);
    await removeDue();
    await expect(store.get(key)).rejects.toBeInstanceOf(ObjectMissing);
  });

  it('that a row speaks for is never removed, however it came to be noted', async () => {
    const [id, key] = [await intake.registered(), newId()];
    await store.put(key, Readable.from([pdf()]));
    await intake.service.sql(`insert into attachment select $1::uuid, $2, $1::text, 'a.pdf', 'application/pdf', 2009, '', 'operator', now()`, [key, id]);
    await intake.service.sql(`insert into object_removal (object_key, due_at) values ($1, now() - interval '1 second')`, [key]);
    await removeDue();
    expect([(await (await store.get(key)).toArray()).length, await keysNoted()]).toEqual([1, []]);
  });
});
