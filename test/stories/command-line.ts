import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pinnedNode, root } from '../../deploy/local/workspace.mjs';

/** What a command printed and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of deploy/commands as a person would, in a process of its own without a terminal, and waits for its end. */
export function command(name: string, args: readonly string[], environment: NodeJS.ProcessEnv, directory: string = root): Promise<Ended> {
  const { NODE_OPTIONS: _ofJest, ...inherited } = process.env;
  const child = spawn(pinnedNode, ['--no-warnings', join('deploy/commands', `${name}.ts`), ...args], { cwd: root, env: { ...inherited, ...environment, INIT_CWD: directory } });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  return new Promise((resolve, reject) => child.once('error', reject).once('close', (code) => resolve({ code, ...said })));
}
