import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Fault } from './fault.mjs';
import { SERVICES, componentNames, postgresDirectoryOf, type ComponentName, type Layout } from './layout.ts';
import { endStray, isAlive, markOf, workingDirectoryOf } from './processes.ts';
import { readStack } from './stack-file.ts';

const NEEDED_BYTES = 512 * 1024 * 1024;

/** Everything that can be known to go wrong before anything is started; the first that does is thrown as a fault. */
export async function preflight(layout: Layout, fresh: boolean): Promise<void> {
  prepareDirectory(layout.data);
  refuseSecondStack(layout);
  await endLeftOvers(layout);
  await refuseTakenPorts(layout);
  if (fresh) wipe(layout);
  mkdirSync(layout.logs, { recursive: true });
  refuseFullDisk(layout.data);
  await clearPostmasterLock(postgresDirectoryOf(layout).path);
}

/** Bytes that are free for ordinary use on the disk of `path`. */
export function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

function prepareDirectory(data: string): void {
  try {
    mkdirSync(data, { recursive: true, mode: 0o755 });
    accessSync(data, constants.R_OK | constants.W_OK | constants.X_OK);
    const mode = statSync(data).mode & 0o777;
    if (mode !== (mode | 0o011)) chmodSync(data, mode | 0o011); // PostgreSQL's account passes through, and sees nothing else
  } catch (error) {
    throw new Fault(`不能写入数据目录 ${data}（${(error as Error).message}）：请修正权限，或用 HOTLINE_DATA 另选目录`, 'the data directory is not writable: mend it or set HOTLINE_DATA');
  }
}

function refuseSecondStack(layout: Layout): void {
  const stack = readStack(layout);
  if (!stack || !isAlive(stack.supervisor)) return;
  throw new Fault(
    `平台已在运行：${stack.url}（进程 ${stack.supervisor.pid}）；请直接使用，或先停止它：kill ${stack.supervisor.pid}`,
    `the stack is already running at ${stack.url}: use it, or stop it with kill ${stack.supervisor.pid}`,
  );
}

/** Parts that outlived a supervisor which was killed together with its guardian. */
async function endLeftOvers(layout: Layout): Promise<void> {
  const parts = Object.entries(readStack(layout)?.parts ?? {}).filter(([, part]) => isAlive(part));
  const servers = parts.filter(([name]) => name === 'postgres' || name === 'nats');
  for (const group of [parts.filter((part) => !servers.includes(part)), servers]) {
    await Promise.all(group.map(([name, part]) => endStray(part, name === 'postgres' ? 'SIGINT' : 'SIGTERM', 8_000)));
  }
}

async function refuseTakenPorts({ ports }: Layout): Promise<void> {
  const taken: ComponentName[] = [];
  for (const name of componentNames) if (!(await isFree(ports[name]))) taken.push(name);
  if (taken.length === 0) return;
  const list = taken.map((name) => `${ports[name]}（${titleOf(name)}）`).join('、');
  const other = ports.gateway === 18_080 ? 28_080 : 18_080;
  throw new Fault(
    `端口已被占用或无权使用：${list}；请停止占用它的程序，或换一组端口：HOTLINE_PORT=${other} npm start`,
    `port in use: ${taken.map((name) => `${ports[name]} for ${name}`).join(', ')}: free it or set HOTLINE_PORT`,
  );
}

/** Chinese name of a part with the name it has in logs and files. */
export function titleOf(name: ComponentName): string {
  const others: Partial<Record<ComponentName, string>> = { gateway: '统一入口', idp: '开发用身份服务', postgres: 'PostgreSQL', nats: 'NATS' };
  return name in SERVICES ? `${SERVICES[name as keyof typeof SERVICES]} ${name}` : (others[name] ?? name);
}

/** Tries both families on all addresses: whoever listens on any of them would be in the way. */
async function isFree(port: number): Promise<boolean> {
  const failures = await Promise.all(['::', '0.0.0.0'].map((host) => listenFailure(port, host)));
  return !failures.some((code) => code === 'EADDRINUSE' || code === 'EACCES');
}

/** Code of the error with which listening fails; empty when it does not. */
function listenFailure(port: number, host: string): Promise<string> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
    server.listen({ port, host, exclusive: true, ipv6Only: host === '::' }, () => server.close(() => resolve('')));
  });
}

/** Removes what the stack made and nothing else, wherever HOTLINE_DATA points. */
function wipe(layout: Layout): void {
  for (const path of [postgresDirectoryOf(layout).path, join(layout.data, 'postgres'), layout.natsDirectory, layout.logs, layout.stackFile, layout.secretsFile]) {
    rmSync(path, { recursive: true, force: true });
  }
}

function refuseFullDisk(data: string): void {
  const free = freeBytes(data);
  if (free >= NEEDED_BYTES) return;
  throw new Fault(
    `磁盘空间不足：${data} 所在磁盘只剩 ${Math.floor(free / 1024 / 1024)} MB，至少需要 ${NEEDED_BYTES / 1024 / 1024} MB；请清理磁盘，或用 HOTLINE_DATA 另选目录`,
    'the disk is full: free some space or set HOTLINE_DATA',
  );
}

/**
 * After kill -9 the cluster's lock file names a process that is gone, or, worse, whose number somebody else has now.
 * A server that really still runs on this cluster is stopped.
 */
async function clearPostmasterLock(cluster: string): Promise<void> {
  const lock = join(cluster, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  const mark = markOf(pid);
  if (workingDirectoryOf(pid) === cluster && isAlive(mark)) await endStray(mark, 'SIGINT', 15_000);
  rmSync(lock, { force: true });
}
