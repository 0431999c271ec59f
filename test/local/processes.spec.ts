import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { eventually } from '@hotline/testing';
import { endStray, isAlive, markOf, workingDirectoryOf } from '../../deploy/local/processes.ts';

describe('a process mark', () => {
  it('tells a running process from one that has ended and from a later one with the same number', async () => {
    const child = spawn('sleep', ['60'], { cwd: '/' });
    const mark = markOf(child.pid ?? 0);
    expect([isAlive(mark), isAlive({ ...mark, startedTick: mark.startedTick - 1 }), workingDirectoryOf(mark.pid)]).toEqual([true, false, '/']);
    await endStray(mark, 'SIGTERM', 5_000);
    expect([isAlive(mark), workingDirectoryOf(mark.pid)]).toEqual([false, undefined]);
  });

  it('lets a stray that ignores the request end by SIGKILL', async () => {
    const child = spawn('sh', ['-c', 'trap "" TERM; echo ready; while :; do sleep 1; done']);
    await once(child.stdout, 'data');
    const mark = markOf(child.pid ?? 0);
    await endStray(mark, 'SIGTERM', 100);
    expect(isAlive(mark)).toBe(false);
  });
});

describe('the guardian', () => {
  it('ends the children of a parent that was killed, and removes its directory', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'hotline-guarded-'));
    const guardian = join(import.meta.dirname, '../../deploy/local/guardian.ts');
    const script = `
      import { spawn } from 'node:child_process';
      import { Guardian } from ${JSON.stringify(guardian)};
      const guardian = new Guardian(${JSON.stringify(directory)});
      const [obedient, stubborn, ended] = ['sleep 60', 'trap "" TERM; while :; do sleep 1; done', 'true'].map((text) => spawn('sh', ['-c', text], { detached: true, stdio: 'ignore' }));
      for (const child of [obedient, stubborn, ended]) guardian.watch(child, 'SIGTERM');
      ended.on('exit', () => process.stdout.write(obedient.pid + ' ' + stubborn.pid));`;
    const parent = spawn(process.execPath, ['--input-type=module', '--no-warnings', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [pids] = (await once(parent.stdout, 'data')) as [Buffer];
    const wards = pids.toString().split(' ').map(Number).map(markOf);
    expect(wards.map(isAlive)).toEqual([true, true]);
    parent.kill('SIGKILL');
    await eventually(() => expect([wards.map(isAlive), existsSync(directory)]).toEqual([[false, false], false]), { within: 15_000, every: 100 });
  }, 20_000);
});
