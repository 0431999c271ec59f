import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { root } from './workspace.mjs';

/** Makes sure that no child outlives this process, even when it is killed with SIGKILL and cannot stop them itself. */
export class Guardian {
  readonly #shell: ChildProcess;

  /** @param temporary a directory to remove when this process dies without `release` */
  constructor(temporary = '') {
    this.#shell = spawn('/bin/sh', [join(root, 'deploy/local/guardian.sh'), temporary], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
    this.#shell.stdin?.on('error', () => undefined);
    this.#shell.unref();
    (this.#shell.stdin as unknown as { unref(): void }).unref();
  }

  /** Children are stopped in the order of the calls; one that ends by itself is forgotten. */
  watch(child: ChildProcess, signal: 'SIGTERM' | 'SIGINT'): void {
    const { pid } = child;
    if (pid === undefined) return;
    this.#shell.stdin?.write(`${signal.slice('SIG'.length)} ${pid}\n`);
    child.once('exit', () => this.#shell.stdin?.write(`forget ${pid}\n`));
  }

  /** Everything has been stopped in good order. */
  release(): void {
    this.#shell.stdin?.end('done\n');
  }
}
