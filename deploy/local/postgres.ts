import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { Fault } from './fault.mjs';
import { postgresAccount, reachablePrograms, type Account } from './postgres-account.ts';
import { ensurePostgres } from './postgres-binaries.mjs';
import type { Server } from './server-process.ts';

const LOCALE = 'C.UTF-8'; // pg_trgm finds nothing in Chinese under LC_CTYPE=C
const MAJOR = '18';

export interface PostgresOptions {
  /** Of the cluster; made on the first start. */
  readonly directory: string;
  readonly port: number;
  /** Of the superuser `postgres`. */
  readonly password: string;
  readonly logFile: string;
  /** False trades the data's safety in a power cut for speed: for tests. */
  readonly durable: boolean;
}

/** A real PostgreSQL on the loopback address, from the binaries that npm brought; makes the cluster if there is none. */
export function postgresServer(options: PostgresOptions): Server {
  const account = postgresAccount(options.directory);
  const home = reachablePrograms(ensurePostgres(), account);
  if (existsSync(join(options.directory, 'PG_VERSION'))) refuseOtherVersion(options.directory);
  else makeCluster(home, options, account);
  return {
    name: 'postgres',
    file: join(home, 'bin/postgres'),
    args: ['-D', options.directory, ...settingsOf(options)],
    env: { PATH: process.env['PATH'], LC_ALL: LOCALE },
    logFile: options.logFile,
    account,
    stopSignal: 'SIGINT', // fast shutdown: does not wait for clients, loses nothing that was committed
    graceMs: 15_000,
    readyWithinMs: 60_000,
    isReady: () => answers(superuserUrl(options)),
  };
}

/** Connection URL of the superuser for a database. */
export function superuserUrl({ port, password }: Pick<PostgresOptions, 'port' | 'password'>, database = 'postgres'): string {
  return `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** Whether a query gets through. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function settingsOf({ port, durable }: PostgresOptions): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 300,
    // Containers often have little shared memory for parallel workers, and no query here needs them.
    max_parallel_workers_per_gather: 0,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function makeCluster(home: string, options: PostgresOptions, account: Account | undefined): void {
  mkdirSync(options.directory, { recursive: true, mode: 0o700 });
  chmodSync(options.directory, 0o700);
  const passwordFile = `${options.directory}.password`;
  writeFileSync(passwordFile, options.password, { mode: 0o600 });
  if (account) for (const path of [options.directory, passwordFile]) chownSync(path, account.uid, account.gid);
  const encoding = ['--encoding=UTF8', '--locale-provider=libc', `--locale=${LOCALE}`];
  const durability = options.durable ? [] : ['--no-sync'];
  const run = spawnSync(
    join(home, 'bin/initdb'),
    [`--pgdata=${options.directory}`, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', ...encoding, ...durability],
    { encoding: 'utf8', env: { PATH: process.env['PATH'], LC_ALL: LOCALE }, ...account },
  );
  rmSync(passwordFile, { force: true });
  if (run.status === 0) return;
  rmSync(options.directory, { recursive: true, force: true });
  const reason = run.error?.message ?? run.stderr.trim().split('\n').at(-1) ?? '';
  throw new Fault(`无法创建 PostgreSQL 数据库：${reason}；请检查 ${options.directory} 所在磁盘的空间和权限`, 'initdb failed: check space and permissions');
}

function refuseOtherVersion(directory: string): void {
  const version = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim();
  if (version === MAJOR) return;
  throw new Fault(
    `数据由 PostgreSQL ${version} 创建，本平台现用 ${MAJOR}：请用 npm start -- --fresh 清空重建，或用 HOTLINE_DATA 另选目录`,
    `the data belong to PostgreSQL ${version}: start with --fresh or another HOTLINE_DATA`,
  );
}
