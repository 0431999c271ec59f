import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { tailOf } from './log-file.ts';

/** A program that runs in the background, how to know that it works, and how to end it. */
export interface Server {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** User and group to run as, where the caller is root. */
  readonly account?: { readonly uid: number; readonly gid: number } | undefined;
  readonly stopSignal: 'SIGTERM' | 'SIGINT';
  /** How long it may take to end before it is killed, in milliseconds. */
  readonly graceMs: number;
  readonly readyWithinMs: number;
  readonly isReady: () => Promise<boolean>;
  /** Whether it still turns at all; one that does not, several times running, is killed and started again. */
  readonly isLive?: () => Promise<boolean>;
}

/** A child in a process group of its own, so that Ctrl-C in a terminal reaches only the one who stops all in good order. */
export function launch(server: Pick<Server, 'file' | 'args' | 'env' | 'logFile' | 'account'>): ChildProcess {
  const log = openSync(server.logFile, 'a', 0o600);
  try {
    return spawn(server.file, [...server.args], { env: server.env, detached: true, stdio: ['ignore', log, log], ...server.account });
  } finally {
    closeSync(log);
  }
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

/** Resolves when the child has ended: asks with its signal first and insists with SIGKILL after the grace period. */
export async function stopChild(child: ChildProcess, { stopSignal, graceMs }: Pick<Server, 'stopSignal' | 'graceMs'>): Promise<void> {
  if (hasEnded(child)) return;
  await new Promise<void>((resolve) => {
    const insist = setTimeout(() => child.kill('SIGKILL'), graceMs);
    child.once('exit', () => {
      clearTimeout(insist);
      resolve();
    });
    child.kill(stopSignal);
  });
}

/** Starts a server and resolves when it is ready; throws with the end of its log when it ends first or takes too long. */
export async function startServer(server: Server, onSpawn: (child: ChildProcess) => void): Promise<ChildProcess> {
  const child = launch(server);
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  onSpawn(child);
  const deadline = Date.now() + server.readyWithinMs;
  while (!(await server.isReady())) {
    if (failure) throw failure;
    if (hasEnded(child)) throw new Error(`${server.name} ended at once:\n${tailOf(server.logFile)}`);
    if (Date.now() > deadline) throw new Error(`${server.name} was not ready within ${server.readyWithinMs} ms:\n${tailOf(server.logFile)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return child;
}
