import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, freePort } from '@hotline/testing';
import type { Server } from '../../deploy/local/server-process.ts';
import { Misconfigured, Supervised, type Watcher } from '../../deploy/local/supervised.ts';

let directory: string;
let part: Supervised;
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), 'hotline-supervised-'))));
afterEach(async () => {
  await part.stop();
  rmSync(directory, { recursive: true, force: true });
});

class Witness implements Watcher {
  readonly pids: number[] = [];
  readonly seen: string[] = [];

  spawned(_: string, child: { pid?: number }): void {
    this.pids.push(child.pid ?? 0);
  }
  died(name: string, how: string): void {
    this.seen.push(`${name} died: ${how}`);
  }
  recovered(name: string): void {
    this.seen.push(`${name} recovered`);
  }
}

/** A real process that answers HTTP on a free port, unless `body` makes it do otherwise. */
async function server(body: (port: number) => string, graceMs = 5_000): Promise<Server> {
  const port = await freePort();
  const script = join(directory, 'part.mjs');
  writeFileSync(script, body(port));
  return {
    name: 'part',
    file: process.execPath,
    args: [script],
    env: {},
    logFile: join(directory, 'part.log'),
    stopSignal: 'SIGTERM',
    graceMs,
    readyWithinMs: 20_000,
    isReady: () => fetch(`http://127.0.0.1:${port}`, { signal: AbortSignal.timeout(1_000) }).then((response) => response.ok, () => false),
  };
}

const serving = (port: number): string => `import http from 'node:http'; http.createServer((_, r) => r.end()).listen(${port}, '127.0.0.1');`;

describe('a supervised part', () => {
  it('is ready when start resolves, and gone when stop resolves', async () => {
    const witness = new Witness();
    part = new Supervised(await server(serving), witness);
    await part.start();
    expect(await part.server.isReady()).toBe(true);
    await part.stop();
    expect([await part.server.isReady(), witness.seen, witness.pids.length]).toEqual([false, [], 1]);
  });

  it('comes back after SIGKILL, again and again, and says so', async () => {
    const witness = new Witness();
    part = new Supervised(await server(serving), witness);
    await part.start();
    for (const times of [1, 2]) {
      part.kill('SIGKILL');
      await eventually(() => expect(witness.seen).toEqual(Array.from({ length: times }, () => ['part died: SIGKILL', 'part recovered']).flat()), { within: 10_000 });
    }
    expect(new Set(witness.pids).size).toBe(3);
    expect(await part.server.isReady()).toBe(true);
  });

  it('is given up with its last words when it never gets as far as being ready', async () => {
    const witness = new Witness();
    part = new Supervised(await server(() => "console.error('no database'); process.exit(3);"), witness);
    await expect(part.start()).rejects.toThrow(/code 3[^]*no database/);
    expect(witness.pids.length).toBe(3);
  });

  it('is given up at once, with all it said, when its settings are wrong', async () => {
    writeFileSync(join(directory, 'part.log'), 'an earlier run\n');
    const witness = new Witness();
    part = new Supervised(await server(() => "console.error('配置错误：甲\\n配置错误：乙'); process.exit(78);"), witness);
    const given = await part.start().catch((error: unknown) => error);
    expect([given, witness.pids.length, witness.seen]).toEqual([new Misconfigured('配置错误：甲\n配置错误：乙'), 1, []]);
    expect(given).toBeInstanceOf(Misconfigured);
  });

  it('is killed when it does not end within its grace period', async () => {
    part = new Supervised(await server((port) => `${serving(port)} process.on('SIGTERM', () => undefined);`, 200), new Witness());
    await part.start();
    await part.stop();
    expect(await part.server.isReady()).toBe(false);
  });

  it('can be stopped on purpose and started again', async () => {
    const witness = new Witness();
    part = new Supervised(await server(serving), witness);
    await part.start();
    await part.stop();
    await part.start();
    expect([await part.server.isReady(), witness.pids.length, witness.seen]).toEqual([true, 2, []]);
  });

  it('is killed and started again when it has not turned at three looks, not at two', async () => {
    const witness = new Witness();
    const hung = await server(serving);
    part = new Supervised({ ...hung, isLive: hung.isReady }, witness);
    await part.start();
    await part.look();
    process.kill(witness.pids[0] ?? 0, 'SIGSTOP');
    await part.look();
    await part.look();
    expect(witness.seen).toEqual([]);
    await part.look();
    await eventually(() => expect(witness.seen).toEqual(['part died: SIGKILL', 'part recovered']));
    expect(witness.pids).toHaveLength(2);
  });
});
