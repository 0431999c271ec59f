import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode } from '../../deploy/local/workspace.mjs';
import type { BuiltImage } from './dockerfile-stages.ts';

/** A process of the image, as the account that the image names where this account may choose one. */
export interface ImageProcess {
  readonly child: ChildProcess;
  /** Everything it has said so far. */
  output(): string;
  /** Resolves with its exit code. */
  readonly ended: Promise<number | null>;
}

/** The Node of the base image: a copy that every account can reach. */
export function nodeFor(place: string): string {
  const file = join(place, 'node');
  copyFileSync(pinnedNode, file);
  chmodSync(file, 0o755);
  return file;
}

/** Runs a command of the image as a container would: its entry point, its environment and what compose adds, nothing else of this machine. */
export function runInImage(image: BuiltImage, node: string, command: readonly string[], environment: Readonly<Record<string, string>>): ImageProcess {
  const [entrypoint = '', ...flags] = image.entrypoint;
  if (entrypoint !== '/usr/local/bin/node') throw new Error(`the entry point is ${entrypoint}`);
  const account = process.getuid?.() === 0 ? { uid: Number(image.user.split(':')[0]), gid: Number(image.user.split(':')[1]) } : {};
  const child = spawn(node, [...flags, ...command], { cwd: image.directory, env: { ...image.environment, ...environment }, stdio: ['ignore', 'pipe', 'pipe'], ...account });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { child, output: () => said, ended };
}
