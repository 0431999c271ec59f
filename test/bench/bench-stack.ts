import { type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { connectTo } from '@hotline/messaging/nats-address';
import pg from 'pg';
import { accountId, demoAccount, type Role } from '../../deploy/local/demo-accounts.ts';
import { Guardian } from '../../deploy/local/guardian.ts';
import { componentNames, layoutFrom, serviceNames, type Layout, type ServiceName } from '../../deploy/local/layout.ts';
import { ownDurables } from '../../deploy/local/bus-accounts.ts';
import { addressesOf, COUNTY, serviceServer } from '../../deploy/local/parts.ts';
import { secretsIn } from '../../deploy/local/secrets.ts';
import { startServer, stopChild, type Server } from '../../deploy/local/server-process.ts';
import { Stack } from '../../deploy/local/stack.ts';
import { readStack } from '../../deploy/local/stack-file.ts';
import { requestToken } from '../../deploy/local/token.ts';

const SETTLE_WITHIN_MS = 180_000;
const LOOK_EVERY_MS = 100;

/**
 * The whole platform as `npm start` runs it, built code in processes of its own, on free ports with an empty data directory:
 * PostgreSQL with fsync, JetStream on disk. A guardian ends everything even when this process is killed.
 */
export class BenchStack {
  readonly layout: Layout;
  /** Of the role that owns the database; search_path is public. */
  readonly pool: pg.Pool;
  readonly bus: NatsConnection;
  readonly #stack: Stack;
  readonly #manager: JetStreamManager;
  readonly #guardian = new Guardian();
  readonly #replicas: { readonly child: ChildProcess; readonly server: Server }[] = [];

  readonly #crashes: readonly string[];

  private constructor(layout: Layout, stack: Stack, bus: NatsConnection, manager: JetStreamManager, crashes: readonly string[]) {
    this.layout = layout;
    this.#crashes = crashes;
    this.#stack = stack;
    this.bus = bus;
    this.#manager = manager;
    this.pool = new pg.Pool({ connectionString: addresses(layout).database, max: 12 });
  }

  static async start(): Promise<BenchStack> {
    const data = mkdtempSync(join(tmpdir(), 'hotline-bench-'));
    chmodSync(data, 0o755);
    const layout = layoutFrom({ HOTLINE_PORT: String(await freePorts()), HOTLINE_DATA: data });
    mkdirSync(layout.logs, { recursive: true });
    const crashes: string[] = [];
    const stack = new Stack(layout, (line) => void (line.startsWith('✗') && crashes.push(line)));
    try {
      await stack.start();
      const bus = await connectTo(addresses(layout).nats('operations'));
      return new BenchStack(layout, stack, bus, await jetstreamManager(bus), crashes);
    } catch (error) {
      await stack.stop();
      rmSync(data, { recursive: true, force: true });
      throw error;
    }
  }

  /** Of the gateway. */
  get url(): string {
    return addresses(this.layout).gateway;
  }

  get databaseUrl(): string {
    return addresses(this.layout).database;
  }

  get natsUrl(): string {
    return addresses(this.layout).nats('operations');
  }

  get county(): string {
    return COUNTY;
  }

  get stream(): string {
    return `HOTLINE_${COUNTY}`;
  }

  token(role: Role, unit?: string): Promise<string> {
    const account = demoAccount(accountId(role, unit));
    if (!account) throw new Error(`no demo account for ${role}`);
    return requestToken(addresses(this.layout).issuer, account);
  }

  /** Process number of a service now. */
  pidOf(service: ServiceName): number {
    const pid = readStack(this.layout)?.parts[service]?.pid;
    if (pid === undefined) throw new Error(`${service} does not run`);
    return pid;
  }

  /** Listens on a subject of the bus; `stop` answers the moment of the last message, in epoch milliseconds. */
  hear(subject: string): { count(): number; stop(): number } {
    let [count, last] = [0, 0];
    const subscription = this.bus.subscribe(subject, {
      callback: () => {
        count += 1;
        last = performance.timeOrigin + performance.now();
      },
    });
    return { count: () => count, stop: () => (subscription.unsubscribe(), last) };
  }

  /** Starts one more process of a service beside the first. */
  async addReplica(service: ServiceName): Promise<void> {
    const logs = join(this.layout.logs, 'replica');
    mkdirSync(logs, { recursive: true });
    const replica = { ...this.layout, logs, ports: { ...this.layout.ports, [service]: await freePort() } };
    const server = serviceServer(service, replica, secretsIn(this.layout.secretsFile, true));
    const child = await startServer(server, (started) => this.#guardian.watch(started, server.stopSignal));
    this.#replicas.push({ child, server });
  }

  async stopReplicas(): Promise<void> {
    await Promise.all(this.#replicas.splice(0).map(({ child, server }) => stopChild(child, server)));
  }

  stopService(service: ServiceName): Promise<void> {
    return this.#stack.stopPart(service);
  }

  startService(service: ServiceName): Promise<void> {
    return this.#stack.startPart(service);
  }

  /** Resolves when every outbox is sent and every consumer has acknowledged all there is; rejects when a part has crashed meanwhile. */
  async settled(): Promise<void> {
    const deadline = performance.now() + SETTLE_WITHIN_MS;
    while (!(await this.#isIdle())) {
      if (performance.now() > deadline) throw new Error(`the services did not come to rest within ${SETTLE_WITHIN_MS / 1_000} s`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  /** Ends every process and removes the data. */
  async stop(): Promise<void> {
    await this.stopReplicas();
    await this.bus.close();
    await this.pool.end();
    await this.#stack.stop();
    this.#guardian.release();
    rmSync(this.layout.data, { recursive: true, force: true });
  }

  async #isIdle(): Promise<boolean> {
    if (this.#crashes.length > 0) throw new Error(this.#crashes.join('\n'));
    const unsent = serviceNames.map((service) => `exists (select from ${service}.outbox_unsent)`).join(' or ');
    const { rows } = await this.pool.query<{ unsent: boolean }>(`select ${unsent} as unsent`);
    if (rows[0]?.unsent !== false) return false;
    const own = ownDurables(COUNTY);
    for await (const { name, num_pending, num_ack_pending } of this.#manager.consumers.list(this.stream)) {
      if (own.has(name) && num_pending + num_ack_pending > 0) return false;
    }
    return true;
  }
}

/** Resident memory of a process, in bytes. */
export function residentBytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) * 1_024;
}

function addresses(layout: Layout) {
  return addressesOf(layout, secretsIn(layout.secretsFile, true));
}

/** The first of as many free neighbouring ports as the stack has parts, below those that systems take for outgoing connections. */
async function freePorts(): Promise<number> {
  for (;;) {
    const first = randomInt(20_000, 32_000);
    const free = await Promise.all(componentNames.map((_, offset) => isFree(first + offset)));
    if (free.every(Boolean)) return first;
  }
}

async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
