import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, closeSync, cpSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layoutFrom, type Layout } from '../../local/layout.ts';
import { readStack, type StackRecord } from '../../local/stack-file.ts';
import { pinnedNode, root } from '../../local/workspace.mjs';
import { UsageFault } from '../usage-fault.ts';

/** Beside the ports of `npm start`, so that a simulation disturbs no stack that runs. */
const FIRST_PORT = '18080';

/** The stack that is simulated on: where it listens, what it says of itself, and how to end it. */
export interface SimulatedStack {
  readonly layout: Layout;
  readonly record: StackRecord;
  stop(): Promise<void>;
  /** Copies what the parts logged into a folder: of a run that failed nothing else is left. */
  keepLogs(folder: string): void;
}

/** Starts a stack of its own on a simulated clock, with empty data that go when it ends. */
export async function ownStack(startsAt: string, tell: (line: string) => void): Promise<SimulatedStack> {
  const directory = mkdtempSync(join(tmpdir(), 'hotline-simulation-'));
  chmodSync(directory, 0o755);
  const settings = { HOTLINE_PORT: process.env['HOTLINE_PORT'] ?? FIRST_PORT, HOTLINE_DATA: directory };
  const output = join(directory, 'start.out');
  const file = openSync(output, 'a');
  tell('启动一套独立的平台（模拟时钟）…');
  const child = spawn(pinnedNode, ['--no-warnings', 'deploy/local/start.ts'], {
    cwd: root,
    env: { LOG_LEVEL: 'warn', HOTLINE_THROWAWAY: 'true', ...process.env, ...settings, HOTLINE_CLOCK: startsAt },
    stdio: ['ignore', file, file, 'ipc'],
  });
  closeSync(file);
  const stop = async (): Promise<void> => {
    await ended(child);
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await ready(child, output);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...found(settings), stop, keepLogs: (folder) => cpSync(join(directory, 'logs'), folder, { recursive: true }) };
}

/** The stack that runs already, which must have been started on a simulated clock. */
export function runningStack(): SimulatedStack {
  return { ...found(process.env), stop: () => Promise.resolve(), keepLogs: () => undefined };
}

function found(environment: NodeJS.ProcessEnv): Pick<SimulatedStack, 'layout' | 'record'> {
  const layout = layoutFrom(environment);
  const record = readStack(layout);
  if (record?.phase === 'running') return { layout, record };
  throw new UsageFault('没有运行中的平台：请先以模拟时钟启动，例如 HOTLINE_CLOCK=2025-01-01T00:00:00+08:00 npm start -- --fresh', 'no stack runs');
}

function ready(child: ChildProcess, output: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`the stack did not start:\n${readFileSync(output, 'utf8')}`)));
    child.on('message', (word: { ready?: true }) => word.ready && resolve());
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
