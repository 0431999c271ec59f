import { closeSync, copyFileSync, existsSync, fstatSync, openSync, readdirSync, readSync, renameSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

const ROTATE_BYTES = 32 * 1024 * 1024;

/** The last lines of a log, at most `bytes` of it; empty when there is none. */
export function tailOf(file: string, bytes = 2_000): string {
  if (!existsSync(file)) return '';
  const handle = openSync(file, 'r');
  try {
    const size = fstatSync(handle).size;
    const buffer = Buffer.alloc(Math.min(bytes, size));
    readSync(handle, buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString('utf8').trimEnd();
  } finally {
    closeSync(handle);
  }
}

/** Bytes of a log; 0 when there is none. */
export function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}

/** Sets a log that has grown large aside as `.1`, so that two generations at most lie on the disk. */
export function rotate(file: string): void {
  if (sizeOf(file) > ROTATE_BYTES) renameSync(file, `${file}.1`);
}

/** The same for the logs of a directory that are being written: they are copied and emptied, because their writers append to what they have open. */
export function shortenLogs(directory: string, most = ROTATE_BYTES): void {
  for (const name of readdirSync(directory)) {
    const file = join(directory, name);
    if (!name.endsWith('.log') || statSync(file).size <= most) continue;
    copyFileSync(file, `${file}.1`);
    truncateSync(file);
  }
}
