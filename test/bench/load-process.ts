import { fork } from 'node:child_process';
import { join } from 'node:path';
import { pinnedNode } from '../../deploy/local/workspace.mjs';
import type { LoadOrder, LoadReport } from './http-load.ts';

/** Runs the load generator in a process of its own; rejects when any request was not answered with success. */
export async function underLoad(order: LoadOrder): Promise<LoadReport> {
  const child = fork(join(import.meta.dirname, 'http-load.ts'), { execPath: pinnedNode, execArgv: ['--no-warnings'] });
  const report = await new Promise<LoadReport>((resolve, reject) => {
    child.once('message', (message) => resolve(message as LoadReport));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the load generator ended with ${code}`)));
    child.send(order);
  });
  if (report.firstFailure !== undefined) throw new Error(`a request failed: ${JSON.stringify(report.statuses)}\n${report.firstFailure}`);
  return report;
}
