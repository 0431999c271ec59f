import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { UsageFault } from '../usage-fault.ts';
import type { BadRow } from './checked-rows.ts';

/**
 * The rows that did not come in, one JSON object a line: row, externalId, reasons, original. Holds the petitioners' words, so
 * only its owner may read it (mode 600). Made with the first bad row; what an earlier run left is gone.
 */
export class RejectsFile {
  readonly #path: string;
  #descriptor: number | undefined;

  constructor(path: string) {
    this.#path = path;
    this.#mend(() => rmSync(path, { force: true }));
  }

  add({ row, externalId, reasons, original }: BadRow): void {
    this.#descriptor ??= this.#mend(() => openSync(this.#path, 'wx', 0o600));
    writeSync(this.#descriptor, `${JSON.stringify({ row, externalId, reasons, original })}\n`);
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  #mend<T>(act: () => T): T {
    try {
      return act();
    } catch {
      throw new UsageFault(`无法写入 ${this.#path}：请用 --rejects 指定一个可以写入的文件`, 'the rejects file cannot be written: name another with --rejects');
    }
  }
}
