import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ObjectMissing, type ObjectStore } from './object-store.js';

const KEY = /^[a-z0-9-]{8,64}$/;

/** Objects as files of one folder, two characters of the key a subfolder; a file appears under its name only when it is whole and on the disk. */
export class DiskStore implements ObjectStore {
  constructor(private readonly folder: string) {}

  async put(key: string, content: Readable): Promise<void> {
    const [file, part] = [this.#fileOf(key), `${this.#fileOf(key)}.part`];
    await mkdir(join(file, '..'), { recursive: true, mode: 0o700 });
    try {
      await pipeline(content, createWriteStream(part, { mode: 0o600, flush: true }));
      await rename(part, file);
      for (const folder of [join(file, '..'), this.folder]) await flush(folder); // a name is on the disk when its folder is
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  async get(key: string): Promise<Readable> {
    try {
      return (await open(this.#fileOf(key))).createReadStream();
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new ObjectMissing({ cause: error }) : error;
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.#fileOf(key), { force: true });
    await rm(`${this.#fileOf(key)}.part`, { force: true });
  }

  #fileOf(key: string): string {
    if (!KEY.test(key)) throw new RangeError('not the key of an object');
    return join(this.folder, key.slice(-2), key);
  }
}

async function flush(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
