import { accessSync, closeSync, constants, openSync, readSync, renameSync, rmSync, type Stats, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageFault } from '../usage-fault.ts';
import type { BadRow } from './checked-rows.ts';
import { beginsLikeRejects } from './rejected-row.ts';

/** As much of a file as tells whether an import wrote it: a rejected row says its number and its external id first. */
const LOOKED_AT_BYTES = 4_096;

/**
 * The rows that did not come in, one JSON object a line: row, externalId, reasons, original. Holds the petitioners' words, so
 * only its owner may read it (mode 600). Written beside its place and put there by `keep`: what an earlier run left, and a
 * person may have corrected since, outlives a run that did not go through.
 */
export class RejectsFile {
  readonly #path: string;
  readonly #unfinished: string;
  #descriptor: number | undefined;
  readonly #onExit = (): void => this.discard();

  /** `sources` are the files that the run reads. A usage fault when the path is one of them, or a file that no import wrote. */
  constructor(path: string, sources: readonly string[] = []) {
    this.#path = path;
    this.#unfinished = `${path}.${process.pid}.partial`;
    this.#refuseForeign(sources);
    this.#mend(() => accessSync(dirname(path), constants.W_OK));
  }

  add({ row, externalId, reasons, original }: BadRow): void {
    this.#descriptor ??= this.#open();
    writeSync(this.#descriptor, `${JSON.stringify({ row, externalId, reasons, original })}\n`);
  }

  /** The run went through: its bad rows take the place of an earlier run's; without bad rows nothing stays there. */
  keep(): void {
    const written = this.#close();
    this.#mend(() => (written ? renameSync(this.#unfinished, this.#path) : rmSync(this.#path, { force: true })));
  }

  /** The run broke off: what it wrote goes, what was there stays. Does nothing after `keep`. */
  discard(): void {
    if (this.#close()) rmSync(this.#unfinished, { force: true });
  }

  #open(): number {
    const descriptor = this.#mend(() => openSync(this.#unfinished, 'wx', 0o600));
    process.once('exit', this.#onExit); // an interrupted run leaves no words behind
    return descriptor;
  }

  /** True when a bad row was written since the beginning. */
  #close(): boolean {
    if (this.#descriptor === undefined) return false;
    closeSync(this.#descriptor);
    this.#descriptor = undefined;
    process.off('exit', this.#onExit);
    return true;
  }

  #refuseForeign(sources: readonly string[]): void {
    const there = statSync(this.#path, { throwIfNoEntry: false });
    if (!there) return;
    const same = (other: Stats | undefined): boolean => other?.dev === there.dev && other.ino === there.ino;
    if (sources.some((source) => same(statSync(source, { throwIfNoEntry: false })))) {
      throw new UsageFault(`--rejects 指定的 ${this.#path} 正是要读取的文件，没有导入任何内容：请另指定一个文件`, '--rejects names a file that is to be read');
    }
    if (there.isFile() && (there.size === 0 || this.#mend(() => beginsLikeRejects(beginningOf(this.#path))))) return;
    throw new UsageFault(`${this.#path} 已经存在，而且不是导入时写下的文件，没有覆盖：请用 --rejects 另指定一个文件`, 'the rejects file exists and is no rejects file');
  }

  #mend<T>(act: () => T): T {
    try {
      return act();
    } catch {
      throw new UsageFault(`无法写入 ${this.#path}：请用 --rejects 指定一个可以写入的文件`, 'the rejects file cannot be written: name another with --rejects');
    }
  }
}

function beginningOf(path: string): string {
  const descriptor = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(LOOKED_AT_BYTES);
    return bytes.toString('utf8', 0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}
