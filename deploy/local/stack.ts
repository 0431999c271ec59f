import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { busAccounts } from './bus-accounts.ts';
import { Fault } from './fault.mjs';
import { Guardian } from './guardian.ts';
import { postgresDirectoryOf, serviceNames, type ComponentName, type Layout } from './layout.ts';
import { rotate } from './log-file.ts';
import { natsServer } from './nats.ts';
import { COUNTY, addressesOf, gatewayServer, idpServer, serviceServer } from './parts.ts';
import { postgresServer } from './postgres.ts';
import { freeBytes, titleOf } from './preflight.ts';
import { lastLineOf, prepareDatabase, runStep, steps } from './preparation.ts';
import { markOf } from './processes.ts';
import { secretsIn, type Secrets } from './secrets.ts';
import { hasEnded, type Server } from './server-process.ts';
import { writeStack, type Part, type StackRecord } from './stack-file.ts';
import { MISCONFIGURED, Misconfigured, Supervised, type Watcher } from './supervised.ts';

const TIGHT_BYTES = 64 * 1024 * 1024;

/** The whole platform on this machine: starts its parts in order, keeps them running, stops them in the opposite order. */
export class Stack implements Watcher {
  readonly #layout: Layout;
  readonly #secrets: Secrets;
  readonly #tell: (line: string) => void;
  readonly #guardian = new Guardian();
  readonly #supervised = new Map<ComponentName, Supervised>();
  readonly #parts: Partial<Record<ComponentName, Part>> = {};
  readonly #stepChildren = new Set<ChildProcess>();
  #phase: StackRecord['phase'] = 'starting';
  #stopping: Promise<void> | undefined;

  constructor(layout: Layout, tell: (line: string) => void) {
    this.#layout = layout;
    this.#tell = tell;
    const cluster = postgresDirectoryOf(layout);
    this.#secrets = secretsIn(layout.secretsFile, existsSync(join(cluster.path, 'PG_VERSION')));
    if (cluster.moved) tell(`  · PostgreSQL 的账户进不了 ${layout.data}，数据库改放在 ${cluster.path}`);
  }

  get isStopping(): boolean {
    return this.#stopping !== undefined;
  }

  /** Resolves when every part is ready. A part that cannot be started is a fault. */
  async start(): Promise<void> {
    const { ports, logs, natsDirectory } = this.#layout;
    const logOf = (name: string): string => join(logs, `${name}.log`);
    rotate(logOf('postgres'));
    rotate(logOf('nats'));
    const cluster = { directory: postgresDirectoryOf(this.#layout).path, port: ports.postgres, password: this.#secrets.superuserPassword };
    const accounts = busAccounts(COUNTY, this.#secrets);
    await this.#startAll([
      () => postgresServer({ ...cluster, logFile: logOf('postgres'), durable: process.env['HOTLINE_THROWAWAY'] !== 'true' }),
      () => natsServer({ directory: natsDirectory, port: ports.nats, logFile: logOf('nats'), accounts }),
    ]);
    await prepareDatabase(this.#layout, this.#secrets);
    for (const group of steps) await Promise.all(group.map((step) => this.#run(step)));
    const services = serviceNames.map((service) => () => serviceServer(service, this.#layout, this.#secrets));
    await this.#startAll([() => idpServer(this.#layout), () => gatewayServer(this.#layout), ...services]);
    this.#phase = 'running';
    this.#record();
  }

  /** Services first, then the gateway and the identity provider, then NATS, then PostgreSQL; safe to call more than once. */
  stop(): Promise<void> {
    return (this.#stopping ??= this.#stopInOrder());
  }

  /** Does not wait for anybody. */
  killAll(): void {
    for (const child of this.#stepChildren) child.kill('SIGKILL');
    for (const part of this.#supervised.values()) part.kill('SIGKILL');
  }

  /** Ends one part and leaves it so until `startPart`. */
  async stopPart(name: ComponentName): Promise<void> {
    await this.#supervised.get(name)?.stop();
  }

  async startPart(name: ComponentName): Promise<void> {
    await this.#supervised.get(name)?.start();
  }

  /** Kills what has not turned for a while, so that it starts again, as a cluster's liveness probe does. */
  async look(): Promise<void> {
    await Promise.all([...this.#supervised.values()].map((part) => part.look()));
  }

  /** Says so when the disk is nearly full: PostgreSQL and NATS stop writing then, and their errors would not be understood. */
  warnOfFullDisk(): void {
    const free = freeBytes(this.#layout.data);
    if (free < TIGHT_BYTES) this.#tell(`⚠ 磁盘空间将满（剩 ${Math.floor(free / 1024 / 1024)} MB）：请立即清理 ${this.#layout.data} 所在磁盘 (disk nearly full)`);
  }

  spawned(name: string, child: ChildProcess): void {
    this.#guardian.watch(child, this.#supervised.get(name as ComponentName)?.server.stopSignal ?? 'SIGTERM');
    if (child.pid === undefined) return;
    const part = name as ComponentName;
    const { part: url } = addressesOf(this.#layout, this.#secrets);
    this.#parts[part] = { ...markOf(child.pid), url: part === 'nats' ? `nats://127.0.0.1:${this.#layout.ports.nats}` : part === 'postgres' ? `postgresql://127.0.0.1:${this.#layout.ports.postgres}` : url(part) };
    child.once('exit', () => {
      if (this.#parts[part]?.pid === child.pid) delete this.#parts[part];
      this.#record();
    });
    this.#record();
  }

  died(name: string, how: string, delayMs: number): void {
    const reason = this.#reasonOf(name);
    this.#tell(`✗ ${titleOf(name as ComponentName)} 意外退出（${how}${reason}），${delayMs / 1_000} 秒后重新启动`);
  }

  recovered(name: string): void {
    this.#tell(`✓ ${titleOf(name as ComponentName)} 已恢复`);
  }

  async #startAll(servers: readonly (() => Server)[]): Promise<void> {
    await Promise.all(servers.map((server) => this.#startOne(server())));
  }

  async #startOne(server: Server): Promise<void> {
    if (this.isStopping) return;
    const name = server.name as ComponentName;
    const startedAt = Date.now();
    const supervised = new Supervised(server, this);
    this.#supervised.set(name, supervised);
    try {
      await supervised.start();
    } catch (error) {
      if (error instanceof Misconfigured) throw new Fault(`${error.message}\n请改正后重新启动`, 'wrong settings: mend them and start again', MISCONFIGURED);
      throw new Fault(`${titleOf(name)} 无法启动${this.#reasonOf(name)}：${lastLineOf(server.logFile)}；详见 ${server.logFile}`, `${name} does not start, see its log`);
    }
    if (!this.isStopping) this.#tell(`  ✓ ${titleOf(name)}（${((Date.now() - startedAt) / 1_000).toFixed(1)} 秒）`);
  }

  async #run(step: (typeof steps)[number][number]): Promise<void> {
    if (this.isStopping) return;
    await runStep(step, this.#layout, this.#secrets, (child) => {
      this.#stepChildren.add(child);
      this.#guardian.watch(child, 'SIGTERM');
      child.once('exit', () => this.#stepChildren.delete(child));
    });
    if (!this.isStopping) this.#tell(`  ✓ ${step.title}`);
  }

  /** A hint, where the log or the disk gives away why a part ended. */
  #reasonOf(name: string): string {
    const log = this.#supervised.get(name as ComponentName)?.server.logFile;
    const full = freeBytes(this.#layout.data) < TIGHT_BYTES || /ENOSPC|No space left on device/i.test(log ? lastLineOf(log) : '');
    return full ? '，磁盘已满：请清理磁盘，或用 HOTLINE_DATA 另选目录' : '';
  }

  async #stopInOrder(): Promise<void> {
    for (const child of this.#stepChildren) if (!hasEnded(child)) child.kill('SIGTERM');
    for (const group of [serviceNames, ['gateway', 'idp'], ['nats'], ['postgres']] as readonly (readonly ComponentName[])[]) {
      await Promise.all(group.map((name) => this.stopPart(name)));
    }
    this.#phase = 'stopped';
    this.#record();
    this.#guardian.release();
  }

  /** A full disk must not take the supervisor down too: it is the one who can say so. */
  #record(): void {
    try {
      this.#writeRecord();
    } catch {
      this.warnOfFullDisk();
    }
  }

  #writeRecord(): void {
    const addresses = addressesOf(this.#layout, this.#secrets);
    writeStack(this.#layout, {
      supervisor: markOf(process.pid),
      phase: this.#phase,
      url: addresses.gateway,
      issuer: addresses.issuer,
      county: COUNTY,
      databaseUrl: addresses.database,
      natsUrl: addresses.nats('operations'),
      logs: this.#layout.logs,
      parts: this.#parts,
    });
  }
}
