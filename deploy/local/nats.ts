import { mkdirSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { ensureNatsServer } from './nats-binary.mjs';
import type { Server } from './server-process.ts';

export interface NatsOptions {
  /** Of the JetStream store and the server's configuration; made if missing. */
  readonly directory: string;
  readonly port: number;
  readonly logFile: string;
  /** Accounts and their users as a configuration text, and the passwords that it names; without it anybody may do anything. */
  readonly accounts?: BusAccounts | undefined;
}

export interface BusAccounts {
  readonly configuration: string;
  /** By the name of the variable. */
  readonly passwords: Readonly<Record<string, string>>;
}

/** A real nats-server with JetStream on disk, on the loopback address. */
export function natsServer({ directory, port, logFile, accounts }: NatsOptions): Server {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const configuration = join(directory, 'nats-server.conf');
  const lines = [
    `listen: "127.0.0.1:${port}"`,
    'server_name: "hotline-local"',
    'max_payload: 1MB',
    `jetstream { store_dir: ${JSON.stringify(directory)}, max_memory_store: 64MB, max_file_store: 8GB }`,
  ];
  writeFileSync(configuration, `${lines.join('\n')}\n${accounts?.configuration ?? ''}`, { mode: 0o600 });
  return {
    name: 'nats',
    file: ensureNatsServer(),
    args: ['-c', configuration],
    env: { PATH: process.env['PATH'], ...accounts?.passwords },
    logFile,
    stopSignal: 'SIGTERM',
    graceMs: 10_000,
    readyWithinMs: 30_000,
    isReady: () => greets(port),
  };
}

/** A client is told `INFO {…}` first, after JetStream has recovered; a port that merely accepts is not a NATS server yet. */
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
