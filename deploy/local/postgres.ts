import { spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { Fault } from './fault.mjs';
import { postgresAccount, reachablePrograms, type Account } from './postgres-account.ts';
import { ensurePostgres } from './postgres-binaries.mjs';
import { launch, stopChild, untilReady, type Program } from './server-process.ts';

const LOCALE = 'C.UTF-8'; // pg_trgm finds nothing in Chinese under LC_CTYPE=C

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

/** A real PostgreSQL on the loopback address, from the binaries that npm brought. */
export class PostgresServer {
  readonly child: ChildProcess;
  readonly #options: PostgresOptions;

  private constructor(child: ChildProcess, options: PostgresOptions) {
    this.child = child;
    this.#options = options;
  }

  /** Makes the cluster if there is none, starts it and resolves when it answers queries. */
  static async start(options: PostgresOptions, onSpawn: (child: ChildProcess) => void = () => undefined): Promise<PostgresServer> {
    const account = postgresAccount(options.directory);
    const home = reachablePrograms(ensurePostgres(), account);
    if (!existsSync(join(options.directory, 'PG_VERSION'))) makeCluster(home, options, account);
    const program = serverProgram(home, options, account);
    const child = launch(program);
    onSpawn(child);
    const server = new PostgresServer(child, options);
    await untilReady(child, program, 60_000, () => server.#answers());
    return server;
  }

  /** Connection URL of the superuser for a database. */
  url(database = 'postgres'): string {
    return `postgresql://postgres:${encodeURIComponent(this.#options.password)}@127.0.0.1:${this.#options.port}/${database}`;
  }

  /** Fast shutdown: open transactions are rolled back, nothing committed is lost. */
  async stop(): Promise<void> {
    await stopChild(this.child, 'SIGINT', 15_000);
  }

  async #answers(): Promise<boolean> {
    const client = new pg.Client({ connectionString: this.url(), connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

function serverProgram(home: string, options: PostgresOptions, account: Account | undefined): Program {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: options.port,
    unix_socket_directories: '',
    max_connections: 300,
    // Containers often have little shared memory for parallel workers, and no query here needs them.
    max_parallel_workers_per_gather: 0,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(options.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return {
    file: join(home, 'bin/postgres'),
    args: ['-D', options.directory, ...flags],
    env: { PATH: process.env['PATH'], LC_ALL: LOCALE },
    logFile: options.logFile,
    ...(account ? { account } : {}),
  };
}

function makeCluster(home: string, options: PostgresOptions, account: Account | undefined): void {
  mkdirSync(options.directory, { recursive: true, mode: 0o700 });
  chmodSync(options.directory, 0o700);
  const passwordFile = `${options.directory}.password`;
  writeFileSync(passwordFile, options.password, { mode: 0o600 });
  if (account) for (const path of [options.directory, passwordFile]) chownSync(path, account.uid, account.gid);
  const encoding = ['--encoding=UTF8', '--locale-provider=libc', `--locale=${LOCALE}`];
  const run = spawnSync(
    join(home, 'bin/initdb'),
    [`--pgdata=${options.directory}`, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', ...encoding, ...(options.durable ? [] : ['--no-sync'])],
    { encoding: 'utf8', env: { PATH: process.env['PATH'], LC_ALL: LOCALE }, ...account },
  );
  rmSync(passwordFile, { force: true });
  if (run.status === 0) return;
  rmSync(options.directory, { recursive: true, force: true });
  const reason = run.error?.message ?? run.stderr.trim().split('\n').at(-1) ?? '';
  throw new Fault(`无法创建 PostgreSQL 数据库：${reason}；请检查 ${options.directory} 的空间和权限`, 'initdb failed: check space and permissions');
}
