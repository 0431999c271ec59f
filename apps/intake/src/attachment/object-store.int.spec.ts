import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, open, readdir, readlink, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BucketUnderTest } from '../../spec/bucket-under-test.js';
import { DiskStore } from './disk-store.js';
import { ObjectMissing, type ObjectStore } from './object-store.js';
import { S3Store } from './s3-store.js';

const MEGABYTE = 1_048_576;
let folder: string;
let bucket: BucketUnderTest;
let s3: S3Store;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'objects-'));
  bucket = await BucketUnderTest.start();
  // HOTLINE_TEST_S3_ENDPOINT: the same suite against a store of one's own, with a bucket `attachments`
  const { HOTLINE_TEST_S3_ENDPOINT: endpoint = bucket.endpoint, HOTLINE_TEST_S3_ACCESS_KEY: accessKeyId = BucketUnderTest.accessKeyId } = process.env;
  const { HOTLINE_TEST_S3_SECRET_KEY: secretAccessKey = BucketUnderTest.secretAccessKey } = process.env;
  s3 = new S3Store({ endpoint, region: 'us-east-1', bucket: 'attachments', accessKeyId, secretAccessKey });
});
afterAll(async () => {
  s3.close();
  await bucket.stop();
  await rm(folder, { recursive: true });
});

async function bytesOf(content: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function streamOf(content: Buffer): Readable {
  const chunks = Array.from({ length: Math.ceil(content.length / 65_536) }, (_, index) => content.subarray(index * 65_536, (index + 1) * 65_536));
  return Readable.from(chunks, { objectMode: false });
}

async function* broken(bytes: number): AsyncGenerator<Buffer> {
  for (let sent = 0; sent < bytes; sent += 65_536) yield randomBytes(65_536);
  throw new Error('the sender is gone');
}

describe.each<[string, () => ObjectStore]>([
  ['a folder', () => new DiskStore(folder)],
  ['a bucket', () => s3],
])('%s as a store', (_, open) => {
  it.each([1, 65_536, 5 * MEGABYTE - 1, 5 * MEGABYTE, 5 * MEGABYTE + 1, 11 * MEGABYTE])('gives back what was put, %i bytes', async (length) => {
    const [store, key, content] = [open(), randomUUID(), randomBytes(length)];
    await store.put(key, streamOf(content));
    expect((await bytesOf(await store.get(key))).equals(content)).toBe(true);
  });

  it('says that an object is missing, before and after it was there, and removes what is not there', async () => {
    const [store, key] = [open(), randomUUID()];
    await expect(store.get(key)).rejects.toBeInstanceOf(ObjectMissing);
    await store.put(key, streamOf(Buffer.from('text')));
    await store.remove(key);
    await store.remove(key);
    await expect(store.get(key)).rejects.toBeInstanceOf(ObjectMissing);
  });

  it.each([MEGABYTE, 12 * MEGABYTE])('keeps nothing of a stream that breaks after %i bytes', async (length) => {
    const [store, key] = [open(), randomUUID()];
    await expect(store.put(key, Readable.from(broken(length), { objectMode: false }))).rejects.toThrow('the sender is gone');
    await expect(store.get(key)).rejects.toBeInstanceOf(ObjectMissing);
    expect(await bucket.uploads()).toEqual([]);
    expect((await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

it('a bucket opens to nobody it does not know', async () => {
  const stranger = new S3Store({ endpoint: bucket.endpoint, region: 'us-east-1', bucket: 'attachments', accessKeyId: 'stranger', secretAccessKey: BucketUnderTest.secretAccessKey });
  await expect(stranger.put(randomUUID(), streamOf(Buffer.from('text')))).rejects.toMatchObject({ name: 'InvalidAccessKeyId' });
  stranger.close();
});

it('a folder takes no key that leads out of it', async () => {
  await expect(new DiskStore(folder).get('../../etc/passwd')).rejects.toBeInstanceOf(RangeError);
});

it('a folder has the name of what it took on the disk, that of a new subfolder too, before it says so', async () => {
  const [fresh, key, handle] = [await realpath(await mkdtemp(join(folder, 'fresh-'))), randomUUID(), await open(folder)];
  const files = Object.getPrototypeOf(handle) as { sync(this: { readonly fd: number }): Promise<void> };
  const flushed: string[] = [];
  const sync = files.sync;
  // looked at on its way, not replaced
  const spy = jest.spyOn(files, 'sync').mockImplementation(async function (this: { readonly fd: number }) {
    flushed.push(`${await readlink(`/proc/self/fd/${this.fd}`)} ${(await readdir(join(fresh, key.slice(-2)))).join()}`);
    return sync.call(this);
  });
  await new DiskStore(fresh).put(key, streamOf(Buffer.from('text')));
  spy.mockRestore();
  await handle.close();
  expect(flushed).toEqual([`${join(fresh, key.slice(-2))} ${key}`, `${fresh} ${key}`]);
});
