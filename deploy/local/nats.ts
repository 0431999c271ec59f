import type { ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { ensureNatsServer } from './nats-binary.mjs';
import { launch, stopChild, untilReady, type Program } from './server-process.ts';

export interface NatsOptions {
  /** Of the JetStream store and the server's configuration; made if missing. */
  readonly directory: string;
  readonly port: number;
  readonly logFile: string;
}

/** A real nats-server with JetStream on disk, on the loopback address. */
export class NatsServer {
  readonly child: ChildProcess;
  readonly #port: number;

  private constructor(child: ChildProcess, port: number) {
    this.child = child;
    this.#port = port;
  }

  /** Resolves when the server greets its clients, which it does after JetStream has recovered. */
  static async start(options: NatsOptions, onSpawn: (child: ChildProcess) => void = () => undefined): Promise<NatsServer> {
    mkdirSync(options.directory, { recursive: true, mode: 0o700 });
    const configuration = join(options.directory, 'nats-server.conf');
    writeFileSync(configuration, configurationFor(options), { mode: 0o600 });
    const program: Program = { file: ensureNatsServer(), args: ['-c', configuration], env: { PATH: process.env['PATH'] }, logFile: options.logFile };
    const child = launch(program);
    onSpawn(child);
    await untilReady(child, program, 30_000, () => greets(options.port));
    return new NatsServer(child, options.port);
  }

  get url(): string {
    return `nats://127.0.0.1:${this.#port}`;
  }

  async stop(): Promise<void> {
    await stopChild(this.child, 'SIGTERM', 10_000);
  }
}

function configurationFor({ directory, port }: NatsOptions): string {
  return [
    'listen: "127.0.0.1:' + port + '"',
    'server_name: "hotline-local"',
    'max_payload: 1MB',
    `jetstream { store_dir: ${JSON.stringify(directory)}, max_memory_store: 64MB, max_file_store: 8GB }`,
    '',
  ].join('\n');
}

/** A client is told `INFO {…}` first; a port that merely accepts is not a NATS server yet. */
function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    const finish = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => finish(false));
    socket.once('error', () => finish(false));
    socket.once('data', (greeting) => finish(greeting.toString('latin1').startsWith('INFO ')));
  });
}
