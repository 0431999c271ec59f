import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { chmodSync, closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@hotline/testing';
import { componentNames, layoutFrom, type ComponentName, type Layout, type ServiceName } from '../../deploy/local/layout.ts';
import { Guardian } from '../../deploy/local/guardian.ts';
import { addressesOf, serviceServer } from '../../deploy/local/parts.ts';
import { secretsIn } from '../../deploy/local/secrets.ts';
import { startServer, stopChild } from '../../deploy/local/server-process.ts';
import { readStack, type StackRecord } from '../../deploy/local/stack-file.ts';
import { pinnedNode, root } from '../../deploy/local/workspace.mjs';

const START_WITHIN_MS = 150_000;

/** What `deploy/local/start.ts` says over its channel: it is up, or an order has been carried out. */
interface Word {
  readonly ready?: true;
  readonly done?: number;
  readonly error?: string;
}

/**
 * The whole platform as `npm start` runs it, in processes of its own on free ports with an empty data directory.
 * It ends with whoever started it, even when that is killed.
 */
export class StoryStack {
  readonly #child: ChildProcess;
  readonly #layout: Layout;
  readonly #environment: NodeJS.ProcessEnv;
  readonly #orders = new Map<number, (word: Word) => void>();
  readonly #replicas: (() => Promise<void>)[] = [];

  private constructor(child: ChildProcess, layout: Layout, environment: NodeJS.ProcessEnv) {
    this.#child = child;
    this.#layout = layout;
    this.#environment = environment;
    child.on('message', (word: Word) => {
      if (word.done === undefined) return;
      this.#orders.get(word.done)?.(word);
      this.#orders.delete(word.done);
    });
  }

  /** Resolves when every part is ready; rejects with what the stack printed when it is not. `environment` reaches every service. */
  static async start(environment: NodeJS.ProcessEnv = {}): Promise<StoryStack> {
    const data = mkdtempSync(join(tmpdir(), 'hotline-story-'));
    chmodSync(data, 0o755);
    const settings = { HOTLINE_PORT: String(await freePorts()), HOTLINE_DATA: data };
    const output = join(data, 'start.out');
    const file = openSync(output, 'a');
    const { NODE_OPTIONS: _ofJest, ...inherited } = process.env;
    const child = spawn(pinnedNode, ['--no-warnings', 'deploy/local/start.ts'], { cwd: root, env: { ...inherited, ...environment, ...settings }, stdio: ['ignore', file, file, 'ipc'] });
    closeSync(file);
    const stack = new StoryStack(child, layoutFrom(settings), environment);
    try {
      await stack.#readiness(output);
      return stack;
    } catch (error) {
      await stack.stop();
      throw error;
    }
  }

  /** Of the gateway: the address that people use. */
  get url(): string {
    return `http://localhost:${this.#layout.ports.gateway}`;
  }

  get issuer(): string {
    return `http://localhost:${this.#layout.ports.idp}`;
  }

  get auditAnchors(): string {
    return this.#layout.auditAnchors;
  }

  /** Of one process itself, past the gateway: for metrics and probes. */
  urlOf(service: ServiceName): string {
    return `http://127.0.0.1:${this.#layout.ports[service]}/${service}`;
  }

  get databaseUrl(): string {
    return this.#record().databaseUrl;
  }

  get natsUrl(): string {
    return this.#record().natsUrl;
  }

  /** Where a subscriber connects, with its password. */
  subscriberUrl(name: string): string {
    return addressesOf(this.#layout, secretsIn(this.#layout.secretsFile, true)).nats(name);
  }

  get county(): string {
    return this.#record().county;
  }

  /** Text of every log file so far, by its name. */
  logs(): ReadonlyMap<string, string> {
    const { logs } = this.#layout;
    return new Map(readdirSync(logs).map((name) => [name, readFileSync(join(logs, name), 'utf8')]));
  }

  /** Process number of a part now; undefined while it is down. */
  pidOf(part: ComponentName): number | undefined {
    return this.#record().parts[part]?.pid;
  }

  /** Kills a part with SIGKILL, as a machine would lose it; the stack starts it again. Answers the number of the dead process. */
  kill(part: ComponentName): number {
    const pid = this.pidOf(part);
    if (pid === undefined) throw new Error(`${part} does not run`);
    process.kill(pid, 'SIGKILL');
    return pid;
  }

  /** Stops a part in good order and leaves it so until `startPart`. */
  stopPart(part: ComponentName): Promise<void> {
    return this.#order({ stop: part });
  }

  /** Resolves when the part is ready again. */
  startPart(part: ComponentName): Promise<void> {
    return this.#order({ start: part });
  }

  /** Starts a further process of a service beside the supervised one, as a cluster would; answers its address, past the gateway. */
  async addReplica(service: ServiceName): Promise<string> {
    const port = await freePort();
    const layout = { ...this.#layout, ports: { ...this.#layout.ports, [service]: port } };
    const ordinary = serviceServer(service, layout, secretsIn(layout.secretsFile, true));
    const server = { ...ordinary, env: { ...ordinary.env, ...this.#environment } };
    const guardian = new Guardian();
    const child = await startServer(server, (started) => guardian.watch(started, server.stopSignal));
    this.#replicas.push(async () => {
      await stopChild(child, server);
      guardian.release();
    });
    return `http://127.0.0.1:${port}`;
  }

  /** Ends every process and removes the data. */
  async stop(): Promise<void> {
    await Promise.all(this.#replicas.map((stopReplica) => stopReplica()));
    const ended = new Promise<void>((resolve) => (this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.once('exit', () => resolve()) : resolve()));
    this.#child.kill('SIGTERM');
    await ended;
    rmSync(this.#layout.data, { recursive: true, force: true });
  }

  #record(): StackRecord {
    const record = readStack(this.#layout);
    if (!record) throw new Error('the stack has written no stack.json');
    return record;
  }

  #order(order: { readonly stop: ComponentName } | { readonly start: ComponentName }): Promise<void> {
    const id = randomInt(2 ** 40);
    return new Promise((resolve, reject) => {
      this.#orders.set(id, ({ error }) => (error === undefined ? resolve() : reject(new Error(error))));
      this.#child.send({ id, ...order });
    });
  }

  #readiness(output: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = (why: string): void => reject(new Error(`${why}:\n${readFileSync(output, 'utf8')}`));
      const late = setTimeout(() => fail(`the stack was not ready within ${START_WITHIN_MS / 1_000} s`), START_WITHIN_MS);
      this.#child.once('error', reject);
      this.#child.once('exit', () => fail('the stack did not start'));
      this.#child.on('message', ({ ready }: Word) => {
        if (!ready) return;
        clearTimeout(late);
        resolve();
      });
    });
  }
}

/** The first of as many free neighbouring ports as the stack has parts; below the range from which systems take ports for outgoing connections. */
async function freePorts(): Promise<number> {
  for (;;) {
    const first = randomInt(20_000, 32_000);
    const free = await Promise.all(componentNames.map((_, offset) => isFree(first + offset)));
    if (free.every(Boolean)) return first;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}
