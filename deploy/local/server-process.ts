import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { tailOf } from './log-file.ts';

/** How to start a program in the background. */
export interface Program {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** User and group to run as, where the caller is root. */
  readonly account?: { readonly uid: number; readonly gid: number };
}

/** A child in a process group of its own, so that Ctrl-C in a terminal reaches only the one who stops all in good order. */
export function launch(program: Program): ChildProcess {
  const log = openSync(program.logFile, 'a', 0o600);
  try {
    return spawn(program.file, [...program.args], { env: program.env, detached: true, stdio: ['ignore', log, log], ...program.account });
  } finally {
    closeSync(log);
  }
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

/** Resolves when the child has ended; asks with `signal` first and insists with SIGKILL after `graceMs`. */
export async function stopChild(child: ChildProcess, signal: NodeJS.Signals, graceMs: number): Promise<void> {
  if (hasEnded(child)) return;
  await new Promise<void>((resolve) => {
    const insist = setTimeout(() => child.kill('SIGKILL'), graceMs);
    child.once('exit', () => {
      clearTimeout(insist);
      resolve();
    });
    child.kill(signal);
  });
}

/** Polls until `isReady`; throws with the end of the log when the child ends first, or after `withinMs`. */
export async function untilReady(child: ChildProcess, program: Program, withinMs: number, isReady: () => Promise<boolean>): Promise<void> {
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  const deadline = Date.now() + withinMs;
  while (!(await isReady())) {
    if (failure) throw failure;
    if (hasEnded(child)) throw new Error(`${program.file} ended at once:\n${tailOf(program.logFile)}`);
    if (Date.now() > deadline) throw new Error(`${program.file} was not ready within ${withinMs} ms:\n${tailOf(program.logFile)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
